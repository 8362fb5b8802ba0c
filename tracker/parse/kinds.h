// One reader a kind of source. A private header of this folder: parse() picks and finishes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "tracker/markup/encoding.h"
#include "tracker/markup/html.h"
#include "tracker/parse/parse.h"

namespace tracker::parse {

/// The bytes as text, and how, noted in `parsed`.
std::string decode_into(const Input& input, markup::Syntax syntax, Parsed& parsed);
/// The tree, or nothing; then `parsed` says which limit was reached.
std::optional<markup::Document> tree_of(const std::string& text, Parsed& parsed);
/// The parts that `selector` names, without what `remove` names; the whole page where it is empty. Where it names
/// nothing, `parsed` says so.
std::vector<markup::Node> parts_of(const Input& input, const markup::Document& document, Parsed& parsed);
/// Words of the parts, as one page of `parsed`.
void add_words(const Input& input, const markup::Document& document, const std::vector<markup::Node>& parts, Parsed& parsed);
/// Adds an entry unless there are too many; then says so once.
void add_entry(Entry entry, std::size_t most, Parsed& parsed);
void leave_out(std::string what, Parsed& parsed);

void read_page(const Input& input, Parsed& parsed);
void read_listing(const Input& input, Parsed& parsed);
void read_feed(const Input& input, Parsed& parsed);
void read_sitemap(const Input& input, Parsed& parsed);
void read_document(const Input& input, Parsed& parsed);
void read_court(const Input& input, Parsed& parsed);
void read_notices(const Input& input, Parsed& parsed);

/// What an HTML fragment of a feed says, as plain text.
std::string words_of_html(const std::string& html);

/// Undoes gzip (RFC 1952), to at most `most` bytes; nothing where it is damaged or larger,
/// and then `why` says so.
std::optional<std::string> gunzip(std::string_view bytes, std::size_t most, std::string& why);

}  // namespace tracker::parse

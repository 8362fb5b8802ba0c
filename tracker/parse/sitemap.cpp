// Sitemaps by sitemaps.org: an urlset, an index of sitemaps, or plain text with an address a line; also gzip.
#include <re2/re2.h>
#include <zlib.h>

#include <array>
#include <unordered_set>

#include "tracker/base/text.h"
#include "tracker/parse/address.h"
#include "tracker/parse/feed_date.h"
#include "tracker/parse/kinds.h"
#include "tracker/parse/xml.h"

namespace tracker::parse {
namespace {

constexpr std::size_t kMostBytes = 52'428'800;  // sitemaps.org: 50 MB, uncompressed
constexpr std::size_t kMostUrls = 50'000;       // sitemaps.org: of one file

class Taker {
 public:
  Taker(const Input& input, Parsed& parsed)
      : input_(input), parsed_(parsed), follow_(input.source.follow.value_or(model::Following{})),
        pattern_(follow_.pattern.text, re2::RE2::Quiet), host_(host_of(input.url)), folder_(folder_of(input.url)) {}

  /// sitemaps.org: a sitemap speaks for the addresses below its own folder on its own host.
  void take(const std::string& loc, std::optional<base::Instant> modified) {
    const auto url = absolute(input_.url, loc);
    if (!url) return leave_out("addresses that are none", parsed_);
    if (!follow_.other_hosts && host_of(*url) != host_) return leave_out("addresses on other hosts", parsed_);
    if (!follow_.other_hosts && !url->starts_with(folder_))
      return leave_out("addresses outside of the sitemap's own folder", parsed_);
    if (!follow_.pattern.empty() && !re2::RE2::PartialMatch(*url, pattern_)) return;
    if (seen_.insert(*url).second) add_entry({.url = *url, .id = *url, .updated = modified}, kMostUrls, parsed_);
  }
  void take_sitemap(const std::string& loc) {
    const auto url = absolute(input_.url, loc);
    if (!url || *url == input_.url || (!follow_.other_hosts && host_of(*url) != host_))
      return leave_out("sitemaps on other hosts", parsed_);
    if (parsed_.next.size() < kMostUrls && seen_.insert(*url).second) parsed_.next.push_back(*url);
  }

 private:
  const Input& input_;
  Parsed& parsed_;
  model::Following follow_;
  re2::RE2 pattern_;
  std::string host_, folder_;
  std::unordered_set<std::string> seen_;
};

void read_lines(const std::string& text, Taker& taker) {
  for (const auto line : base::split(text, '\n'))
    if (const auto trimmed = base::trim(line); !trimmed.empty()) taker.take(std::string(trimmed), std::nullopt);
}

}  // namespace

std::optional<std::string> gunzip(std::string_view bytes, std::size_t most, std::string& why) {
  z_stream stream{};
  if (inflateInit2(&stream, 15 + 16) != Z_OK) throw std::bad_alloc();
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(std::min<std::size_t>(bytes.size(), 1UL << 30));
  std::string out;
  std::array<char, 65536> buffer{};
  int result = Z_OK;
  while (result == Z_OK && out.size() <= most) {
    stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream.avail_out = static_cast<uInt>(buffer.size());
    result = inflate(&stream, Z_NO_FLUSH);
    out.append(buffer.data(), buffer.size() - stream.avail_out);
  }
  inflateEnd(&stream);
  if (out.size() > most) why = "it is more than " + std::to_string(most) + " bytes once unpacked";
  else if (result != Z_STREAM_END) why = "the gzip data is damaged or cut off";
  else return out;
  return std::nullopt;
}

void read_sitemap(const Input& input, Parsed& parsed) {
  std::string unpacked(input.bytes);
  if (input.bytes.starts_with("\x1f\x8b")) {
    std::string why;
    auto bytes = gunzip(input.bytes, kMostBytes, why);
    if (!bytes) {
      const bool is_large = why.starts_with("it is more");
      parsed.outcome = is_large ? model::ReadingOutcome::Limited : model::ReadingOutcome::Unreadable;
      parsed.detail = why;
      return;
    }
    unpacked = std::move(*bytes);
  }
  const Input plain{input.source, input.kind, input.is_followed, unpacked, input.content_type, input.url, input.fingerprints, input.zone};
  if (plain.bytes.size() > kMostBytes) {
    parsed.outcome = model::ReadingOutcome::Limited;
    parsed.detail = "it is more than " + std::to_string(kMostBytes) + " bytes";
    return;
  }
  const std::string text = decode_into(plain, markup::Syntax::Xml, parsed);
  Taker taker(input, parsed);
  const auto trimmed = base::trim(text);
  if (!trimmed.starts_with('<')) {
    if (!trimmed.starts_with("http")) {
      parsed.outcome = model::ReadingOutcome::Unreadable;
      parsed.detail = "it is no sitemap: neither XML nor a list of addresses";
      parsed.pages.push_back(text);
      return;
    }
    return read_lines(text, taker);
  }
  const Xml xml = read_xml(text);
  for (const auto& repair : xml.repairs) leave_out("XML: " + repair, parsed);
  const std::string root = xml.root ? xml.root->name : "";
  if (root == "rss" || root == "feed" || root == "RDF") return read_feed(plain, parsed);  // sitemaps.org allows feeds
  if (root != "urlset" && root != "sitemapindex") {
    parsed.outcome = model::ReadingOutcome::Unreadable;
    parsed.detail = "it is no sitemap: the first element is <" + base::shorten(root, 40) + ">";
    parsed.pages.push_back(words_of_html(text));
    return;
  }
  for (const auto& child : xml.root->children) {
    const std::string space = child->space;
    const std::string loc = child->said("loc", space);
    if (child->name == "url") taker.take(loc, feed_date(child->said("lastmod", space)));
    if (child->name == "sitemap") taker.take_sitemap(loc);
  }
}

}  // namespace tracker::parse

// The archive in the form that web archives exchange: WARC 1.1 (ISO 28500:2017). Pure: bytes in, records out. Everything
// that a record says comes from the receipt, so the same archive gives the same file.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tracker/base/instant.h"
#include "tracker/model/receipt.h"

namespace tracker::archive {

/// The first record of a file: who wrote it, and in what form.
std::string warc_info(std::string_view software, std::string_view title, base::Instant made);

/// What a receipt stands for: the answer with its head and `body`, the request, and what our receipt says beside them
/// (robots decision, certificates, warnings) as metadata. The body is the decoded one, so the head says its length and no
/// coding; the head as it came is in the metadata. Receipts without a body give a metadata record alone, and those of
/// an import a resource record, for there was no exchange.
std::string warc_exchange(const model::Receipt& receipt, const std::optional<std::string>& body, std::string_view chain);

/// A robots.txt or another thing without an exchange: a resource record.
std::string warc_resource(std::string_view url, base::Instant date, std::string_view type, std::string_view body);

/// The head of an answer as it must stand before a decoded body: without Content-Encoding, Transfer-Encoding and the old
/// Content-Length, which is made new. Other lines are kept as they came.
std::string decoded_head(std::string_view head, std::size_t body_size);

}  // namespace tracker::archive

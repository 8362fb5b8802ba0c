// A reader of WARC files written from the standard alone, apart from our writer: what it cannot read is an exception.
#pragma once

#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

struct WarcRecord {
  std::string version;                        // "WARC/1.1"
  std::map<std::string, std::string> fields;  // names as they stand
  std::string block;
};

inline std::vector<WarcRecord> read_warc(std::string_view bytes) {
  const auto line = [&bytes] {
    const auto end = bytes.find("\r\n");
    if (end == std::string_view::npos) throw std::runtime_error("a line without its end");
    const std::string text(bytes.substr(0, end));
    bytes.remove_prefix(end + 2);
    return text;
  };
  std::vector<WarcRecord> records;
  while (!bytes.empty()) {
    WarcRecord record;
    record.version = line();
    if (record.version.rfind("WARC/1.", 0) != 0) throw std::runtime_error("not the beginning of a record: " + record.version);
    for (std::string field = line(); !field.empty(); field = line()) {
      const auto colon = field.find(": ");
      if (colon == std::string::npos) throw std::runtime_error("not a field: " + field);
      record.fields[field.substr(0, colon)] = field.substr(colon + 2);
    }
    const std::size_t length = std::stoul(record.fields.at("Content-Length"));
    if (length + 4 > bytes.size()) throw std::runtime_error("a block that is shorter than it says");
    record.block = bytes.substr(0, length);
    if (bytes.substr(length, 4) != "\r\n\r\n") throw std::runtime_error("a record without its end");
    bytes.remove_prefix(length + 4);
    records.push_back(std::move(record));
  }
  return records;
}

}  // namespace tests

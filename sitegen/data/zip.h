// A zip archive with the same bytes for the same files, wherever and whenever it is made: no times, no owners.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace sitegen::data {

class ZipWriter {
 public:
  /// `sink` takes the bytes of the archive as they come. What it throws comes out of `add` and `finish`.
  explicit ZipWriter(std::function<void(std::string_view)> sink);
  ~ZipWriter();
  ZipWriter(const ZipWriter&) = delete;
  ZipWriter& operator=(const ZipWriter&) = delete;

  /// Adds a file; paths are relative with '/'. What is compressed already (zip, sqlite is not) can be stored as it is.
  /// Throws base::Error where the archive cannot be written.
  void add(const std::string& path, std::string_view bytes, bool is_compressed = false);
  /// The directory at the end; nothing can be added after it.
  void finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace sitegen::data

// An address that may stand in a link: http, https, mailto or relative, and nothing else. What cannot be one
// is no Url.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sitegen::html {

class Url {
 public:
  /// Nothing for another scheme, for "//host", for control characters, spaces inside or backslashes, for a
  /// web address without a host or with a user name in it (which makes one host look like another).
  /// Characters that no address may hold are percent-encoded.
  static std::optional<Url> from(std::string_view text);
  /// An address in a page of ours: a relative path with an optional #fragment; every byte that could mean
  /// something else is percent-encoded, so this cannot fail.
  static Url local(std::string_view path);

  const std::string& text() const { return text_; }
  /// Leaves the site (http or https).
  bool is_external() const { return external_; }
  bool is_relative() const { return relative_; }

 private:
  Url(std::string text, bool external, bool relative)
      : text_(std::move(text)), external_(external), relative_(relative) {}
  std::string text_;
  bool external_ = false;
  bool relative_ = false;
};

}  // namespace sitegen::html

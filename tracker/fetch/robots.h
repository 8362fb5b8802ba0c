// The rules of a robots.txt (RFC 9309) and what they say of an address. Pure; the file is hostile text.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tracker/fetch/robots_file.h"
#include "tracker/model/receipt.h"

namespace tracker::fetch {

class Robots {
 public:
  /// Bytes after these are not read (RFC 9309, 2.5); a line that the limit cuts is none.
  static constexpr std::size_t kMostBytes = 500 * 1024;

  /// The rules for `product` ("Tizim"): those of all groups that name it, else those of all groups for "*" (2.2.1).
  static Robots parse(std::string_view file, std::string_view product);

  struct Verdict {
    bool allowed = true;
    std::string rule;  // "Disallow: /private", as it stands in the file; empty where no rule speaks of the path
  };

  /// `path` with its query, as it is sent. The longest pattern that matches decides; of two as long, Allow (2.2.2).
  /// /robots.txt itself is always allowed.
  Verdict judge(std::string_view path) const;

  /// What the same groups ask for between two requests. No part of the RFC, but widely written.
  std::optional<std::chrono::milliseconds> crawl_delay() const { return crawl_delay_; }

 private:
  struct Rule {
    bool allow = false;
    std::string pattern;  // normal form
    std::string text;
  };
  std::vector<Rule> rules_;
  std::optional<std::chrono::milliseconds> crawl_delay_;
};

/// Percent signs in one way (RFC 9309, 2.2.2): escaped letters that need no escape are written plainly, bytes outside
/// ASCII are escaped, hexadecimal digits are large.
std::string normal_path(std::string_view path);

/// `pattern` and `path` in normal form. "*" stands for any text, "$" at the end for the end (2.2.3).
bool matches(std::string_view pattern, std::string_view path);

/// What the file, or its absence, says of a path: the decision that goes into the receipt, without the digest.
model::RobotsDecision decide(const RobotsFile& file, const Robots& rules, std::string_view path);

/// The file, kept at `file.asked`, may still be used: 24 hours (2.4), and an hour where the server was unreachable.
bool is_fresh(const RobotsFile& file, base::Instant now);

}  // namespace tracker::fetch

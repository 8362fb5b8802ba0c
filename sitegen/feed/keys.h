// What a feed shows, as a key: so that a build makes again only the feeds that something happened to.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "sitegen/feed/channels.h"
#include "sitegen/view/part.h"

namespace sitegen::feed {

/// Keys of feeds of one build. `stamp` covers all that the site is made of, `program` what makes it.
class Keys {
 public:
  Keys(const view::View& view, const view::Key& stamp, const view::Key& program);

  /// Of a page of the channel (see ChannelPages). Covers the entries, the names in them, the words of the language and the site. An entry that shows more than what is
  /// said of its own entity (a correction, a notice of a gap) covers everything.
  view::Key of(const Channel& channel, const std::string& language, int page);

 private:
  const std::string& of_language(const std::string& language);
  const std::string& of_entity(const std::string& kind, const std::string& id);
  const std::string& hash_of(int version);  // by its place in the history

  const view::View& view_;
  std::string stamp_;
  std::string frame_;  // what every feed shows: the site, titles of laws, names of places
  std::unordered_map<std::string, std::string> languages_;
  std::unordered_map<std::string, std::string> rulings_;  // ids by subject
  std::unordered_map<std::string, std::string> entities_;
  std::unordered_map<int, std::string> hashes_;
};

}  // namespace sitegen::feed

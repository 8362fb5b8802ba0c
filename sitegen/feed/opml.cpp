#include "sitegen/feed/opml.h"

#include "sitegen/feed/xml.h"

namespace sitegen::feed {

std::string to_opml(const Opml& opml) {
  Xml xml;
  xml.open("opml", {{"version", "2.0"}});
  xml.open("head");
  xml.text("title", opml.title);
  xml.text("dateModified", tracker::base::to_rfc822(opml.modified));
  xml.text("ownerName", opml.owner);
  xml.text("docs", "http://opml.org/spec2.opml");
  xml.close("head");
  xml.open("body");
  for (const auto& group : opml.groups) {
    xml.open("outline", {{"text", group.title}});
    // "rss" is what OPML calls every feed; the format is found in the feed itself.
    for (const auto& feed : group.feeds)
      xml.empty("outline", {{"type", "rss"}, {"text", feed.title}, {"title", feed.title}, {"xmlUrl", feed.feed},
                            {"htmlUrl", feed.page}});
    xml.close("outline");
  }
  xml.close("body");
  xml.close("opml");
  return xml.take();
}

}  // namespace sitegen::feed

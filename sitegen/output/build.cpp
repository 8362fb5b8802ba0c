#include "sitegen/output/build.h"

#include <algorithm>
#include <iterator>

#include "sitegen/data/downloads.h"
#include "sitegen/feed/rss.h"
#include "sitegen/output/link_check.h"
#include "sitegen/page/pages.h"
#include "tracker/base/error.h"
#include "tracker/record/store.h"

namespace sitegen::output {
namespace {

void append(std::vector<view::OutputFile>& files, std::vector<view::OutputFile> more) {
  std::move(more.begin(), more.end(), std::back_inserter(files));
}

}  // namespace

std::vector<view::OutputFile> build_site(const std::filesystem::path& database) {
  const tracker::record::Reader reader(database);
  const view::View view = view::make_view(reader.content(), reader.versions(), reader.receipts());
  std::vector<view::OutputFile> files = page::pages(view);
  append(files, data::downloads(view));
  for (const auto& language : view.record.site.languages)
    files.push_back(feed::changes_feed(view, view::Words(view.record, language)));
  std::sort(files.begin(), files.end(), [](const auto& a, const auto& b) { return a.path < b.path; });

  const auto broken = check_links(files);
  if (!broken.empty())
    throw tracker::base::Error("site: " + std::to_string(broken.size()) + " broken links; the first: " +
                               tracker::base::to_string(broken.front()));
  return files;
}

}  // namespace sitegen::output

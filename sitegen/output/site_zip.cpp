#include "sitegen/output/site_zip.h"

#include <algorithm>

#include "sitegen/data/zip.h"
#include "sitegen/view/links.h"

namespace sitegen::output {
namespace {

bool is_zip(const std::string& path) { return path.ends_with(".zip"); }

}  // namespace

view::Key zip_key(const std::vector<const FileMark*>& files) {
  std::vector<std::string> lines;
  for (const auto* file : files)
    if (!is_zip(file->path))
      lines.push_back(file->path + '\n' + std::to_string(file->content.high) + ' ' + std::to_string(file->content.low));
  std::sort(lines.begin(), lines.end());
  return view::key_of({lines.begin(), lines.end()});
}

view::OutputFile site_zip(std::vector<std::string> paths, const std::function<std::string(const std::string& path)>& read,
                          const std::string& name) {
  std::erase_if(paths, is_zip);
  std::sort(paths.begin(), paths.end());
  std::string bytes;
  data::ZipWriter zip([&](std::string_view part) { bytes.append(part); });
  for (const auto& path : paths) zip.add(name + "/" + path, read(path));
  zip.finish();
  return {std::string(view::kOfflineZip), std::move(bytes)};
}

}  // namespace sitegen::output

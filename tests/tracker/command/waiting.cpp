#include "tests/tracker/command/waiting.h"

#include <nlohmann/json.hpp>

#include <array>
#include <cstdio>
#include <stdexcept>

#include "tracker/record/store.h"

namespace tests {

using namespace tracker;

void let_wait(const Project& project, const std::vector<Says>& says) {
  for (const char* id : {"daily", "weekly", "mirror"})
    project.write("sources/" + std::string(id) + ".toml",
                  "id = \"" + std::string(id) + "\"\ntitle = { en = \"News\" }\npublisher = \"Test Monitor\"\nkind = \"cited\"\n"
                  "url = \"https://" + id + ".example/\"\nlanguages = [\"en\"]\nindependence = \"" +
                      (std::string(id) == "mirror" ? "daily" : id) + "\"\n");
  project.done({"record"});
  std::map<std::string, record::ReadPage> pages;
  for (const auto& one : says) {
    auto told = tests::told(one);
    auto& page = pages[told.source];
    page.key = {told.source, told.snapshot, told.url, "test"};
    page.told.push_back(std::move(told));
  }
  record::PageSync sync;
  for (auto& [source, page] : pages) sync.fresh.push_back(std::move(page));
  record::Writer(project.database()).sync_pages(sync);
}

std::string id_of(const Project& project, const std::string& person, const std::string& event) {
  std::vector<std::string> ids;
  for (const auto& proposal : nlohmann::json::parse(project.done({"review", "--list", "--json"}).out))
    if (proposal["person"] == person && proposal["event"]["type"] == event) ids.push_back(proposal["id"]);
  if (ids.size() != 1) throw std::runtime_error(std::to_string(ids.size()) + " proposals of " + person + " " + event);
  return ids.front();
}

std::string git(const Project& project, const std::string& words) {
  const std::string command = "cd '" + project.root().string() +
                              "' && git -c user.name=Test -c user.email=test@example.org -c core.hooksPath=/dev/null " + words + " 2>&1";
  FILE* const pipe = ::popen(command.c_str(), "r");
  if (!pipe) throw std::runtime_error("git cannot be run");
  std::string out;
  std::array<char, 4096> buffer{};
  while (const auto length = std::fread(buffer.data(), 1, buffer.size(), pipe)) out.append(buffer.data(), length);
  const int status = ::pclose(pipe);
  if (status != 0) throw std::runtime_error("git " + words + ": " + out);
  return out;
}

void commit_all(const Project& project) {
  git(project, "init --quiet");
  git(project, "add content");
  git(project, "commit --quiet -m start");
}

}  // namespace tests

#include "tests/support/project.h"

#include "tracker/command/cli.h"

#include <sstream>
#include <stdexcept>

namespace tests {
namespace {

namespace fs = std::filesystem;

void replace_all(std::string& text, const std::string& old, const std::string& fresh) {
  for (auto at = text.find(old); at != std::string::npos; at = text.find(old, at + fresh.size()))
    text.replace(at, old.size(), fresh);
}

}  // namespace

Tree read_tree(const fs::path& folder) {
  Tree tree;
  if (!fs::exists(folder)) return tree;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file())
      tree[entry.path().lexically_relative(folder).generic_string()] = read_file(entry.path());
  return tree;
}

Project::Project(Words words) {
  fs::copy(TIZIM_SOURCE_DIR "/tests/data/content-small", content(), fs::copy_options::recursive);
  if (words == Words::Few) return;
  fs::remove_all(content() / "i18n");
  fs::copy(TIZIM_SOURCE_DIR "/content/i18n", content() / "i18n", fs::copy_options::recursive);
}

void Project::write(std::string_view name, std::string_view bytes) const {
  dir_.write("content/" + std::string(name), bytes);
}

std::string Project::read(std::string_view name) const {
  return read_file(content() / name);
}

void Project::remove(std::string_view name) const {
  if (!fs::remove(content() / name)) throw std::runtime_error("there is no " + std::string(name));
}

void Project::replace(std::string_view name, std::string_view old, std::string_view fresh) const {
  std::string text = read(name);
  const auto at = text.find(old);
  if (at == std::string::npos)
    throw std::runtime_error(std::string(name) + " does not hold " + std::string(old));
  write(name, text.replace(at, old.size(), fresh));
}

void Project::add_event(std::string_view person, std::string_view toml) const {
  const std::string name = "people/" + std::string(person) + ".md";
  std::string text = read(name);
  text.insert(text.rfind("+++\n"), toml);
  write(name, text);
}

Ran Project::tracker(const std::vector<std::string>& words) const {
  std::vector<std::string> all = {"--root", root().string(), "--now", now};
  all.insert(all.end(), words.begin(), words.end());
  return run_tracker(all);
}

Ran Project::done(const std::vector<std::string>& words) const {
  Ran ran = tracker(words);
  if (ran.code != 0)
    throw std::runtime_error("exit code " + std::to_string(ran.code) + "\n" + ran.out + ran.err);
  return ran;
}

std::string Project::shown(std::string text) const {
  replace_all(text, root().string() + "/", "");
  replace_all(text, root().string(), ".");
  return text;
}

Ran run_tracker(const std::vector<std::string>& words) {
  std::vector<const char*> arguments = {"tracker"};
  for (const auto& word : words) arguments.push_back(word.c_str());
  std::ostringstream out, err;
  Ran ran;
  ran.code = tracker::command::run(static_cast<int>(arguments.size()), arguments.data(), out, err);
  ran.out = out.str();
  ran.err = err.str();
  return ran;
}

std::string person_file(std::string_view id, std::string_view name, std::string_view event) {
  return "+++\nid = \"" + std::string(id) + "\"\nname = { en = \"" + std::string(name) + "\" }\n" +
         std::string(event) + "+++\n";
}

std::string event_toml(std::string_view id, std::string_view type, std::string_view date,
                       std::string_view more) {
  return "\n[[event]]\nid = \"" + std::string(id) + "\"\ntype = \"" + std::string(type) + "\"\ndate = \"" +
         std::string(date) + "\"\n" + (more.empty() ? "" : std::string(more) + "\n") +
         "sources = [{ id = \"report\" }]\n";
}

}  // namespace tests

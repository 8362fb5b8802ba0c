#include "tests/e2e/decisions.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <set>
#include <stdexcept>

#include "tracker/edit/toml_edit.h"

namespace tests {
namespace {

using Json = nlohmann::json;

std::string text(const Json& value) { return value.is_string() ? value.get<std::string>() : std::string(); }

std::set<std::string> numbers_of(const Json& event) {
  std::set<std::string> numbers;
  for (const auto& charge : event["charges"]) {
    const auto reference = charge.get<std::string>();
    numbers.insert(reference.substr(reference.find(':') + 1));
  }
  return numbers;
}

bool same_articles(const std::set<std::string>& said, const std::vector<std::string>& right) {
  const auto number = [](const std::string& article) { return article.substr(0, article.find('.')); };
  const auto meets = [&](const std::string& a, const std::string& b) {
    return a == b || (number(a) == number(b) && (a == number(a) || b == number(b)));
  };
  return std::all_of(right.begin(), right.end(), [&](const auto& one) {
           return std::any_of(said.begin(), said.end(), [&](const auto& other) { return meets(one, other); });
         }) &&
         std::all_of(said.begin(), said.end(), [&](const auto& one) {
           return std::any_of(right.begin(), right.end(), [&](const auto& other) { return meets(one, other); });
         });
}

std::string first_date(const Right& right) { return right.date.substr(0, right.date.find('|')); }

bool is_right(const Json& proposal, const Right& right) {
  const auto& event = proposal["event"];
  const auto date = text(event["date"]);
  const bool same_date = date == first_date(right) || (right.date.find('|') != std::string::npos && right.date.ends_with("|" + date));
  if (event["type"] != right.type || !same_date) return false;
  if (!right.articles.empty() && !same_articles(numbers_of(event), right.articles)) return false;
  if (right.days > 0 && event["days"] != right.days) return false;
  if (right.months > 0) {
    if (!event["sentence"].is_object() || event["sentence"]["months"] != right.months) return false;
    if (text(event["sentence"]["kind"]) != right.kind) return false;
  }
  return right.more.empty();  // what the proposal cannot say needs a hand
}

bool is_step_of_case(const std::string& type) {
  static const std::set<std::string> kNone = {"detained", "admin_arrest", "fined", "released", "transferred", "left_country", "returned"};
  return !kNone.contains(type);
}

class Decider {
 public:
  Decider(const Project& project, const std::vector<Right>& rights, const std::string& source)
      : project_(project), rights_(rights), source_(source), done_(rights.size(), false) {}

  Count run() {
    take_right_ones();
    mend_others();
    add_missing();
    reject_rest();
    return count_;
  }

 private:
  Json waiting() const { return Json::parse(project_.done({"review", "--list", "--json"}).out); }

  /// In the order of the table: what opens a case comes before what goes on in it.
  void take_right_ones() {
    for (std::size_t i = 0; i < rights_.size(); ++i) take_right_one(i);
  }

  bool take_right_one(std::size_t i) {
    for (const auto& proposal : waiting()) {
      if (proposal["person"] != rights_[i].person || !is_right(proposal, rights_[i])) continue;
      if (!accept(proposal, i, "")) continue;
      ++count_.accepted;
      return true;
    }
    return false;
  }

  /// What is left of a person's proposals and tells of one of the missing events, mended: one of the same type first, or of
  /// the same day.
  void mend_others() {
    for (std::size_t i = 0; i < rights_.size(); ++i) {
      if (done_[i] || take_right_one(i)) continue;  // what was missing before it may be there now
      const auto all = waiting();
      const Json* best = nullptr;
      for (const auto& proposal : all) {
        if (proposal["person"] != rights_[i].person || proposal["kind"] != "event") continue;
        const bool same_type = proposal["event"]["type"] == rights_[i].type;
        const bool same_day = !rights_[i].date.empty() && text(proposal["event"]["date"]) == first_date(rights_[i]);
        if (same_type || (same_day && !best)) best = &proposal;
        if (same_type) break;
      }
      if (!best || !accept(*best, i, toml_of(rights_[i]))) continue;
      ++count_.edited;
      count_.by_hand.push_back("edited " + words_of(rights_[i]) + ", proposed as " + text((*best)["event"]["type"]) + " " + text((*best)["event"]["date"]));
    }
  }

  void add_missing() {
    for (std::size_t i = 0; i < rights_.size(); ++i) {
      if (done_[i]) continue;
      write_by_hand(rights_[i]);
      ++count_.added;
      count_.by_hand.push_back("added " + words_of(rights_[i]));
    }
  }

  /// With one proposal another may go, which then cannot be rejected any more: so again until none waits.
  void reject_rest() {
    for (auto all = waiting(); !all.empty();) {
      std::vector<std::string> words = {"review", "--reason", "Not what the paper tells"};
      for (const auto& proposal : all) {
        words.push_back("--reject");
        words.push_back(proposal["id"]);
      }
      project_.tracker(words);
      const auto rest = waiting();
      if (rest.size() >= all.size()) throw std::runtime_error("nothing could be rejected");
      count_.rejected += static_cast<int>(all.size() - rest.size());
      all = rest;
    }
  }

  static std::string words_of(const Right& right) { return right.person + " " + right.type + " " + first_date(right); }

  std::string toml_of(const Right& right) const {
    std::string toml = "[[event]]\nid = \"new\"\ntype = \"" + right.type + "\"\n";
    if (!right.date.empty()) toml += "date = \"" + first_date(right) + "\"\n";
    if (!right.articles.empty()) {
      toml += "charges = [";
      for (const auto& article : right.articles) toml += (toml.back() == '[' ? "" : ", ") + ("\"kz-cc-2014:" + article + "\"");
      toml += "]\n";
    }
    if (right.days > 0) toml += "days = " + std::to_string(right.days) + "\n";
    if (right.months > 0) toml += "sentence = { kind = \"" + right.kind + "\", months = " + std::to_string(right.months) + " }\n";
    return toml + right.more + "sources = [{ id = \"" + source_ + "\" }]\n";
  }

  bool accept(const Json& proposal, std::size_t i, const std::string& event) {
    const Right& right = rights_[i];
    const std::string id = proposal["id"];
    std::vector<std::string> words = {"review", "--accept", id};
    if (proposal["identity"]["verdict"] == "ask") {
      words.push_back("--person");
      words.push_back(people_.contains(right.person) ? people_.at(right.person) : "new");
    }
    if (is_step_of_case(right.type)) {
      const auto known = cases_.find(right.person + right.in);
      // Where the table says that the person has several cases, whoever reviews says which; else the program's choice stands.
      if (known != cases_.end() && !right.in.empty()) {
        words.push_back("--case");
        words.push_back(known->second);
      } else if (!right.in.empty() && people_.contains(right.person)) {
        words.push_back("--case");
        words.push_back("new");
      } else if (!event.empty() && known != cases_.end()) {
        words.push_back("--case");
        words.push_back(known->second);
      }
    } else if (!event.empty()) {
      words.push_back("--case");
      words.push_back("none");
    }
    if (!event.empty()) {
      const auto file = project_.root() / "event.toml";
      std::ofstream(file) << event;
      words.push_back("--event");
      words.push_back(file.string());
    }
    const auto ran = project_.tracker(words);
    if (ran.code != 0) {
      notes_ += right.person + " " + right.type + ": " + ran.err;
      return false;
    }
    // "review: accepted ID: kz-0001 kz-case-0001/c1 in …"
    const auto at = ran.err.find(id + ": ");
    const auto rest = ran.err.substr(at + id.size() + 2);
    const auto person = rest.substr(0, rest.find(' '));
    const auto name = rest.substr(person.size() + 1, rest.find(' ', person.size() + 1) - person.size() - 1);
    people_[right.person] = person;
    if (const auto slash = name.find('/'); slash != std::string::npos) cases_[right.person + right.in] = name.substr(0, slash);
    done_[i] = true;
    return true;
  }

  void write_by_hand(const Right& right) {
    auto& id = people_[right.person];
    if (id.empty()) {
      char made[16];
      std::snprintf(made, sizeof made, "kz-%04d", 9000 + static_cast<int>(people_.size()));
      id = made;
      project_.write("people/" + id + ".md", "+++\nid = \"" + id + "\"\n" + (right.person.starts_with("?") ? "" : "name = { en = \"" + right.person + "\" }\n") + "+++\n");
    }
    auto toml = toml_of(right);
    std::string path = "people/" + id + ".md";
    bool markdown = true;
    if (is_step_of_case(right.type)) {
      auto& of_case = cases_[right.person + right.in];
      if (of_case.empty()) {
        of_case = "hand-" + id + right.in;
        project_.write("cases/" + of_case + ".toml", "id = \"" + of_case + "\"\ntitle = { en = \"By hand\" }\nkind = \"criminal\"\ndefendants = [\"" + id + "\"]\n");
      }
      path = "cases/" + of_case + ".toml";
      markdown = false;
      toml.insert(toml.find("sources = "), "defendants = [\"" + id + "\"]\n");
    }
    auto bytes = project_.read(path);
    const auto number = tracker::edit::next_event_id(bytes, markdown);
    toml.replace(toml.find("\"new\""), 5, "\"" + number + "\"");
    project_.write(path, tracker::edit::append_event(bytes, markdown, toml));
  }

  const Project& project_;
  const std::vector<Right>& rights_;
  std::string source_;
  std::vector<bool> done_;
  std::map<std::string, std::string> people_;
  std::map<std::string, std::string> cases_;
  Count count_;
  std::string notes_;
};

}  // namespace

Count decide(const Project& project, const std::vector<Right>& rights, const std::string& source) {
  return Decider(project, rights, source).run();
}

}  // namespace tests

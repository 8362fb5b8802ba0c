#include "tracker/propose/plan.h"

#include <algorithm>
#include <cstdio>

#include "tracker/base/error.h"
#include "tracker/base/text.h"
#include "tracker/edit/toml_edit.h"
#include "tracker/edit/toml_text.h"
#include "tracker/propose/known.h"
#include "tracker/propose/same.h"

namespace tracker::propose {
namespace {

bool is_markdown(const std::string& path) { return path.ends_with(".md"); }

std::string numbered(const std::string& prefix, int number) {
  char digits[16];
  std::snprintf(digits, sizeof digits, "%04d", number);
  return prefix + digits;
}

/// The largest number behind a prefix among ids.
template <class Entities>
int largest(const Entities& entities, const std::string& prefix) {
  int most = 0;
  for (const auto& entity : entities) {
    const std::string& id = entity.id;
    if (!id.starts_with(prefix) || id.size() > prefix.size() + 8) continue;
    const auto digits = id.substr(prefix.size());
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string::npos) continue;
    most = std::max(most, std::stoi(digits));
  }
  return most;
}

bool is_defendant(const model::Case& of_case, const std::string& person_id) {
  return std::any_of(of_case.defendants.begin(), of_case.defendants.end(),
                     [&](const auto& defendant) { return defendant.id == person_id; });
}

/// Every event of the case says whom it concerns: another defendant takes nothing from it unseen.
bool names_defendants(const model::Case& of_case) {
  return std::all_of(of_case.events.begin(), of_case.events.end(),
                     [](const auto& event) { return !event.defendants.empty(); });
}

bool share_words(const model::Event& a, const model::Event& b) {
  return std::any_of(a.sources.begin(), a.sources.end(), [&](const auto& left) {
    return std::any_of(b.sources.begin(), b.sources.end(), [&](const auto& right) {
      return left.source.id == right.source.id && !left.quote.empty() && left.quote == right.quote;
    });
  });
}

/// The case, and the event in it, that a source told of others in the same words.
struct Shared {
  const model::Case* of_case = nullptr;
  const model::Event* event = nullptr;
};

Shared shared_with(const model::Record& record, const model::Event& event, const std::string& person_id) {
  for (const auto& of_case : record.cases) {
    if (of_case.kind != model::CaseKind::Criminal || !names_defendants(of_case)) continue;
    for (const auto& other : of_case.events)
      if (share_words(other, event) && is_same(other, event, Undated::FitsNone) && !is_defendant(of_case, person_id))
        return {&of_case, &other};
  }
  return {};
}

const model::Event* same_in_case(const model::Case& of_case, const model::Event& event, const std::string& person_id) {
  for (const auto& other : of_case.events) {
    if (other.defendants.empty() || !share_words(other, event) || !is_same(other, event, Undated::FitsNone)) continue;
    if (std::none_of(other.defendants.begin(), other.defendants.end(), [&](const auto& d) { return d.id == person_id; }))
      return &other;
  }
  return nullptr;
}

class Planner {
 public:
  Planner(const Ground& ground, const Proposal& proposal, const Choice& choice)
      : ground_(ground), record_(ground.record), proposal_(proposal), choice_(choice) {
    event_ = choice.event ? *choice.event : proposal.event;
    if (choice.for_patch) comment_ = evidence_comment(proposal);
  }

  Plan run() {
    if (proposal_.kind != Kind::Event && !choice_.event) {
      change_known();
      return std::move(plan_);
    }
    take_person();
    event_.id.clear();
    const bool in_case = choice_.case_id != "none" && (!choice_.case_id.empty() || is_of_prosecution(event_.type));
    if (in_case) {
      put_into_case();
    } else {
      put_with_person();
    }
    confirm_identity();
    return std::move(plan_);
  }

 private:
  std::string now(const std::string& path) const {
    for (const auto& edit : plan_.files)
      if (edit.path == path) return edit.after;
    const auto bytes = ground_.read(path);
    if (!bytes) throw base::Error("content/" + path + " cannot be read", "run `tracker check`");
    return *bytes;
  }

  void put(const std::string& path, std::optional<std::string> before, std::string after) {
    for (auto& edit : plan_.files)
      if (edit.path == path) {
        edit.after = std::move(after);
        return;
      }
    plan_.files.push_back({path, std::move(before), std::move(after)});
  }

  void change(const std::string& path, const std::function<std::string(const std::string&)>& edit) {
    const std::string bytes = now(path);
    put(path, bytes, edit(bytes));
  }

  void create(const std::string& path, std::string bytes) {
    if (ground_.read(path))
      throw base::Error("content/" + path + " is there already", "give that file another name, and try again");
    put(path, std::nullopt, std::move(bytes));
  }

  /// A source more for an event of the record; for a contradiction also what the source says differently.
  void change_known() {
    const auto slash = proposal_.known_event.find('/');
    const auto event_id = slash == std::string::npos ? proposal_.known_event : proposal_.known_event.substr(slash + 1);
    std::string path;
    const model::Event* known = nullptr;
    const auto look = [&](const auto* entity) {
      if (!entity) return;
      path = entity->file;
      for (const auto& event : entity->events)
        if (event.id == event_id) known = &event;
    };
    if (slash == std::string::npos) {
      look(model::find_person(record_, proposal_.person_id));
    } else {
      look(model::find_case(record_, proposal_.known_event.substr(0, slash)));
    }
    if (!known) throw base::Error("the record has no event " + proposal_.known_event, "run `tracker read` again");
    plan_.person_id = proposal_.person_id;
    plan_.event = proposal_.known_event;
    std::string comment = comment_;
    change(path, [&](std::string bytes) {
      const bool markdown = is_markdown(path);
      const auto set = [&](const char* key, const std::string& value) {
        bytes = edit::set_key(bytes, markdown, event_id, key, value, comment);
        comment.clear();
      };
      if (proposal_.closer_date) set("date", edit::toml_string(event_.date->edtf()));
      if (proposal_.kind == Kind::Contradiction) {
        if (known->date && event_.date && *known->date != *event_.date) set("date", edit::toml_string(event_.date->edtf()));
        if (known->days && event_.days && *known->days != *event_.days) set("days", std::to_string(*event_.days));
        if (known->sentence && event_.sentence && !terms_fit(*known, event_))
          set("sentence", edit::sentence_toml(*event_.sentence));
      }
      for (const auto& citation : event_.sources) {
        bytes = edit::add_to_list(bytes, markdown, event_id, "sources", edit::citation_toml(citation), comment);
        comment.clear();
      }
      return bytes;
    });
  }

  void take_person() {
    auto id = choice_.person.empty() ? proposal_.person_id : choice_.person;
    if (choice_.person.empty() && proposal_.identity.verdict == match::Verdict::Ask)
      throw base::Error("it is not certain who \"" + base::visible(proposal_.person) + "\" is",
                        "say it: --person " + proposal_.identity.candidates.front().id + ", or --person new");
    if (id == "new" || id.empty()) {
      const auto prefix = record_.site.id_prefix + "-";
      id = numbered(prefix, std::max(largest(record_.people, prefix), ground_.last_person) + 1);
      model::Person person;
      person.id = id;
      person.name.by_language[proposal_.language.empty() ? record_.site.default_language : proposal_.language] =
          proposal_.person;
      create("people/" + id + ".md", edit::person_file(person));
      is_new_ = true;
    } else if (!model::find_person(record_, id)) {
      throw base::UsageError("there is nobody with the id \"" + id + "\" on the list", "see `tracker list`");
    }
    plan_.person_id = id;
  }

  std::string person_path() const {
    return is_new_ ? "people/" + plan_.person_id + ".md" : model::find_person(record_, plan_.person_id)->file;
  }

  std::string with_event(const std::string& path, const std::string& bytes) {
    event_.id = edit::next_event_id(bytes, is_markdown(path));
    const auto block = comment_ + edit::event_toml(event_);
    return choice_.for_patch ? edit::insert_event(bytes, is_markdown(path), block)
                             : edit::append_event(bytes, is_markdown(path), block);
  }

  void put_with_person() {
    event_.defendants.clear();
    if (choice_.case_id == "none") event_.case_id.id.clear();
    const auto path = person_path();
    change(path, [&](const std::string& bytes) { return with_event(path, bytes); });
    plan_.event = event_.id;
  }

  void put_into_case() {
    std::string id = choice_.case_id.empty() ? event_.case_id.id : choice_.case_id;
    event_.case_id.id.clear();
    event_.defendants = {{plan_.person_id, {}}};
    // Any hunk of a patch may be dropped, so none changes a line that another one changes too: no list of defendants that two
    // of them add to. Whoever is no defendant of a case yet gets one of their own there, and people join the two later.
    if (id.empty() && !choice_.for_patch) {
      if (const auto shared = shared_with(record_, event_, plan_.person_id); shared.of_case) id = shared.of_case->id;
    }
    if (id.empty() || id == "new") return open_case();
    const auto* of_case = model::find_case(record_, id);
    if (!of_case) throw base::UsageError("there is no case \"" + id + "\"", "see content/cases, or say --case new");
    if (choice_.for_patch && !is_defendant(*of_case, plan_.person_id)) return open_case();
    const auto defendant = edit::toml_string(plan_.person_id);
    if (!is_defendant(*of_case, plan_.person_id))
      change(of_case->file, [&](const std::string& bytes) {
        return edit::add_to_list(bytes, false, "", "defendants", defendant, "");
      });
    if (const auto* same = choice_.for_patch ? nullptr : same_in_case(*of_case, event_, plan_.person_id)) {
      change(of_case->file, [&](const std::string& bytes) {
        return edit::add_to_list(bytes, false, same->id, "defendants", defendant, comment_);
      });
      plan_.event = id + "/" + same->id;
      return;
    }
    change(of_case->file, [&](const std::string& bytes) { return with_event(of_case->file, bytes); });
    plan_.event = id + "/" + event_.id;
  }

  void open_case() {
    const auto prefix = record_.site.id_prefix + "-case-";
    model::Case fresh;
    fresh.id = numbered(prefix, largest(record_.cases, prefix) + 1);
    std::vector<std::string> articles;
    for (const auto& charge : event_.charges) articles.push_back(charge.id.substr(charge.id.find(':') + 1));
    const auto year = event_.date ? base::to_iso(event_.date->earliest()).substr(0, 4) : "?";
    const bool english = record_.site.default_language == "en";
    fresh.title.by_language[record_.site.default_language] =
        (articles.empty() ? english ? "Case" : "?" : (english ? "Article " : "") + base::join(articles, ", ")) + " (" + year + ")";
    if (!event_.court.empty()) fresh.court = event_.court;
    fresh.defendants = {{plan_.person_id, {}}};
    event_.id = "c1";
    create("cases/" + fresh.id + ".toml", edit::case_file(fresh) + "\n" + comment_ + edit::event_toml(event_));
    plan_.event = fresh.id + "/c1";
  }

  /// Somebody said who is meant where the program could not: that is remembered.
  void confirm_identity() {
    if (choice_.for_patch || proposal_.identity.verdict != match::Verdict::Ask) return;
    if (is_new_) {
      for (const auto& candidate : proposal_.identity.candidates)
        if (!candidate.refused) add_identity(candidate.id, false);
    } else {
      add_identity(plan_.person_id, true);
    }
  }

  void add_identity(const std::string& person_id, bool is_same) {
    const auto ruled = plan_identity(ground_, proposal_, person_id, is_same,
                                     is_same ? "told by who accepted a proposal" : "told apart by who accepted a proposal",
                                     choice_);
    for (const auto& edit : ruled.files) plan_.files.push_back(edit);
  }

  const Ground& ground_;
  const model::Record& record_;
  const Proposal& proposal_;
  const Choice& choice_;
  model::Event event_;
  std::string comment_;
  bool is_new_ = false;
  Plan plan_;
};

}  // namespace

Plan plan_acceptance(const Ground& ground, const Proposal& proposal, const Choice& choice) {
  return Planner(ground, proposal, choice).run();
}

}  // namespace tracker::propose

#include "tracker/version/reason.h"

#include <string>

#include "tests/support/catch.h"

using namespace tracker;
using model::Reason;
using version::Change;
using version::Grounds;
using version::grounds_of;
using version::State;

namespace {

Change change(const std::string& entity, const std::string& field) {
  return {.entity = entity, .field = field};
}

std::vector<Reason> reasons(std::vector<Change> changes, const std::vector<Grounds>& grounds,
                            Reason otherwise = Reason::NewInformation,
                            const version::Involvement& involvement = {}) {
  give_reasons(changes, grounds, involvement, otherwise);
  std::vector<Reason> result;
  for (const auto& one : changes) result.push_back(one.reason);
  return result;
}

State with_ruling(State state, model::RulingKind kind, const std::string& field, const std::string& date) {
  model::Record record;
  model::Ruling ruling{.id = "r1", .kind = kind, .subject = "person/a", .field = field};
  ruling.date = base::PartialDate::parse(date);
  record.rulings.push_back(ruling);
  state.merge(version::state_of(record));
  return state;
}

const State kBefore{{"person/a", {{"id", "\"a\""}}}};
const base::Day kSince = base::day_of(*base::from_rfc3339("2026-03-01T12:00:00Z"));

}  // namespace

TEST_CASE("without rulings a change is what the maintainer says") {
  CHECK(reasons({change("person/a", "born")}, {}) == std::vector{Reason::NewInformation});
  CHECK(reasons({change("person/a", "born")}, {}, Reason::LateDiscovery) ==
        std::vector{Reason::LateDiscovery});
}

TEST_CASE("an entity of which only derived fields changed was recomputed") {
  CHECK(reasons({change("person/a", "derived.stage"), change("person/a", "derived.status"),
                 change("person/b", "born"), change("person/b", "derived.status")},
                {}, Reason::LateDiscovery) ==
        std::vector{Reason::Recomputed, Reason::Recomputed, Reason::LateDiscovery, Reason::LateDiscovery});
}

TEST_CASE("what follows for a defendant has the reason of what changed in the case") {
  const State state{{"case/c", {{"defendants", "[\"a\",\"b\"]"}}}, {"case/d", {{"defendants", "[\"b\"]"}}}};
  const auto involvement = version::involvement_of({}, state);
  CHECK(involvement == version::Involvement{{"person/a", {"case/c"}}, {"person/b", {"case/c", "case/d"}}});
  CHECK(version::involvement_of(state, {}) == involvement);
  CHECK(reasons({change("case/c", "event.c1.date"), change("person/a", "derived.status"),
                 change("person/z", "derived.status")},
                {}, Reason::LateDiscovery, involvement) ==
        std::vector{Reason::LateDiscovery, Reason::LateDiscovery, Reason::Recomputed});
  CHECK(reasons({change("case/c", "event.c1.date"), change("person/a", "derived.status")},
                {{"case/c", "event.c1", Reason::Correction}}, Reason::LateDiscovery, involvement) ==
        std::vector{Reason::Correction, Reason::Correction});
}

TEST_CASE("a ruling explains its field and the fields below it, and nothing else") {
  const std::vector<Grounds> grounds{{"person/a", "event.e1", Reason::Correction}};
  CHECK(reasons({change("person/a", "event.e1.date"), change("person/a", "event.e10.date"),
                 change("person/b", "event.e1.date")},
                grounds) == std::vector{Reason::Correction, Reason::NewInformation, Reason::NewInformation});
  CHECK(reasons({change("person/a", "event.e1")}, grounds) == std::vector{Reason::Correction});
}

TEST_CASE("a ruling about the whole subject explains every change of it") {
  CHECK(reasons({change("person/a", "born"), change("person/a", "id")},
                {{"person/a", "", Reason::Retraction}}) ==
        std::vector{Reason::Retraction, Reason::Retraction});
}

TEST_CASE("the narrowest ruling wins, among equals the gravest") {
  CHECK(reasons({change("person/a", "born"), change("person/a", "name.en")},
                {{"person/a", "", Reason::WithheldOnRequest},
                 {"person/a", "name", Reason::Retraction},
                 {"person/a", "name", Reason::Correction}}) ==
        std::vector{Reason::WithheldOnRequest, Reason::Retraction});
}

TEST_CASE("derived fields share the reason of the others where those have one") {
  const std::vector<Grounds> grounds{{"person/a", "event.e1", Reason::Correction}};
  CHECK(reasons({change("person/a", "derived.status"), change("person/a", "event.e1.date")}, grounds) ==
        std::vector{Reason::Correction, Reason::Correction});
  CHECK(reasons({change("person/a", "born"), change("person/a", "derived.status"),
                 change("person/a", "event.e1.date")},
                grounds) == std::vector{Reason::NewInformation, Reason::NewInformation, Reason::Correction});
}

TEST_CASE("derived fields fall back where the others differ, in either order") {
  const std::vector<Grounds> grounds{{"person/a", "born", Reason::Correction},
                                     {"person/a", "event.e1", Reason::Retraction}};
  CHECK(reasons({change("person/a", "born"), change("person/a", "derived.status"),
                 change("person/a", "event.e1.date"), change("person/a", "event.e1.type")},
                grounds)[1] == Reason::NewInformation);
}

TEST_CASE("a new ruling gives grounds whatever its date") {
  const auto grounds =
      grounds_of(kBefore, with_ruling(kBefore, model::RulingKind::Correction, "born", "2020-01-01"), kSince);
  REQUIRE(grounds.size() == 1);
  CHECK(grounds[0].subject == "person/a");
  CHECK(grounds[0].field == "born");
  CHECK(grounds[0].reason == Reason::Correction);
}

TEST_CASE("a ruling that stood before gives grounds only if it is dated since, or was changed") {
  const auto old = with_ruling(kBefore, model::RulingKind::Withheld, "", "2026-02-28");
  CHECK(grounds_of(old, old, kSince).empty());
  const auto recent = with_ruling(kBefore, model::RulingKind::Withheld, "", "2026-03-01");
  CHECK(grounds_of(recent, recent, kSince).size() == 1);
  CHECK(
      grounds_of(old, with_ruling(kBefore, model::RulingKind::Retraction, "", "2026-02-28"), kSince).size() ==
      1);
}

TEST_CASE("what was never published cannot be corrected") {
  const auto first = with_ruling(kBefore, model::RulingKind::Correction, "", "2026-03-02");
  CHECK(grounds_of({}, first, std::nullopt).empty());
}

TEST_CASE("rulings about identity and proposals give no grounds") {
  using model::RulingKind;
  const auto kind = GENERATE(RulingKind::SamePerson, RulingKind::NotSamePerson, RulingKind::RejectedProposal,
                             RulingKind::ExactBirthDate);
  CHECK(grounds_of(kBefore, with_ruling(kBefore, kind, "", "2026-03-02"), kSince).empty());
}

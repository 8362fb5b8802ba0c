#include "tests/support/catch.h"
#include "tests/tracker/rules/story.h"
#include "tracker/rules/fold.h"
#include "tracker/rules/status.h"
#include "tracker/rules/traits.h"

namespace tests {

using namespace tracker;

TEST_CASE("the precedence names every display state once") {
  const auto& order = rules::precedence();
  CHECK(order.size() == model::codes<model::Display>().size());
  for (const auto& entry : model::codes<model::Display>()) {
    INFO(entry.code);
    CHECK(rules::rank(entry.value) < order.size());
  }
  CHECK(order.front() == model::Display::DiedInCustody);
  CHECK(order.back() == model::Display::Unknown);
}

TEST_CASE("every state of the liberty axis has a display state of its own name") {
  for (const auto& entry : model::codes<model::Liberty>())
    CHECK(model::code_of(rules::display_of(entry.value)) == entry.code);
}

TEST_CASE("deprivation of liberty is what the vocabulary says") {
  std::string yes;
  for (const auto& entry : model::codes<model::Liberty>())
    if (rules::deprives(entry.value) == model::Deprived::Yes) yes += std::string(entry.code) + ' ';
  CHECK(yes ==
        "detained admin_arrest pretrial_detention house_arrest imprisoned psychiatric extradition_custody "
        "disappeared ");
  CHECK(rules::deprives(model::Liberty::Unknown) == model::Deprived::Unknown);
  CHECK(rules::deprives(model::Liberty::Parole) == model::Deprived::No);
}

TEST_CASE("every type of event has a row of traits") {
  for (const auto& entry : model::codes<model::EventType>()) {
    INFO(entry.code);
    CHECK(rules::traits_of(entry.value).type == entry.value);
  }
}

TEST_CASE("every deprivation outranks every state at liberty") {
  for (const auto& held : model::codes<model::Liberty>())
    for (const auto& free : model::codes<model::Liberty>())
      if (rules::deprives(held.value) == model::Deprived::Yes &&
          rules::deprives(free.value) == model::Deprived::No)
        CHECK(rules::rank(rules::display_of(held.value)) < rules::rank(rules::display_of(free.value)));
}

}  // namespace tests

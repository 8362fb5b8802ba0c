// The whole way on real input: no people, no cases, the briefing paper; read, decide, record; and the states that the paper
// tells of everyone in it, as facts/briefing-cases.md of the shared folder has them.
#include <nlohmann/json.hpp>

#include <cstdio>
#include <filesystem>
#include <iostream>

#include "tests/e2e/decisions.h"
#include "tests/support/catch.h"

using tests::Right;
using Json = nlohmann::json;
namespace fs = std::filesystem;

namespace {

const std::vector<Right> kRights = {
    {"Zhanbolat Mamai", "admin_arrest", "2022-02", {}, 0, 15},
    {"Zhanbolat Mamai", "arrested_pretrial", "2022-03"},
    {"Zhanbolat Mamai", "charged", "2022-06", {"272.1", "274.4"}},
    {"Zhanbolat Mamai", "charges_reclassified", "2022-10", {"400"}},
    {"Zhanbolat Mamai", "house_arrest", "2022-11-02"},
    {"Zhanbolat Mamai", "trial_started", "2022-11-07"},
    {"Zhanbolat Mamai", "charges_reclassified", "2023-01", {"272.1"}},
    {"Lyazzat Dosmambetova", "convicted", "2022-07-15", {"272"}},
    {"Lyazzat Dosmambetova", "sentenced", "2022-07-15", {}, 36},
    {"Lyazzat Dosmambetova", "appeal_upheld", "2022-09"},
    {"Lyazzat Dosmambetova", "sentence_deferred", "2022-09", {}, 0, 0, "", "until = \"2024-09\"\n"},
    {"Lyazzat Dosmambetova", "amnesty_refused"},
    {"Zhanmurat Ashtaev", "convicted", "2022-07-15", {"272"}},
    {"Zhanmurat Ashtaev", "sentenced", "2022-07-15", {}, 36},
    {"Zhanmurat Ashtaev", "appeal_upheld", "2022-09"},
    {"Zhanmurat Ashtaev", "amnesty_refused"},
    {"Kairat Sultanbek", "convicted", "2022-07-15", {"272"}},
    {"Kairat Sultanbek", "sentenced", "2022-07-15", {}, 36},
    {"Kairat Sultanbek", "appeal_upheld", "2022-09"},
    {"Kairat Sultanbek", "amnesty_granted", "2022-11"},
    {"Kairat Sultanbek", "released", "2022-11"},
    {"Raigul Sadyrbayeva", "detained", "2022-01-12"},
    {"Raigul Sadyrbayeva", "charged", "2022-01", {"272", "269"}},
    {"Raigul Sadyrbayeva", "arrested_pretrial", "2022-01"},
    {"Raigul Sadyrbayeva", "house_arrest", "2022-03"},
    {"Raigul Sadyrbayeva", "case_closed", "2022-12-02"},
    {"Kenzhebek Sultanbekov", "arrested_pretrial", "2022-01-07"},
    {"Kenzhebek Sultanbekov", "charged", "", {"272", "269"}},
    {"Kenzhebek Sultanbekov", "travel_restriction", "2022-12"},
    {"Erkin Kaziev", "sentenced", "2019", {}, 12, 0, "restricted_freedom", "", "earlier"},
    {"Erkin Kaziev", "charged", "", {"380"}, 0, 0, "", "", "performance"},
    {"Erkin Kaziev", "arrested_pretrial", "2022-10", {}, 0, 0, "", "", "performance"},
    {"Aydar Mubarakov", "charged", "2022-12", {"380"}},
    {"Aya Sadvakasova", "arrested_pretrial", "2022-01/2022-08-12"},
    {"Aya Sadvakasova", "sentenced", "2022-08-12", {}, 36, 0, "restricted_freedom"},
    {"Aya Sadvakasova", "released", "2022-08-12"},
    {"Dias Nurmagambetov", "convicted", "2022-06-24", {"274"}},
    {"Dias Nurmagambetov", "sentenced", "2022-06-24", {}, 12, 0, "restricted_freedom"},
    {"Dias Nurmagambetov", "appeal_upheld", "2022-08"},
    {"Dias Nurmagambetov", "parole_granted", "2022-10"},
    {"Murat Sapiev", "convicted", "2022-03-24", {"405"}},
    {"Murat Sapiev", "sentenced", "2022-03-24", {}, 36, 0, "restricted_freedom"},
    {"Murat Sapiev", "appeal_upheld", "2022-05"},
    {"Murat Baidauletov", "sentenced", "2020", {}, 12, 0, "restricted_freedom", "", "earlier"},
    {"Murat Baidauletov", "convicted", "2023-01-24", {"405"}, 0, 0, "", "", "second"},
    {"Murat Baidauletov", "sentenced", "2023-01-24", {}, 12, 0, "restricted_freedom", "", "second"},
    {"Akylzhan Kiysymbaev", "detained", "2022-11"},
    {"Akylzhan Kiysymbaev", "charged", "2022-11", {"179", "272", "24"}},
    {"Akylzhan Kiysymbaev", "arrested_pretrial", "2022-11"},
    {"Ermek Narymbaev", "sentenced", "2016", {}, 36},
    {"Ermek Narymbaev", "detained", "2022-02"},
    {"Ermek Narymbaev", "parole_refused", "2022-12"},
    {"Erzhan Elshibaev", "sentenced", "2019-10", {}, 60, 0, "imprisonment", "", "fight"},
    {"Erzhan Elshibaev", "sentence_added", "2022-09", {"428"}, 84, 0, "imprisonment", "", "prison"},
    {"Erzhan Elshibaev", "appeal_upheld", "2022-09/2022-12|2022-12", {}, 0, 0, "", "", "prison"},
    {"Erzhan Elshibaev", "transferred", "2022-12"},
    {"Marat Zhylanbayev", "detained", "2022-11-14"},
    {"Marat Zhylanbayev", "admin_arrest", "2022-11-14", {}, 0, 15},
    {"Venera Zhanbayeva", "detained", "2022-11-14"},
    {"Venera Zhanbayeva", "admin_arrest", "2022-11-14", {}, 0, 15},
    {"Sandugash Kantarbayeva", "detained", "2022-11-14"},
    {"Sandugash Kantarbayeva", "admin_arrest", "2022-11-14", {}, 0, 15},
    {"Mereke Nugmanov", "detained", "2022-11-14"},
    {"Mereke Nugmanov", "admin_arrest", "2022-11-14", {}, 0, 15},
    {"Marat Musabayev", "detained", "2022-11-14"},
    {"Marat Musabayev", "admin_arrest", "2022-11-14", {}, 0, 15},
    {"Semigul Oshakbayeva", "detained", "2022-11-14"},
    {"Semigul Oshakbayeva", "admin_arrest", "2022-11-14", {}, 0, 15},
    {"Semigul Oshakbayeva", "fined", "2022-11-14/2023-02|2022-11-14"},
    {"Aruzhan Duysebayeva", "detained", "2022-10-06"},
    {"Aruzhan Duysebayeva", "fined", "2022-10-06/2023-02|2022-10-06"},
    {"Aruzhan Duysebayeva", "detained", "2023-01-05"},
    {"Aruzhan Duysebayeva", "released", "2023-01-05"},
    {"Gulnar Mirmambetova", "detained", "2022-10-06"},
    {"Gulnar Mirmambetova", "fined", "2022-10-06/2023-02|2022-10-06"},
    {"Gulnar Mirmambetova", "detained", "2023-01-05"},
    {"Gulnar Mirmambetova", "released", "2023-01-05"},
    {"Sharbat Apai", "detained", "2022-10-06"},
    {"Sharbat Apai", "fined", "2022-10-06/2023-02|2022-10-06"},
    {"Anar Mukhamedzhanova", "detained", "2022-10-06"},
    {"Anar Mukhamedzhanova", "fined", "2022-10-06/2023-02|2022-10-06"},
    {"Azerbay Aga", "detained", "2022-10-06"},
    {"Azerbay Aga", "fined", "2022-10-06/2023-02|2022-10-06"},
    {"Abzal Dostiyarov", "detained", "2023-01-05"},
    {"Abzal Dostiyarov", "released", "2023-01-05"},
    {"Artur Alkhastov", "detained", "2023-02"},
    {"Artur Alkhastov", "released", "2023-02"},
};

struct Expected {
  const char* name;
  const char* status;
  const char* stage;  // "" where the table does not say
};

constexpr Expected kStates[] = {
    {"Zhanbolat Mamai", "house_arrest", "in_court"},
    {"Lyazzat Dosmambetova", "deferred", "in_force"},
    {"Zhanmurat Ashtaev", "imprisoned", "in_force"},
    {"Kairat Sultanbek", "amnestied", "in_force"},
    {"Raigul Sadyrbayeva", "case_closed", "closed"},
    {"Kenzhebek Sultanbekov", "travel_restriction", "investigation"},
    {"Erkin Kaziev", "pretrial_detention", ""},
    {"Aydar Mubarakov", "at_liberty_charged", "investigation"},
    {"Aya Sadvakasova", "restricted_freedom", ""},
    {"Dias Nurmagambetov", "parole", "in_force"},
    {"Murat Sapiev", "restricted_freedom", "in_force"},
    {"Murat Baidauletov", "restricted_freedom", ""},
    {"Akylzhan Kiysymbaev", "pretrial_detention", "investigation"},
    {"Ermek Narymbaev", "imprisoned", ""},
    {"Erzhan Elshibaev", "imprisoned", "in_force"},
    {"Marat Zhylanbayev", "released", "none"},
    {"Venera Zhanbayeva", "released", "none"},
    {"Sandugash Kantarbayeva", "released", "none"},
    {"Mereke Nugmanov", "released", "none"},
    {"Marat Musabayev", "released", "none"},
    {"Semigul Oshakbayeva", "fined", "none"},
    {"Aruzhan Duysebayeva", "released", "none"},
    {"Gulnar Mirmambetova", "released", "none"},
    {"Sharbat Apai", "fined", "none"},
    {"Anar Mukhamedzhanova", "fined", "none"},
    {"Azerbay Aga", "fined", "none"},
    {"Abzal Dostiyarov", "released", "none"},
    {"Artur Alkhastov", "released", "none"},
};

/// The six without a name in the case of one who has one: no proposal can tell of nobody.
void add_unnamed(std::vector<Right>& rights) {
  for (int i = 1; i <= 6; ++i) {
    const auto who = "?" + std::to_string(i);
    rights.push_back({who, "detained", "2022-11"});
    rights.push_back({who, "charged", "2022-11", {"179", "272", "24"}});
    rights.push_back({who, "arrested_pretrial", "2022-11"});
  }
}

}  // namespace

TEST_CASE("from the briefing paper to the states it tells, through proposals and decisions") {
  const fs::path paper = fs::path(TIZIM_SOURCE_DIR) / ".." / "shared" / "seed" / "briefing-2023-03.md";
  const fs::path content = fs::path(TIZIM_SOURCE_DIR) / "content";
  if (!fs::exists(paper) || !fs::exists(content / "lexicon" / "en.toml")) {
    WARN("skipped: ../shared or the English lexicon is not here");
    return;
  }
  tests::Project project;
  project.now = "2023-03-07T09:00:00Z";
  fs::remove_all(project.content());
  fs::copy(content, project.content(), fs::copy_options::recursive);
  for (const char* folder : {"people", "cases", "versions", "rulings"}) {
    fs::remove_all(project.content() / folder);
    fs::create_directories(project.content() / folder);
  }
  project.done({"read", "--source", "iphr-kibhr-2023-03", "--file", paper.string()});

  auto rights = kRights;
  const auto named = tests::decide(project, rights, "iphr-kibhr-2023-03");
  std::vector<Right> unnamed;
  add_unnamed(unnamed);
  const auto nameless = tests::decide(project, unnamed, "iphr-kibhr-2023-03");
  std::printf("briefing paper: %d events accepted as proposed, %d edited, %d added by hand (%.1f %% by hand); %d proposals "
              "rejected; 6 people without a name added by hand\n",
              named.accepted, named.edited, named.added, 100 * named.share_by_hand(), named.rejected);
  for (const auto& what : named.by_hand) std::printf("    by hand: %s\n", what.c_str());
  CHECK(nameless.accepted == 0);
  CHECK(named.share_by_hand() <= 0.2);

  project.done({"record"});
  std::map<std::string, Json> people;
  int without_name = 0;
  for (const auto& person : Json::parse(project.done({"list", "--json", "--as-of", "2023-02-15"}).out)) {
    if (person["name"].is_string()) {
      people[person["name"]] = person;
    } else {
      ++without_name;
      CHECK(person["status"] == "pretrial_detention");
    }
  }
  CHECK(without_name == 6);
  CHECK(people.size() == std::size(kStates));
  for (const auto& expected : kStates) {
    INFO(expected.name);
    REQUIRE(people.contains(expected.name));
    CHECK(people[expected.name]["status"] == expected.status);
    if (*expected.stage) CHECK(people[expected.name]["stage"] == expected.stage);
  }
  for (const char* name : {"Aikorkem Meldekhan", "Timur Radchenko", "Inga Imanbai", "Mukhtar Ablyazov", "Ernazar Krykbaev", "Dinara Yegeubayeva"})
    CHECK_FALSE(people.contains(name));
}

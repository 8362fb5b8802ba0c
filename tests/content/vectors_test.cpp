// Every row of the test vectors for the amnesty acts, through `tracker assess ID --json` on the real content. People whom
// the record does not hold (officers, a serviceman) stand in a copy of it as made-up ones with the same charge.
#include <nlohmann/json.hpp>

#include <filesystem>
#include <map>
#include <set>

#include "tests/support/catch.h"
#include "tests/support/project.h"

using Json = nlohmann::json;

namespace {

namespace fs = std::filesystem;
constexpr const char* kAct = "kz-amnesty-2022";

std::string officer(const std::string& id, const std::string& case_id, const std::string& charge,
                    const std::string& sentence) {
  return "+++\nid = \"" + id + "\"\nname = { en = \"Test Officer " + id + "\" }\n" +
         "\n[[event]]\nid = \"e1\"\ntype = \"sentenced\"\ndate = \"2022-09\"\ncase = \"" + case_id +
         "\"\ncharges = [\"kz-cc-2014:" + charge + "\"]\nsentence = { kind = \"imprisonment\", " + sentence +
         " }\nsources = [{ id = \"iphr-kibhr-2023-03\" }]\n+++\n\nNobody.\n";
}

std::string officer_case(const std::string& id, const std::string& defendant, const std::string& date) {
  return "id = \"" + id + "\"\ntitle = \"A made-up case\"\nkind = \"criminal\"\ndefendants = [\"" + defendant +
         "\"]\n\n[[offence]]\nid = \"o1\"\ndate = \"" + date +
         "\"\nage = \"adult\"\nholds = [\"january-2022-riots\"]\nsources = [{ id = \"iphr-kibhr-2023-03\" }]\n";
}

/// The real content with five made-up people, recorded.
class Real {
 public:
  Real() {
    fs::remove_all(project_.content());
    fs::copy(TIZIM_SOURCE_DIR "/content", project_.content(), fs::copy_options::recursive);
    project_.now = "2026-12-31T12:00:00Z";
    add("kz-9001", "made-up-1", "146", "2022-01-08", "months = 36");
    add("kz-9002", "made-up-2", "370", "2022-01-08", "months = 36");
    add("kz-9003", "made-up-3", "146", "2022-01-06", "months = 48");
    add("kz-9004", "made-up-4", "451.2", "2022-01-05", "months = 72");
    add("kz-9005", "made-up-5", "451.2.2", "2022-01-05", "months = 72");
    project_.done({"record"});
  }

  Json assess(const std::string& id) const { return Json::parse(project_.done({"assess", id, "--json"}).out); }
  Json clocks(const std::string& id) const { return Json::parse(project_.done({"clocks", id, "--json"}).out); }

 private:
  void add(const std::string& id, const std::string& case_id, const std::string& charge, const std::string& date,
           const std::string& sentence) const {
    project_.write("people/" + id + ".md", officer(id, case_id, charge, sentence));
    project_.write("cases/" + case_id + ".toml", officer_case(case_id, id, date));
  }

  tests::Project project_;
};

const Real& real() {
  static const Real kReal;
  return kReal;
}

Json of_charge(const Json& person, const std::string& charge, const std::string& act = kAct,
               const std::string& of_case = {}) {
  for (const auto& one : person["assessments"])
    if (one["act"] == act && one["article"] == charge && (of_case.empty() || one["case"] == of_case)) return one;
  FAIL("no assessment of " << charge << " under " << act);
  return {};
}

std::string verdict(const Json& one) {
  std::string text = one["outcome"];
  if (!one["reduced_by"].is_null()) text += " " + one["reduced_by"].get<std::string>();
  return text;
}

std::string readings(const Json& one) {
  std::string text;
  for (const auto& reading : one["readings"])
    text += (text.empty() ? "" : ", ") + reading["reading"].get<std::string>() + " " + verdict(reading);
  return text;
}

std::set<std::string> strings(const Json& list, const char* key = nullptr) {
  std::set<std::string> found;
  for (const auto& one : list) found.insert(key ? one[key].get<std::string>() : one.get<std::string>());
  return found;
}

struct Row {
  const char* id;
  const char* charge;
  const char* verdict;
  const char* if_met = "";    // of an unknown one
  const char* grounds = "";   // one of them has to be there
  const char* readings = "";  // all of them, where they matter
  const char* of_case = "";
};

constexpr Row kRows[] = {
    {"kz-0004", "272.2", "reduced 3/4", "", "", "offence reduced 3/4, person reduced 3/4"},
    {"kz-0002", "272.2", "reduced 3/4", "", "", "offence reduced 3/4, person excluded"},
    {"kz-0003", "272.2", "reduced 3/4", "", "", "offence reduced 3/4, person excluded"},
    {"kz-0001", "272.1", "excluded", "", "organising"},
    {"kz-0001", "274", "unknown", "unknown"},
    {"kz-0001", "274.4", "unknown", "reduced 3/4"},
    {"kz-0001", "400", "unknown", "case_closed"},
    {"kz-0005", "269", "excluded", "", "terrorist"},
    {"kz-0005", "272.2", "reduced 3/4"},
    {"kz-0006", "269", "excluded", "", "terrorist"},
    {"kz-0006", "272.2", "reduced 3/4"},
    {"kz-0007", "405", "excluded", "", "extremist", "", "kaskelen-performance-2022"},
    {"kz-0007", "380", "unknown", "unknown"},
    {"kz-0008", "380", "unknown", "unknown"},
    {"kz-0009", "405.2", "excluded", "", "extremist"},
    {"kz-0009", "274.4.2", "unknown", "reduced 3/4", "", "offence unknown, person excluded"},
    {"kz-0010", "274", "unknown", "freed"},
    {"kz-0013", "24", "outside", "", "window"},
    {"kz-0013", "179", "outside", "", "window"},
    {"kz-0013", "272", "outside", "", "window"},
    {"kz-0014", "272", "outside", "", "window"},
    {"kz-0019", "179", "outside", "", "window"},
    {"kz-0011", "405", "outside", "", "window"},
    {"kz-0012", "405", "outside", "", "", "", "turkestan-videos-2023"},
    {"kz-0012", "405", "outside", "", "window", "", "turkestan-broadcast-2020"},
    {"kz-0022", "405.2", "outside", "", "extremist"},
    {"kz-0022", "258", "outside", "", "extremist"},
    {"kz-0020", "174", "outside", "", "window"},
    {"kz-0021", "106", "outside", "", "window"},
    {"kz-0021", "428", "outside", "", "january-2022-riots"},
    {"kz-9001", "146", "outside", "", "torture"},  // 8 January, and torture
    {"kz-9002", "370", "outside", "", "corruption"},
    {"kz-9003", "146", "excluded", "", "torture"},
    {"kz-9004", "451.2", "unknown", "reduced 3/4"},  // corruption under clause 2 alone, list not read
    {"kz-9005", "451.2.2", "excluded", "", "corruption"},
};

}  // namespace

TEST_CASE("every person of the test vectors is assessed as the facts support, through the program", "[vectors]") {
  for (const auto& row : kRows) {
    INFO(row.id << ' ' << row.charge);
    const auto one = of_charge(real().assess(row.id), row.charge, kAct, row.of_case);
    CHECK(verdict(one) == row.verdict);
    if (*row.if_met) CHECK(verdict(one["if_met"]) == row.if_met);
    if (*row.grounds) CHECK(strings(one["grounds"]).contains(row.grounds));
    if (*row.readings) CHECK(readings(one) == row.readings);
    for (const auto& step : one["steps"]) {
      CHECK_FALSE(step["citation"].get<std::string>().empty());
      CHECK_FALSE(step["certainty"].get<std::string>().empty());
    }
  }
}

TEST_CASE("Sultanbek: 36 months become 9, which agrees with the release", "[vectors]") {
  const auto person = real().assess("kz-0004");
  const auto one = of_charge(person, "272.2");
  CHECK(one["fraction"] == 0.75);
  CHECK(one["term"]["months"] == 36);
  CHECK(one["term"]["becomes_months"] == 9);
  CHECK(one["certainty"] == "medium");
  CHECK(person["decision"]["decision"] == "granted");
  CHECK(person["decision"]["agreement"] == "agrees");
}

TEST_CASE("Dosmambetova and Ashtaev: no repeat offenders, two readings, and the court took the second", "[vectors]") {
  for (const char* id : {"kz-0002", "kz-0003"}) {
    const auto person = real().assess(id);
    const auto one = of_charge(person, "272.2");
    CHECK(one["readings_differ"] == true);
    CHECK(one["term"]["becomes_months"] == 9);
    std::string repeat;
    for (const auto& step : one["steps"])
      if (step["test"] == "recidivism") repeat = step["result"];
    CHECK(repeat == "no");
    CHECK(person["decision"]["decision"] == "refused");
    CHECK(person["decision"]["agreement"] == "agrees_in_one_reading");
  }
}

TEST_CASE("Mubarakov: it cannot be determined, and what is missing is named", "[vectors]") {
  const auto one = of_charge(real().assess("kz-0008"), "380");
  CHECK(one["certainty"] == "not_verified");
  const auto missing = strings(one["missing"], "test");
  for (const char* test : {"condition", "listed", "gravity", "part"}) CHECK(missing.contains(test));
  std::map<std::string, std::string> parts;
  for (const auto& possible : one["possible"]) parts[possible["part"]] = possible["gravity"];
  CHECK(parts == std::map<std::string, std::string>{{"1", "minor"}, {"2", "medium"}, {"3", "medium"},
                                                    {"4", "serious"}, {"5", "serious"},
                                                    {"6", "especially-serious"}});
}

TEST_CASE("Mamai: the charge of insult had lapsed when the verdict came", "[vectors]") {
  const auto one = of_charge(real().assess("kz-0001"), "378");
  bool lapsed = false;
  for (const auto& step : one["steps"]) lapsed = lapsed || (step["test"] == "limitation" && step["result"] == "yes");
  CHECK(lapsed);
}

TEST_CASE("405, part 2, is of minor gravity and excluded all the same", "[vectors]") {
  const auto one = of_charge(real().assess("kz-0009"), "405.2");
  std::string gravity;
  for (const auto& step : one["steps"])
    if (step["test"] == "gravity") gravity = step["about"];
  CHECK(gravity == "minor");
  CHECK(one["outcome"] == "excluded");
}

TEST_CASE("the act of 2022 names 52 articles, the one of 2025 has no window around January 2022", "[vectors]") {
  CHECK(of_charge(real().assess("kz-0013"), "272", "kz-amnesty-2025")["outcome"] == "unknown");
  CHECK(of_charge(real().assess("kz-0022"), "405.2", "kz-amnesty-2025")["outcome"] == "excluded");
  CHECK(of_charge(real().assess("kz-0013"), "272", "kz-amnesty-2021")["outcome"] == "outside");
}

TEST_CASE("Zhylanbayev's term ends about 22 January 2030, computed and with the sum", "[vectors]") {
  const auto clocks = real().clocks("kz-0022")["clocks"];
  Json end;
  for (const auto& clock : clocks)
    if (clock["clock"] == "end_of_term") end = clock;
  REQUIRE(end.is_object());
  CHECK(end["earliest"] == "2030-01-22");
  CHECK(end["latest"] == "2030-01-22");
  CHECK(end["computed"] == true);
  CHECK(end["certainty"] == "medium");
  std::map<std::string, Json> lines;
  for (const auto& line : end["lines"]) lines[line["step"]] = line;
  CHECK(lines["effect"]["days"] == "2024-01-19");
  CHECK(lines["term"]["count"] == 84);
  CHECK(lines["held"]["count"] == 241);
  CHECK(lines["held"]["rate"] == "3/2");
  CHECK(lines["credit"]["count"] == 362);
}

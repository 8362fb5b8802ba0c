#include "tests/tracker/record/world.h"

#include <algorithm>

#include "tracker/load/content.h"

using namespace tracker;

namespace tests {
namespace {

base::PartialDate date(unsigned seed) {
  static const char* const kDates[] = {
      "2022",       "2022-06",    "2022-06-15", "2022-06~",   "2022-02/2022-03",
      "2022-02/..", "2021-12-30", "2023-01?",   "2022-11-02", "../2022-03"};
  return *base::PartialDate::parse(kDates[seed % std::size(kDates)]);
}

template <class Entities>
const std::string* pick(const Entities& entities, unsigned seed) {
  if (entities.empty()) return nullptr;
  return &std::next(entities.begin(), static_cast<std::ptrdiff_t>(seed % entities.size()))->first;
}

template <class Entities>
model::Ref ref(const Entities& entities, unsigned seed) {
  const auto* id = seed % 3 == 0 ? nullptr : pick(entities, seed);
  return id ? model::Ref{*id, {4, 2}} : model::Ref{};
}

model::Localised words(unsigned seed) {
  model::Localised text;
  if (seed % 5 != 0) text.by_language["en"] = "Words " + std::to_string(seed) + " with 'quotes' and <tags>";
  if (seed % 2 == 0) text.by_language["ru"] = "Слова " + std::to_string(seed);
  return text;
}

/// Every status of a person is a function of the whole record and of the day, as with the rules, only
/// simpler.
model::Status status_of(const model::Record& record, const model::Person& person, unsigned time) {
  const auto events = model::events_of(record, person);
  const auto count = static_cast<unsigned>(events.size());
  model::Status status;
  status.display =
      model::codes<model::Display>()[(count + time) % model::codes<model::Display>().size()].value;
  status.liberty = model::codes<model::Liberty>()[count % model::codes<model::Liberty>().size()].value;
  status.prosecuted = !model::cases_of(record, person).empty();
  if (count > 0) {
    status.since = events.back().event->date;
    status.decisive_event = events.back().event->id;
    if (!events.back().event->sources.empty())
      status.last_confirmed = {date(count), events.back().event->sources.front().source.id};
    status.restrictions.push_back({"activity_ban", 12, events.back().event->date});
    status.amnesties.push_back({.act = "act", .decision = model::Decision::Pending});
  }
  for (const auto* of_case : model::cases_of(record, person)) {
    model::CaseState state;
    state.case_id = of_case->id;
    state.charges.push_back({.article = "code:272.1", .live = count % 2 == 0});
    state.sentences.push_back({.sentence = {.months = static_cast<int>(count)}, .in_force = true});
    status.cases.push_back(state);
  }
  return status;
}

record::IndexedFile indexed(const std::string& path, const model::Record& part) {
  const std::string document = version::to_document(part);
  return {path, path.substr(0, path.find('/')), base::sha256(document), document};
}

model::Receipt receipt(unsigned number, unsigned seed) {
  model::Receipt made;
  made.source = "source-" + std::to_string(seed % 4);
  made.url = "https://example.org/" + std::to_string(seed);
  made.started = base::Instant(std::chrono::seconds(1'700'000'000 + number * 60));
  made.milliseconds = static_cast<int>(seed % 900);
  made.outcome = seed % 2 ? model::FetchOutcome::Fetched : model::FetchOutcome::Unreachable;
  if (seed % 2) {
    made.status = 200;
    made.digest = base::sha256(made.url);
    made.bytes = 10 + seed;
    made.headers["etag"] = '"' + std::to_string(seed) + '"';
  } else {
    made.detail = "no answer";
  }
  return made;
}

}  // namespace

record::Sync Given::all() const {
  return since({});
}

record::Sync Given::since(const std::vector<record::IndexedFile>& before) const {
  std::map<std::string, base::Digest> known;
  for (const auto& file : before) known[file.path] = file.digest;
  record::Sync sync;
  for (const auto& file : files) {
    const auto there = known.find(file.path);
    if (there == known.end() || there->second != file.digest) sync.changed.push_back(file);
    if (there != known.end()) known.erase(there);
  }
  for (const auto& [path, digest] : known) sync.removed.push_back(path);
  sync.record = &record;
  sync.statuses = &statuses;
  sync.versions = &versions;
  sync.receipts = &receipts;
  return sync;
}

World::World(unsigned seed) : random_(seed) {
  for (int i = 0; i < 40; ++i) change();
}

void World::change_one(Entities& entities, const std::string& prefix, const std::string& folder,
                       const char* extension) {
  const auto new_path = [&] { return folder + "/f" + std::to_string(++made_) + extension; };
  const auto action = entities.size() < 2 ? 0U : roll(6);
  if (action <= 1) {
    entities[prefix + std::to_string(++made_)] = {roll(1000), new_path()};
    return;
  }
  auto& [id, entity] = *std::next(entities.begin(), roll(static_cast<unsigned>(entities.size())));
  if (action == 2) {
    entities.erase(std::string(id));
  } else if (action == 3) {
    entity.path = new_path();
  } else if (action == 4) {  // two files swap what they say
    std::swap(entity.path, entities.begin()->second.path);
  } else {
    entity.seed = roll(1000);
  }
}

void World::change() {
  switch (roll(10)) {
    case 0:
      return change_one(sources_, "source-", "sources", ".toml");
    case 1:
      return change_one(places_, "place-", "places", ".toml");
    case 2:
      return change_one(laws_, "law-", "laws", ".toml");
    case 3:
      return change_one(texts_, "text-", "people", ".ru.md");
    case 4:
      return change_one(cases_, "case-", "cases", ".toml");
    case 5:
      return receipts_.push_back(receipt(static_cast<unsigned>(receipts_.size()), roll(1000)));
    case 6: {
      if (receipts_.size() > 3) receipts_[roll(static_cast<unsigned>(receipts_.size()))].detail = "mended";
      return record_version();
    }
    case 7:
      withhold();
      return;
    default:
      return change_one(people_, "kz-", "people", ".md");
  }
}

void World::record_version() {
  Given given;
  fill(given);
  auto after = version::state_of(given.record);
  const auto before = versions_.empty() ? std::nullopt : std::optional(versions_.back());
  const base::Instant now(std::chrono::seconds(1'700'000'000 + versions_.size() * 86400));
  auto made = version::make_version(before, recorded_, after, {}, {}, {now, "made up", {}}, [this] {
    return base::sha256(std::to_string(random_())).hex().substr(0, 32);
  });
  if (!made) return;
  versions_.push_back(*std::move(made));
  version_files_.push_back(base::sha256(version::to_json(versions_.back())));
  recorded_ = std::move(after);
}

std::string World::withhold() {
  if (versions_.empty()) return {};
  const auto number = roll(static_cast<unsigned>(versions_.size()));
  auto& changes = versions_[number].changes;
  auto& change = changes[roll(static_cast<unsigned>(changes.size()))];
  std::string taken = change.value.value_or("");
  change.value.reset();
  change.salt.clear();
  version_files_[number] = base::sha256(version::to_json(versions_[number]));
  return taken;
}

model::Event World::event(unsigned seed, std::size_t number, bool in_case) const {
  model::Event made;
  made.id = "e" + std::to_string(number);
  made.type = model::codes<model::EventType>()[seed % model::codes<model::EventType>().size()].value;
  if (seed % 4 != 0) made.date = date(seed);
  made.order = static_cast<int>(seed % 2);
  if (!in_case) made.case_id = ref(cases_, seed);
  made.place = ref(places_, seed + 1);
  made.court = ref(places_, seed + 2);
  made.act = ref(laws_, seed + 1);
  if (const auto* law = pick(laws_, seed)) made.charges = {{*law + ":272.1", {}}, {*law + ":10", {}}};
  if (seed % 3 == 1)
    made.sentence =
        model::Sentence{.kind = model::SentenceKind::Imprisonment, .months = static_cast<int>(seed % 90)};
  made.text = words(seed);
  made.at = {static_cast<int>(number) + 5, 1};
  for (unsigned i = 0; i < 2; ++i)
    if (const auto* source = pick(sources_, seed + i))
      made.sources.push_back({.source = {*source, {7, 1}}, .quote = "q"});
  return made;
}

model::Person World::person(const std::string& id, const Entity& entity) const {
  model::Person made;
  made.id = id;
  if (entity.seed % 6 != 0) made.name.by_language["en"] = "Test Person " + std::to_string(entity.seed);
  made.name.by_language["ru"] = "Проба Пробаев " + std::to_string(entity.seed);
  made.also = {"T. Person", "Persson"};
  made.tags = {"january", "january"};
  made.region = ref(places_, entity.seed);
  made.life[""] = {.body = "A life, number " + std::to_string(entity.seed)};
  for (std::size_t i = 0; i < entity.seed % 5; ++i)
    made.events.push_back(event(entity.seed + static_cast<unsigned>(i), i + 1, false));
  return made;
}

model::Case World::case_of(const std::string& id, const Entity& entity) const {
  model::Case made;
  made.id = id;
  made.title = words(entity.seed + 1);
  for (unsigned i = 0; i < 3; ++i)
    if (const auto* person = pick(people_, entity.seed + i)) made.defendants.push_back({*person, {}});
  made.court = ref(places_, entity.seed);
  for (std::size_t i = 0; i < entity.seed % 4; ++i)
    made.events.push_back(event(entity.seed + 7 * static_cast<unsigned>(i), i + 1, true));
  return made;
}

std::vector<std::pair<std::string, model::Record>> World::parts() const {
  std::vector<std::pair<std::string, model::Record>> parts;
  const auto part = [&](const std::string& path) -> model::Record& {
    return parts.emplace_back(path, model::Record{}).second;
  };
  part("site.toml").site = {.title = words(1), .languages = {"en", "ru"}, .default_language = "en"};
  for (const auto& [id, entity] : people_) part(entity.path).people = {person(id, entity)};
  for (const auto& [id, entity] : cases_) part(entity.path).cases = {case_of(id, entity)};
  for (const auto& [id, entity] : sources_)
    part(entity.path).sources = {{.id = id, .title = words(entity.seed), .publisher = "Nobody's News"}};
  for (const auto& [id, entity] : places_)
    part(entity.path).places = {{.id = id, .name = words(entity.seed), .within = ref(places_, entity.seed)}};
  for (const auto& [id, entity] : laws_)
    part(entity.path).laws = {{.id = id,
                               .articles = {{.number = "272", .parts = {{.part = "1"}, {.part = "1"}}}},
                               .list = {{.article = "106"}, {.article = "106"}}}};
  std::map<std::string, bool> has_text;
  for (const auto& [id, entity] : texts_) {
    const auto* owner = pick(people_, entity.seed);
    if (!owner || has_text[*owner]) continue;
    has_text[*owner] = true;
    model::Person text;
    text.id = *owner;
    text.life["ru"] = {.body = "Жизнь " + std::to_string(entity.seed), .draft = entity.seed % 2 == 0};
    part(entity.path).people = {text};
  }
  return parts;
}

void World::fill(Given& given) const {
  std::vector<model::Record> read;
  for (auto& [path, part] : parts()) {
    const std::string file = "content/" + path;
    const auto name_file = [&](auto& entities) {
      for (auto& entity : entities) entity.file = file;
    };
    name_file(part.people), name_file(part.cases), name_file(part.sources), name_file(part.places),
        name_file(part.laws);
    if (!part.site.default_language.empty()) part.site.file = file;
    for (auto& person : part.people)
      for (auto& [language, text] : person.life) text.file = file;
    given.files.push_back(indexed(path, part));
    read.push_back(std::move(part));
  }
  for (std::size_t i = 0; i < versions_.size(); ++i)
    given.files.push_back(
        {"versions/" + version::file_name(versions_[i].number), "version", version_files_[i], ""});
  std::sort(given.files.begin(), given.files.end(),
            [](const auto& a, const auto& b) { return a.path < b.path; });
  base::Findings findings;
  given.record = load::assemble(std::move(read), findings);
  for (const auto& person : given.record.people)
    given.statuses.push_back(status_of(given.record, person, time_));
  given.versions = versions_;
  given.receipts = receipts_;
}

}  // namespace tests

#include "tracker/sandbox/read.h"

#include "tests/support/catch.h"
#include "tests/support/pdf.h"

using namespace tracker;

namespace {

model::Source source_of(model::SourceKind kind) {
  model::Source source;
  source.id = "test-source";
  source.kind = kind;
  return source;
}

parse::Parsed read(const model::Source& source, std::string_view bytes, const sandbox::GuardLimits& limits = {}) {
  return sandbox::read_snapshot({source, source.kind, false, bytes, "", "https://court.example/"}, {}, nullptr, limits);
}

}  // namespace

TEST_CASE("a snapshot is read in a child as it would be here") {
  const auto parsed = read(source_of(model::SourceKind::Feed), "<rss><channel><item><link>/a</link></item></channel></rss>");
  REQUIRE(parsed.entries.size() == 1);
  CHECK(parsed.entries[0].url == "https://court.example/a");
}

TEST_CASE("a PDF is read page by page whatever the kind, and its script is said and not run") {
  const auto pdf = tests::pdf_of({"One", "Two"}, "/OpenAction << /S /JavaScript /JS (app.alert(1)) >>");
  for (const auto kind : {model::SourceKind::Document, model::SourceKind::Page}) {
    const auto parsed = read(source_of(kind), pdf);
    CHECK(parsed.outcome == model::ReadingOutcome::Read);
    REQUIRE(parsed.pages.size() == 2);
    CHECK(parsed.pages[1] == "Two\n\n");
    CHECK(parsed.left_out == std::vector<std::string>{"the document holds a script, which was not run"});
  }
}

TEST_CASE("a document that is no PDF is unreadable") {
  CHECK(read(source_of(model::SourceKind::Document), "<p>moved").detail == "it is no PDF");
}

TEST_CASE("many snapshots are read in the children of their origins as each would be by itself") {
  std::vector<model::Source> sources = {source_of(model::SourceKind::Page), source_of(model::SourceKind::Feed)};
  sources[1].id = "test-feed";
  const std::string deep = [] {
    std::string html;
    for (int i = 0; i < 300'000; ++i) html += "<div>";
    return html;
  }();
  struct One {
    std::size_t source;
    std::string bytes;
    const char* origin;
  };
  const std::vector<One> all = {{0, "<p>one", "https://a.example"},
                                {0, deep, "https://a.example"},
                                {0, "<p>two", "https://a.example"},
                                {1, "<rss><channel><item><link>/a</link></item></channel></rss>", "https://a.example"},
                                {0, tests::pdf_of({"One", "Two"}), "https://b.example"},
                                {1, "no feed", "https://b.example"},
                                {0, "", "https://b.example"}};
  const sandbox::Zones zones;
  const std::vector<model::Fingerprint> fingerprints;
  sandbox::SnapshotReader reader(sources, fingerprints, zones);
  for (const auto& one : all) {
    const auto& source = sources[one.source];
    const sandbox::Snapshot snapshot{source, source.kind, false, one.bytes, "", "https://court.example/"};
    INFO(one.bytes.substr(0, 40));
    CHECK(parse::to_json(reader.read(snapshot, one.origin)) == parse::to_json(sandbox::read_snapshot(snapshot, fingerprints, nullptr)));
  }
}

TEST_CASE("a snapshot of a source that the reader does not know is a mistake of the program") {
  const std::vector<model::Source> sources;
  const std::vector<model::Fingerprint> fingerprints;
  const sandbox::Zones zones;
  sandbox::SnapshotReader reader(sources, fingerprints, zones);
  const auto other = source_of(model::SourceKind::Page);
  CHECK_THROWS_AS(reader.read({other, other.kind, false, "x", "", ""}, "https://a.example"), std::invalid_argument);
}

TEST_CASE("a limit is an outcome with its reason") {
  sandbox::GuardLimits limits;
  limits.output = 100;
  const auto parsed = read(source_of(model::SourceKind::Page), "<p>" + std::string(1000, 'x'), limits);
  CHECK(parsed.outcome == model::ReadingOutcome::Limited);
  CHECK(parsed.detail == "more than 100 bytes of result");
}

TEST_CASE("a snapshot that the machine had no time for is put off, and one that took its time is limited") {
  sandbox::GuardLimits limits;
  limits.wall = std::chrono::milliseconds(1);
  std::string page;
  for (int i = 0; i < 200'000; ++i) page += "<p>a <b>word</b>";
  const auto source = source_of(model::SourceKind::Page);
  const auto put_off = read(source, page, limits);
  CHECK(put_off.outcome == model::ReadingOutcome::Postponed);
  CHECK(put_off.detail == "more than 0 s in all, and the machine was too busy to work on it");
  limits.cpu = std::chrono::seconds(0);
  CHECK(read(source, page, limits).outcome == model::ReadingOutcome::Limited);
}

TEST_CASE("many snapshots are read at a time, each as by itself and in their order") {
  const std::vector<model::Source> sources = {source_of(model::SourceKind::Page)};
  const sandbox::Zones zones;
  const std::vector<model::Fingerprint> fingerprints;
  sandbox::SnapshotReader reader(sources, fingerprints, zones);
  std::vector<std::string> origins, urls, bodies;
  for (int i = 0; i < 40; ++i) {
    origins.push_back("https://" + std::to_string(i / 10) + ".example");
    urls.push_back(origins.back() + "/");
    bodies.push_back(i % 7 == 3 ? tests::pdf_of({"Page " + std::to_string(i)}) : "<p>page " + std::to_string(i));
  }
  const auto snapshot = [&](std::size_t i) {
    return sandbox::Snapshot{sources[0], sources[0].kind, false, bodies[i], "", urls[i]};
  };
  std::size_t next = 0;
  const auto done = reader.read_all(
      origins, [&](std::size_t i) { return std::optional(reader.input_of(snapshot(i))); },
      [&](std::size_t i, const parse::Parsed& parsed) {
        CHECK(i == next++);
        CHECK((parsed == sandbox::read_snapshot(snapshot(i), fingerprints, nullptr)));
      },
      [](std::size_t) { return true; });
  CHECK(done == 40);
  CHECK(next == 40);
}

TEST_CASE("the facts of a reading are counted, and its text digest looks at words alone") {
  const auto source = source_of(model::SourceKind::Page);
  const auto reading = [&](std::string_view bytes) {
    const sandbox::Snapshot snapshot{source, source.kind, false, bytes, "", "https://court.example/"};
    return sandbox::reading_of(snapshot, sandbox::read_snapshot(snapshot, {}, nullptr), base::sha256(bytes), {}, {});
  };
  const auto one = reading("<p>one two");
  CHECK(one.words == 2);
  CHECK(one.pages == 1);
  CHECK(one.encoding == "UTF-8");
  CHECK(one.text == reading("<div class=new>one  two</div>").text);
  CHECK(one.text != reading("<p>one three").text);
}

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

TEST_CASE("a limit is an outcome with its reason") {
  sandbox::GuardLimits limits;
  limits.output = 100;
  const auto parsed = read(source_of(model::SourceKind::Page), "<p>" + std::string(1000, 'x'), limits);
  CHECK(parsed.outcome == model::ReadingOutcome::Limited);
  CHECK(parsed.detail == "more than 100 bytes of result");
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

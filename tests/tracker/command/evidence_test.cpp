#include "tracker/command/evidence.h"

#include "tests/support/catch.h"

using namespace tracker;
using command::page_name;
using command::receipts_of_person;
using command::receipts_of_source;

namespace {

model::Receipt receipt(const std::string& source, const std::string& url, const std::string& bytes) {
  model::Receipt made;
  made.source = source;
  made.url = made.final_url = url;
  made.started = *base::from_rfc3339("2024-02-01T12:00:00Z");
  made.digest = base::sha256(bytes);
  return made;
}

const std::vector<model::Receipt> kReceipts = {
    receipt("news", "https://news.example/", "front"), receipt("news", "https://news.example/1", "one"),
    receipt("news", "https://news.example/2", "two"), receipt("court", "https://court.example/", "notices")};

model::Citation cites(const std::string& source, const std::string& url = {}, const std::string& snapshot = {}) {
  model::Citation made;
  made.source.id = source;
  made.url = url;
  made.snapshot = snapshot;
  return made;
}

std::vector<std::string> urls(const std::vector<model::Receipt>& receipts) {
  std::vector<std::string> found;
  for (const auto& one : receipts) found.push_back(one.url);
  return found;
}

model::Person person(std::vector<model::Citation> citations) {
  model::Person made;
  made.id = "xx-0001";
  made.events.emplace_back();
  made.events[0].sources = std::move(citations);
  return made;
}

}  // namespace

TEST_CASE("of a source all receipts are its evidence") {
  CHECK(urls(receipts_of_source(kReceipts, "court")) == std::vector<std::string>{"https://court.example/"});
  CHECK(receipts_of_source(kReceipts, "none").empty());
}

TEST_CASE("of a person what is cited is the evidence: the snapshot, else the address, else the source") {
  using Urls = std::vector<std::string>;
  const auto of = [](std::vector<model::Citation> citations) {
    return urls(receipts_of_person(kReceipts, {}, person(std::move(citations))));
  };
  CHECK(of({cites("news", "", base::sha256("two").hex())}) == Urls{"https://news.example/2"});
  CHECK(of({cites("news", "https://news.example/1")}) == Urls{"https://news.example/1"});
  CHECK(of({cites("court")}) == Urls{"https://court.example/"});
  CHECK(of({cites("news", "https://news.example/1"), cites("news", "https://news.example/1"), cites("court")}) ==
        Urls{"https://news.example/1", "https://court.example/"});
  CHECK(of({cites("other")}).empty());
}

TEST_CASE("events of a case count for its defendants, or for those that the event names") {
  model::Record record;
  record.cases.emplace_back();
  auto& one = record.cases[0];
  one.defendants = {{"xx-0001", {}}, {"xx-0002", {}}};
  one.events.resize(2);
  one.events[0].sources = {cites("court")};
  one.events[1].sources = {cites("news", "https://news.example/2")};
  one.events[1].defendants = {{"xx-0002", {}}};
  CHECK(urls(receipts_of_person(kReceipts, record, person({}))) == std::vector<std::string>{"https://court.example/"});
  auto other = person({});
  other.id = "xx-0003";
  CHECK(receipts_of_person(kReceipts, record, other).empty());
}

TEST_CASE("a page is named by time, source, digest and type, in letters that every system takes") {
  auto one = receipt("news/../x", "https://news.example/", "front");
  one.headers["content-type"] = "text/html; charset=utf-8";
  CHECK(page_name(one) == "2024-02-01T120000Z-news____x-" + base::sha256("front").hex().substr(0, 16) + ".html");
  one.headers["content-type"] = "application/atom+xml";
  CHECK(page_name(one).substr(page_name(one).size() - 4) == ".xml");
  one.headers.clear();
  CHECK(page_name(one).substr(page_name(one).size() - 4) == ".bin");
}

#include "tracker/archive/warc.h"

#include "tests/support/catch.h"
#include "tests/support/warc_reader.h"
#include "tracker/base/digest.h"

using namespace tracker;
using archive::decoded_head;
using archive::warc_exchange;

namespace {

model::Receipt receipt() {
  model::Receipt made;
  made.source = "news";
  made.url = "https://example.org/a";
  made.final_url = "https://example.org/b";
  made.via = {"https://example.org/a"};
  made.started = *base::from_rfc3339("2024-02-01T12:00:00Z");
  made.outcome = model::FetchOutcome::Fetched;
  made.status = 200;
  made.digest = base::sha256("page");
  made.address = "192.0.2.1";
  made.robots = model::RobotsDecision{true, "Allow: /", base::sha256("rules"), made.started};
  made.chain = base::sha256("chain");
  made.request = "GET /b HTTP/1.1\r\nHost: example.org\r\n\r\n";
  made.response = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nX-A: 1\r\nTransfer-Encoding: chunked\r\n\r\n";
  return made;
}

}  // namespace

TEST_CASE("a file begins with who wrote it") {
  const auto records = tests::read_warc(archive::warc_info("Tizim 1", "a title", receipt().started));
  REQUIRE(records.size() == 1);
  CHECK(records[0].version == "WARC/1.1");
  CHECK(records[0].fields.at("WARC-Type") == "warcinfo");
  CHECK(records[0].fields.at("Content-Type") == "application/warc-fields");
  CHECK(records[0].block.find("software: Tizim 1\r\n") == 0);
}

TEST_CASE("an exchange is an answer, its request, and what the receipt says beside them") {
  const auto records = tests::read_warc(warc_exchange(receipt(), "page", "-----BEGIN\nAAAA\n-----END\n"));
  REQUIRE(records.size() == 3);
  const auto& response = records[0];
  CHECK(response.fields.at("WARC-Type") == "response");
  CHECK(response.fields.at("Content-Type") == "application/http;msgtype=response");
  CHECK(response.fields.at("WARC-Target-URI") == "https://example.org/b");
  CHECK(response.fields.at("WARC-Date") == "2024-02-01T12:00:00Z");
  CHECK(response.fields.at("WARC-IP-Address") == "192.0.2.1");
  CHECK(response.fields.at("WARC-Payload-Digest") == "sha256:" + base::sha256("page").hex());
  CHECK(response.fields.at("WARC-Block-Digest") == "sha256:" + base::sha256(response.block).hex());
  CHECK(response.block == "HTTP/1.1 200 OK\r\nX-A: 1\r\nContent-Length: 4\r\n\r\npage");
  CHECK(records[1].fields.at("WARC-Type") == "request");
  CHECK(records[1].block == receipt().request);
  CHECK(records[1].fields.at("WARC-Concurrent-To") == response.fields.at("WARC-Record-ID"));
  const auto& metadata = records[2];
  CHECK(metadata.fields.at("WARC-Type") == "metadata");
  CHECK(metadata.fields.at("WARC-Concurrent-To") == response.fields.at("WARC-Record-ID"));
  for (const char* line : {"outcome: fetched\r\n", "robots-allowed: true\r\n", "robots-why: Allow: /\r\n",
                           "redirected-by: https://example.org/a\r\n", "certificates:\r\n -----BEGIN\r\n AAAA\r\n"}) {
    INFO(line);
    CHECK(metadata.block.find(line) != std::string::npos);
  }
}

TEST_CASE("ids are those of RFC 9562, each of its own, and the same again") {
  const auto text = warc_exchange(receipt(), "page", "");
  CHECK(warc_exchange(receipt(), "page", "") == text);
  const auto records = tests::read_warc(text);
  for (const auto& record : records) {
    const auto& id = record.fields.at("WARC-Record-ID");
    INFO(id);
    REQUIRE(id.size() == 47);
    CHECK(id.substr(0, 10) == "<urn:uuid:");
    CHECK(id[24] == '8');
    CHECK(std::string("89ab").find(id[29]) != std::string::npos);
  }
  CHECK(records[0].fields.at("WARC-Record-ID") != records[1].fields.at("WARC-Record-ID"));
}

TEST_CASE("what brought no bytes is metadata alone, and what was given by hand is a resource") {
  auto failed = receipt();
  failed.outcome = model::FetchOutcome::Unreachable;
  failed.digest.reset();
  const auto alone = tests::read_warc(warc_exchange(failed, std::nullopt, ""));
  REQUIRE(alone.size() == 1);
  CHECK(alone[0].fields.at("WARC-Type") == "metadata");
  auto given = receipt();
  given.request = given.response = "";
  given.headers = {{"content-type", "text/html"}};
  const auto resource = tests::read_warc(warc_exchange(given, "page", ""));
  REQUIRE(resource.size() == 2);
  CHECK(resource[0].fields.at("WARC-Type") == "resource");
  CHECK(resource[0].fields.at("Content-Type") == "text/html");
  CHECK(resource[0].block == "page");
}

TEST_CASE("nothing that a server said can break a record") {
  auto hostile = receipt();
  hostile.final_url = "https://example.org/\r\nWARC-Type: warcinfo";
  hostile.detail = "a\r\n\r\nWARC/1.1\r\n";
  hostile.response = "HTTP/1.1 200 OK\r\nX: \r\n\r\nWARC/1.1\r\n";
  const auto records = tests::read_warc(warc_exchange(hostile, std::string("\r\n\r\nWARC/1.1\r\n\0", 15), "\r\n\r\n"));
  REQUIRE(records.size() == 3);
  CHECK(records[0].fields.at("WARC-Type") == "response");
}

TEST_CASE("the head before a decoded body says its length and no coding") {
  CHECK(decoded_head("HTTP/1.1 200 OK\r\ncontent-LENGTH: 5\r\nServer: a\r\n\r\n", 9) ==
        "HTTP/1.1 200 OK\r\nServer: a\r\nContent-Length: 9\r\n\r\n");
  CHECK(decoded_head("", 0) == "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
}

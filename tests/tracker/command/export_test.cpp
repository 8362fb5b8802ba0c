// Evidence that leaves the archive: read back by readers that we did not write, and held beside a WARC that we did not write.
#include <cstdlib>
#include <fstream>

#include "tests/support/catch.h"
#include "tests/support/follow.h"
#include "tests/support/http_server.h"
#include "tests/support/warc_reader.h"
#include "tracker/archive/store.h"

using namespace tests;

namespace {

const std::string kPage = "<p>Nobody was arrested.</p>\n";

bool has_program(const std::string& name) { return std::system(("command -v " + name + " >/dev/null 2>&1").c_str()) == 0; }

/// What a command writes to its output; it must succeed.
std::string output_of(const std::string& command) {
  FILE* pipe = popen(command.c_str(), "r");
  std::string text;
  char piece[4096];
  for (std::size_t count; (count = fread(piece, 1, sizeof piece, pipe)) > 0;) text.append(piece, count);
  INFO(command << "\n" << text);
  REQUIRE(pclose(pipe) == 0);
  return text;
}

const WarcRecord& of_type(const std::vector<WarcRecord>& records, const std::string& type, const std::string& url = {}) {
  for (const auto& record : records) {
    const auto target = record.fields.find("WARC-Target-URI");
    const std::string uri = target == record.fields.end() ? "" : target->second;
    // wget 1.21 still writes the angle brackets of WARC 1.0's grammar.
    if (record.fields.at("WARC-Type") == type && (url.empty() || uri == url || uri == '<' + url + '>')) return record;
  }
  throw std::runtime_error("no record of type " + type);
}

std::string payload_of(const WarcRecord& record) { return record.block.substr(record.block.find("\r\n\r\n") + 4); }

struct Fetched {
  Project project;
  HttpServer server;
  HttpServer::Endpoint robots = server.serve("/robots.txt", Reply{200, "User-agent: *\nDisallow: /x\n", {}, "text/plain"});
  HttpServer::Endpoint page = server.serve("/news", Reply{200, kPage, {{"ETag", "\"1\""}}});
  HttpServer::Endpoint other = server.serve("/other", Reply{200, "other"});
  Fetched() {
    follow(project, "news", server.url("/news"));
    follow(project, "other", server.url("/other"));
    follow(project, "gone", server.url("/gone"));
    project.done({"fetch"});
  }
};

}  // namespace

TEST_CASE("a WARC has everything of the archive, and a reader that we did not write opens it") {
  Fetched fetched;
  const auto file = fetched.project.root() / "all.warc";
  const auto ran = fetched.project.done({"export", "--warc", file.string()});
  CHECK(fetched.project.shown(ran.err) == "export: 3 receipts of the whole archive in all.warc\n");
  const auto records = read_warc(read_file(file));
  CHECK(records.front().fields.at("WARC-Type") == "warcinfo");
  CHECK(payload_of(of_type(records, "response", fetched.server.url("/news"))) == kPage);
  CHECK(of_type(records, "metadata", fetched.server.url("/gone")).block.find("HTTP 404 (not found)") != std::string::npos);
  CHECK(of_type(records, "resource", fetched.server.url("/robots.txt")).block == "User-agent: *\nDisallow: /x\n");
  if (!has_program("bsdtar")) {
    WARN("skipped: bsdtar is not installed (scripts/setup test)");
    return;
  }
  // It knows versions up to 1.0, of which 1.1 is a widening: the same bytes with the older number.
  std::string older = read_file(file);
  for (auto at = older.find("WARC/1.1\r\n"); at != std::string::npos; at = older.find("WARC/1.1\r\n", at + 1)) older[at + 7] = '0';
  std::ofstream(fetched.project.root() / "older.warc", std::ios::binary) << older;
  const std::string read = "cd " + fetched.project.root().string() + " && bsdtar -f older.warc ";
  const std::string list = output_of(read + "-t");  // it names what it finds by the paths of the addresses
  CHECK(list.find("news\n") != std::string::npos);
  CHECK(list.find("robots.txt\n") != std::string::npos);
  output_of(read + "-x news");
  const std::string page = read_file(fetched.project.root() / "news");
  CHECK(page.substr(0, 15) == "HTTP/1.1 200 OK");
  // This reader fills up what it gives with zero bytes.
  const std::string body = page.substr(page.find("\r\n\r\n") + 4);
  CHECK(body.substr(0, std::string_view(kPage).size()) == kPage);
  CHECK(body.find_first_not_of(std::string_view("\r\n\0", 3), std::string_view(kPage).size()) == std::string::npos);
}

TEST_CASE("beside the WARC that wget writes of the same page, ours says the same") {
  if (!has_program("wget")) {
    WARN("skipped: wget is not installed (scripts/setup test)");
    return;
  }
  Fetched fetched;
  const auto root = fetched.project.root();
  const std::string url = fetched.server.url("/news");
  output_of("cd " + root.string() + " && wget -q --no-proxy -O page --no-warc-compression --warc-file=wget " + url);
  fetched.project.done({"export", "--warc", (root / "ours.warc").string(), "--source", "news"});
  const auto theirs = read_warc(read_file(root / "wget.warc"));
  const auto ours = read_warc(read_file(root / "ours.warc"));
  for (const char* type : {"warcinfo", "request", "response", "metadata"}) {
    INFO(type);
    const auto& a = of_type(theirs, type);
    const auto& b = of_type(ours, type, std::string(type) == "warcinfo" ? "" : url);
    for (const char* field : {"WARC-Type", "WARC-Record-ID", "WARC-Date", "Content-Type", "Content-Length"}) {
      INFO(field);
      CHECK(a.fields.count(field) == b.fields.count(field));
    }
    CHECK(a.fields.at("WARC-Record-ID").size() == b.fields.at("WARC-Record-ID").size());
    CHECK(a.fields.at("WARC-Date").size() == b.fields.at("WARC-Date").size());
  }
  const auto& a = of_type(theirs, "response", url);
  const auto& b = of_type(ours, "response", url);
  CHECK(payload_of(a) == payload_of(b));
  CHECK(a.fields.at("Content-Type") == b.fields.at("Content-Type"));
  CHECK(a.fields.at("WARC-IP-Address") == b.fields.at("WARC-IP-Address"));
  CHECK(a.block.substr(0, a.block.find('\r')) == b.block.substr(0, b.block.find('\r')));
  CHECK(of_type(theirs, "request", url).fields.at("Content-Type") == of_type(ours, "request", url).fields.at("Content-Type"));
  CHECK(of_type(ours, "request", url).fields.at("WARC-Concurrent-To") == b.fields.at("WARC-Record-ID"));
}

TEST_CASE("a zip of a source has its pages and receipts, and checksums that hold") {
  Fetched fetched;
  const auto root = fetched.project.root();
  const auto ran = fetched.project.done({"export", "--zip", (root / "news.zip").string(), "--source", "news"});
  CHECK(fetched.project.shown(ran.err) == "export: 1 receipt of the source news in news.zip\n");
  if (!has_program("bsdtar")) {
    WARN("skipped: bsdtar is not installed (scripts/setup test)");
    return;
  }
  std::filesystem::create_directories(root / "out");
  output_of("cd " + (root / "out").string() + " && bsdtar -xf ../news.zip && sha256sum -c SHA256SUMS");
  const auto files = read_tree(root / "out");
  CHECK(files.size() == 5);
  CHECK(tracker::archive::from_line(files.at("receipts.jsonl").substr(0, files.at("receipts.jsonl").size() - 1)).source == "news");
  CHECK(files.begin()->first == "README.txt");
  bool has_page = false;
  for (const auto& [name, bytes] : files) has_page |= name.rfind("pages/", 0) == 0 && bytes == kPage;
  CHECK(has_page);
}

TEST_CASE("of a person what is cited is exported") {
  Fetched fetched;
  const auto root = fetched.project.root();
  fetched.project.write("people/cited.md",
                        "+++\nid = \"xx-0700\"\nname = { en = \"Test Person\" }\n\n[[event]]\nid = \"e1\"\ntype = \"wanted\"\n"
                        "date = \"2024-01-01\"\nsources = [{ id = \"other\" }]\n+++\n");
  const auto ran = fetched.project.done({"export", "--warc", (root / "p.warc").string(), "--person", "xx-0700"});
  CHECK(fetched.project.shown(ran.err) == "export: 1 receipt of what is cited for the person xx-0700 in p.warc\n");
  CHECK(payload_of(of_type(read_warc(read_file(root / "p.warc")), "response")) == "other");
}

TEST_CASE("a wrong call exports nothing") {
  Fetched fetched;
  const std::string file = (fetched.project.root() / "x").string();
  using Words = std::vector<std::string>;
  for (const Words& words : {Words{"export"}, Words{"export", "--warc", file, "--zip", file}, Words{"export", "--zip", file, "--source", "nobody"},
                             Words{"export", "--zip", file, "--person", "nobody"},
                             Words{"export", "--zip", file, "--person", "a", "--source", "news"}}) {
    CHECK(fetched.project.tracker(words).code == 2);
    CHECK_FALSE(std::filesystem::exists(file));
  }
  CHECK(fetched.project.tracker({"export", "--zip", "/no/such/folder/x.zip"}).code == 1);
  const Project empty;
  CHECK(empty.tracker({"export", "--warc", file}).code == 1);
}

#include "tracker/parse/xml.h"

#include "tests/support/catch.h"

using namespace tracker::parse;

TEST_CASE("XML is read by its rules") {
  const auto xml = read_xml("<?xml version='1.0'?><!-- c --><a x='1 &lt; 2'><b>t<![CDATA[<&>]]>&amp;&#x410;&nbsp;</b><c/></a>");
  REQUIRE(xml.root);
  CHECK(xml.repairs.empty());
  CHECK(xml.root->attribute("x") == "1 < 2");
  CHECK(xml.root->said("b") == "t<&>&А\u00A0");
  CHECK(xml.root->child("c"));
}

TEST_CASE("namespaces are told apart by their address, not by their prefix") {
  const auto xml = read_xml("<f:feed xmlns:f='http://www.w3.org/2005/Atom' xmlns='http://search.yahoo.com/mrss/'><title>m</title>"
                            "<f:title>a</f:title></f:feed>");
  CHECK(xml.root->is("feed", "atom"));
  CHECK(xml.root->said("title", "atom") == "a");
  CHECK(xml.root->said("title", "media") == "m");
  CHECK(read_xml("<atom:feed/>").root->is("feed", "atom"));
}

TEST_CASE("broken XML is read as far as it makes sense, and the repairs are said") {
  const auto repaired = [](std::string_view text, const std::string& name) {
    const auto xml = read_xml(text);
    std::string said = xml.root ? xml.root->said(name) : "-";
    for (const auto& repair : xml.repairs) said += "|" + repair;
    return said;
  };
  CHECK(repaired("<a><b>x & y</b></a>", "b") == "x & y|1 signs & or < that are no markup, kept as written");
  CHECK(repaired("<a><b>x < y</b></a>", "b") == "x < y|1 signs & or < that are no markup, kept as written");
  CHECK(repaired("<a><b>&unheard;</b></a>", "b") == "&unheard;|1 references to entities that are not defined, kept as written");
  CHECK(repaired("<a><b>x\x01y</b></a>", "b") == "xy|1 control characters left out");
  CHECK(repaired("<a><b>x", "b") == "x|the end is missing: 2 elements are not closed");
  CHECK(repaired("<a><b>x</a>", "b") == "x|1 elements are not closed in their order");
  CHECK(repaired("<a></x><b>x</b></a>", "b") == "x|1 end tags close nothing");
  CHECK(repaired("<a><b>x</b></a><c>y</c>", "b") == "x");
  CHECK(repaired("words", "b") == "-|there is no element");
}

TEST_CASE("an entity bomb stays as it is written") {
  const auto xml = read_xml("<!DOCTYPE l [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><l><t>&c;</t></l>");
  CHECK(xml.root->said("t") == "&c;");
}

TEST_CASE("an external entity is never looked up") {
  const auto xml = read_xml("<!DOCTYPE l [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><l><t>&x;</t></l>");
  CHECK(xml.root->said("t") == "&x;");
}

TEST_CASE("depth and number of elements are bounded, and what is left out is said") {
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<a>";
  CHECK(read_xml(deep).repairs == std::vector<std::string>{"the end is missing: 200 elements are not closed",
                                                           "99800 elements deeper than 200 levels left out"});
  std::string wide = "<a>";
  for (int i = 0; i < 1000; ++i) wide += "<b/>";
  const auto xml = read_xml(wide + "</a>", {.nodes = 100, .depth = 10});
  CHECK(xml.root->children.size() == 99);
  CHECK(xml.repairs.front() == "more than 100 elements: the rest is left out");
}

TEST_CASE("what is behind elements that are too deep is read again") {
  const auto xml = read_xml("<a><b><c><d>x</d></c></b><e>y</e></a>", {.nodes = 100, .depth = 2});
  CHECK(xml.root->said("e") == "y");
}

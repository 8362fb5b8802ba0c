#include "tracker/edit/diff.h"

#include "tests/support/catch.h"

using namespace tracker::edit;

TEST_CASE("a line that changed stands between the lines around it") {
  CHECK(diff_section("a.toml", "1\n2\n3\n4\n5\n6\n7\n8\n", "1\n2\n3\n4\nfive\n6\n7\n8\n") ==
        "diff --git a/a.toml b/a.toml\n--- a/a.toml\n+++ b/a.toml\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}

TEST_CASE("what is inserted has only what follows as its context, so that another insertion there does not break it") {
  CHECK(diff_section("a.md", "1\n2\n3\n+++\n\nLife.\n", "1\n2\n3\nnew\n+++\n\nLife.\n") ==
        "diff --git a/a.md b/a.md\n--- a/a.md\n+++ b/a.md\n@@ -4,3 +4,4 @@\n+new\n +++\n \n Life.\n");
}

TEST_CASE("what is put at the end has what stands before it as its context") {
  CHECK(diff_section("a", "1\n2\n", "1\n2\n3\n") == "diff --git a/a b/a\n--- a/a\n+++ b/a\n@@ -1,2 +1,3 @@\n 1\n 2\n+3\n");
}

TEST_CASE("a new file is made out of nothing") {
  CHECK(diff_section("n", std::nullopt, "1\n2\n") ==
        "diff --git a/n b/n\nnew file mode 100644\n--- /dev/null\n+++ b/n\n@@ -0,0 +1,2 @@\n+1\n+2\n");
}

TEST_CASE("a missing newline at the end is said, and equal texts give nothing") {
  CHECK(diff_section("n", "1", "1\n2\n") ==
        "diff --git a/n b/n\n--- a/n\n+++ b/n\n@@ -1,1 +1,2 @@\n-1\n\\ No newline at end of file\n+1\n+2\n");
  CHECK(diff_section("n", "1\n", "1\n").empty());
}

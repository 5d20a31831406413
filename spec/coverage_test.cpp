#include "spec/coverage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "spec/sample_files.h"
#include "spec/sha256.h"

namespace touchstone::spec {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Coverage, CountsLinesSectionsAndClaims) {
  const auto rows = coverage(load(sample_files()));
  ASSERT_THAT(rows, SizeIs(1));
  EXPECT_EQ(rows[0].number, "001");
  EXPECT_EQ(rows[0].lines, 10);
  EXPECT_EQ(rows[0].lines_in_sections, 10);
  EXPECT_EQ(rows[0].sections, 2);
  EXPECT_EQ(rows[0].claims, 2);
  EXPECT_EQ(rows[0].pending, 1);
  EXPECT_EQ(rows[0].sections_without_claims, 1);
}

TEST(Coverage, SeesLinesThatNoSectionHolds) {
  EXPECT_EQ(
      coverage(load(sample_with("documents.toml", "\"3-10\"", "\"5-9\"")))[0].lines_in_sections, 7);
  EXPECT_EQ(
      coverage(load(sample_with("documents.toml", "\"3-10\"", "\"3-99\"")))[0].lines_in_sections,
      10);
}

/// A folder of its own with document.txt in it.
class CheckFiles : public ::testing::Test {
 protected:
  CheckFiles() {
    std::string pattern = ::testing::TempDir() + "documents-XXXXXX";
    folder_ = ::mkdtemp(pattern.data());
  }
  ~CheckFiles() override { std::filesystem::remove_all(folder_); }

  std::vector<Problem> check(const std::string& text, const std::string& sha256_listed) {
    std::ofstream(folder_ / "document.txt", std::ios::binary) << text;
    Spec spec = load(sample_files());
    spec.documents[0].sha256 = sha256_listed;
    return check_files(spec, folder_);
  }

  std::filesystem::path folder_;
};

const std::string sound = "title\n\n# Text\n4\n5\n6\n7\n8\n9\n10";

TEST_F(CheckFiles, AcceptsTheDocumentThatIsListed) {
  EXPECT_THAT(check(sound, sha256(sound)), IsEmpty());
}

TEST_F(CheckFiles, TellsAnotherHash) {
  const auto problems = check(sound, sha256("other"));
  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_EQ(problems[0].key, "sha256");
  EXPECT_EQ(problems[0].expected, sha256("other"));
}

TEST_F(CheckFiles, TellsAnotherNumberOfLines) {
  const std::string longer = sound + "\n11\n";
  const auto problems = check(longer, sha256(longer));
  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_THAT(to_string(problems[0]),
              HasSubstr("documents.toml:1: lines: document.txt has 11 lines; expected 10"));
}

TEST_F(CheckFiles, TellsSectionsAndHeadingsThatPart) {
  const std::string moved = "title\n\n3\n# Text\n5\n6\n7\n8\n9\n10";
  const auto problems = check(moved, sha256(moved));
  ASSERT_THAT(problems, SizeIs(2));
  EXPECT_THAT(to_string(problems[0]),
              HasSubstr("documents.toml:12: lines: document.txt has no heading at line 3"));
  EXPECT_THAT(to_string(problems[1]),
              HasSubstr("documents.toml:1: section: document.txt has a heading at line 4"));
}

TEST_F(CheckFiles, TellsAMissingDocument) {
  const auto problems = check_files(load(sample_files()), folder_ / "nowhere");
  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_EQ(problems[0].key, "file");
}

}  // namespace
}  // namespace touchstone::spec

#include "spec/load.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "spec/sample_files.h"

namespace touchstone::spec {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(Load, ReadsEveryKeyOfAClaim) {
  const Spec spec = load(sample_files());
  ASSERT_THAT(spec.claims, SizeIs(2));
  const Claim& claim = spec.claims.back();
  EXPECT_EQ(claim.id, "text.str.type-name");
  EXPECT_EQ(claim.tier, Tier::stated);
  EXPECT_EQ(claim.statement, "Text MUST be of the type named str.");
  EXPECT_THAT(claim.sources, ElementsAre(Source{"001", {3, 3}}, Source{"001", {7, 10}}));
  EXPECT_EQ(claim.figure, "<class 'str'>");
  EXPECT_EQ(claim.kind, Kind::example);
  EXPECT_EQ(claim.verdict, DocumentVerdict::refuted);
  EXPECT_EQ(claim.truth, "Said to be unicode; it was str.");
  EXPECT_THAT(claim.needs, IsEmpty());
  EXPECT_EQ(claim.at, (Position{"text.toml", 10}));
  EXPECT_THAT(spec.claims.front().needs, ElementsAre("text.codecs", "text.strings"));
}

TEST(Load, ReadsDocumentsAndTheirSections) {
  const Spec spec = load(sample_files());
  ASSERT_THAT(spec.documents, SizeIs(1));
  EXPECT_EQ(spec.documents.front().lines, 10);
  ASSERT_THAT(spec.documents.front().sections, SizeIs(2));
  const Section& section = spec.documents.front().sections.back();
  EXPECT_EQ(section.lines, (LineRange{3, 10}));
  EXPECT_THAT(section.pending, ElementsAre("files.open.missing"));
  EXPECT_THAT(spec.modules, ElementsAre("abc", "queue"));
}

TEST(Load, PutsClaimsInOrderOfTheirIds) {
  auto files = sample_with("text.toml", "text.codec.empty", "text.zzz.empty");
  EXPECT_EQ(load(files).claims.back().id, "text.zzz.empty");
}

std::string refusal(const std::vector<SourceFile>& files) {
  try {
    load(files);
    return {};
  } catch (const SpecError& error) {
    return error.what();
  }
}

TEST(Load, CollectsTheProblemsOfAllFiles) {
  auto files = sample_with("text.toml", "tier = \"implied\"", "tier = \"guessed\"");
  files[1].text += "x = 1\n";
  EXPECT_EQ(
      refusal(files),
      "documents.toml:17: x: unknown key; expected one of title, lines, claims, pending, none\n"
      "text.toml:3: tier: no such tier: guessed; expected one of stated, implied");
}

TEST(Load, TellsNothingButSyntaxWhereAFileIsNoToml) {
  auto files = sample_with("text.toml", "tier = \"implied\"", "tier = \"guessed\"");
  files[0].text += "x =\n";
  files[1].text += "[";
  const auto problems = problems_of(files);
  ASSERT_THAT(problems, SizeIs(2));
  EXPECT_EQ(problems[0].at, (Position{"capabilities.toml", 10}));
  EXPECT_EQ(problems[1].at, (Position{"documents.toml", 17}));
}

TEST(Load, RefusesAFolderThatIsNotThere) {
  EXPECT_THROW(load(std::filesystem::path("/nonexistent/spec")), SpecError);
}

TEST(Load, RefusesASpecWithoutItsVocabulary) {
  auto files = sample_files();
  files.erase(files.begin());
  EXPECT_EQ(refusal(files),
            "capabilities.toml: the file is missing; expected it beside the chapters");
}

TEST(SpecHash, DependsOnNamesAndTextsAlone) {
  auto files = sample_files();
  const std::string hash = spec_hash(files);
  std::ranges::reverse(files);
  EXPECT_EQ(spec_hash(files), hash);
  EXPECT_EQ(load(files).hash, hash);
  files.front().text += "\n";
  EXPECT_NE(spec_hash(files), hash);
  EXPECT_NE(spec_hash(sample_with("text.toml", "named str.", "named  str.")), hash);
}

}  // namespace
}  // namespace touchstone::spec

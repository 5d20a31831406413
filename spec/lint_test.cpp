#include "spec/lint.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

#include "spec/sample_files.h"

namespace touchstone::spec {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> told(const std::vector<SourceFile>& files) {
  std::vector<std::string> texts;
  for (const Problem& problem : lint(load(files))) texts.push_back(to_string(problem));
  return texts;
}

TEST(Lint, IsSilentOnASoundSpec) { EXPECT_THAT(told(sample_files()), IsEmpty()); }

struct Unwise {
  const char* name;
  const char* file;
  const char* from;
  const char* to;
  const char* told;
};

std::ostream& operator<<(std::ostream& out, const Unwise& unwise) { return out << unwise.name; }

class LintRule : public ::testing::TestWithParam<Unwise> {};

TEST_P(LintRule, Tells) {
  const auto& [name, file, from, to, expected] = GetParam();
  EXPECT_THAT(told(sample_with(file, from, to)), Contains(HasSubstr(expected)));
}

constexpr Unwise unwise_claims[] = {
    {"NoRule", "text.toml", "MUST encode", "encodes",
     "text.toml:1: statement: no rule is stated; expected MUST, SHOULD or MAY"},
    {"RuleInsideAWord", "text.toml", "MUST encode", "MUSTARD", "statement: no rule is stated"},
    {"NoFullStop", "text.toml", "empty bytes.", "empty bytes",
     "text.toml:1: statement: the statement does not end"},
    {"FigureOfTwoLines", "text.toml", "<class 'str'>", "<class\\n'str'>",
     "text.toml:10: figure: the text has several lines; expected one line"},
    {"RefutedWithoutTruth", "text.toml", "truth = \"Said to be unicode; it was str.\"", "",
     "text.toml:10: truth: the verdict is refuted and nothing tells why; expected what is so"},
    {"UntestableWithoutReason", "text.toml", "\"holds\"", "\"untestable\"",
     "text.toml:1: truth: the verdict is untestable and nothing tells why; expected the reason"},
    {"UntestableWithNeeds", "text.toml", "\"holds\"", "\"untestable\"",
     "text.toml:1: needs: an untestable claim needs nothing"},
    {"TestableAdvice", "text.toml", "\"property\"", "\"advice\"",
     "text.toml:1: verdict: advice cannot be tried; expected untestable"},
    {"NeedsOutOfOrder", "text.toml", "\"text.codecs\", \"text.strings\"",
     "\"text.strings\", \"text.codecs\"",
     "text.toml:1: needs: capabilities are repeated or out of order"},
    {"SourcesRepeated", "text.toml", "\"001:3\", \"001:7-10\"", "\"001:3\", \"001:3\"",
     "text.toml:10: sources: sources are repeated or out of order"},
    {"SourceBeyondTheDocument", "text.toml", "001:7-10", "001:7-11",
     "text.toml:10: sources: 001:7-11 lies beyond the document; expected lines up to 10"},
    {"ClaimsOutOfOrder", "text.toml", "text.codec.empty", "text.zzz.empty",
     "text.toml:1: id: text.zzz.empty stands before text.str.type-name; expected claims in the "
     "order of their ids"},
};

constexpr Unwise unwise_documents[] = {
    {"SectionWithoutAnything", "documents.toml", "none = \"The title alone.\"", "",
     "documents.toml:7: none: the section has neither claims nor a reason"},
    {"SectionWithBoth", "documents.toml", "pending = [\"files.open.missing\"]",
     "none = \"Nothing.\"",
     "documents.toml:12: none: the section has claims and a reason for having none"},
    {"TitleInAnotherLanguage", "documents.toml", "\"Text\"", "\"\u6587\"",
     "documents.toml:12: title: the title is not in English"},
    {"IdsOutOfOrder", "documents.toml", "\"text.codec.empty\", \"text.str.type-name\"",
     "\"text.str.type-name\", \"text.codec.empty\"",
     "documents.toml:12: claims: ids are repeated or out of order"},
    {"UnknownClaim", "documents.toml", "text.codec.empty", "text.codec.emty",
     "documents.toml:12: claims: there is no claim text.codec.emty, did you mean "
     "text.codec.empty?"},
    {"ClaimNotMadeThere", "documents.toml", "none = \"The title alone.\"",
     "claims = [\"text.codec.empty\"]",
     "documents.toml:7: claims: text.codec.empty has no source in 001:1-2"},
    {"ClaimMissing", "documents.toml", "\"text.codec.empty\", ", "",
     "documents.toml:12: claims: text.codec.empty is missing: its source 001:4-6 lies here"},
    {"PendingButThere", "documents.toml", "files.open.missing", "text.codec.empty",
     "documents.toml:12: pending: text.codec.empty is there already; expected it under claims"},
    {"PendingButRetired", "documents.toml", "files.open.missing", "text.str.kind",
     "documents.toml:12: pending: text.str.kind is retired"},
    {"LinesInNoSection", "documents.toml", "\"3-10\"", "\"4-10\"",
     "documents.toml:12: lines: lines 3 lie in no section; expected the section to begin at line "
     "3"},
    {"LinesInTwoSections", "documents.toml", "\"1-2\"", "\"1-4\"",
     "documents.toml:12: lines: lines 3-4 lie in two sections; expected the section to begin at "
     "line 5"},
    {"LinesAfterTheLastSection", "documents.toml", "lines = 10", "lines = 12",
     "documents.toml:1: lines: the sections end at line 10; expected the last section to end with "
     "the document, at line 12"},
    {"TombstoneLeadsNowhere", "tombstones.toml", "renamed_to = \"text.str.type-name\"",
     "renamed_to = \"text.str.gone\"",
     "tombstones.toml:1: renamed_to: there is no claim text.str.gone"},
};

std::string name_of_unwise(const ::testing::TestParamInfo<Unwise>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Claims, LintRule, ::testing::ValuesIn(unwise_claims), name_of_unwise);
INSTANTIATE_TEST_SUITE_P(Documents, LintRule, ::testing::ValuesIn(unwise_documents),
                         name_of_unwise);

TEST(Lint, LetsATombstoneLeadToAPendingClaim) {
  EXPECT_THAT(told(sample_with("tombstones.toml", "text.str.type-name", "files.open.missing")),
              IsEmpty());
}

TEST(Lint, TellsProblemsInOrderOfFilesAndLines) {
  auto files = sample_with("text.toml", "MUST be", "is");
  files[1].text.replace(files[1].text.find("\"Text\""), 6, "\"\u6587\"");
  const auto problems = lint(load(files));
  ASSERT_EQ(problems.size(), 2u);
  EXPECT_EQ(problems[0].at.file, "documents.toml");
  EXPECT_EQ(problems[1].at.file, "text.toml");
}

}  // namespace
}  // namespace touchstone::spec

#include "conformance/verdicts/results.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <system_error>

namespace touchstone {
namespace {

using testing::HasSubstr;

Row sample() {
  Row row;
  row.claim = "functional.map.single-pass";
  row.subject = "cpython";
  row.verdict = Verdict::violates;
  row.evidence = "line one\nline two";
  row.repro = "t1.abc";
  row.ms = 1.5;
  row.figures = {{"ratio", Value(0.5)}};
  return row;
}

TEST(ResultsTest, ARowSurvivesTheWayThroughALine) {
  const Row row = parse_row(to_line(sample()));
  EXPECT_EQ(row.claim, "functional.map.single-pass");
  EXPECT_EQ(row.verdict, Verdict::violates);
  EXPECT_EQ(row.evidence, "line one\nline two");
  EXPECT_EQ(row.figures.at(0).value, Value(0.5));
}

TEST(ResultsTest, ALineIsOneLine) {
  const std::string line = to_line(sample());
  EXPECT_EQ(line.find('\n'), line.size() - 1);
}

TEST(ResultsTest, EvidenceThatIsNoUtf8DoesNotLoseTheRow) {
  Row row = sample();
  row.evidence = "\xff\xfe";
  EXPECT_EQ(parse_row(to_line(row)).claim, row.claim);
}

TEST(ResultsTest, UnsupportedIsAsExpectedWhereConformsWas) {
  Row row = sample();
  row.verdict = Verdict::unsupported;
  EXPECT_TRUE(row.as_expected());
}

TEST(ResultsTest, AStaleDeviationIsUnexpected) {
  Row row = sample();
  row.expected = Verdict::violates;
  row.verdict = Verdict::conforms;
  EXPECT_FALSE(row.as_expected());
}

TEST(ResultsTest, AnIntermittentDeviationMayConform) {
  Row row = sample();
  row.expected = Verdict::violates;
  row.intermittent = true;
  for (const Verdict verdict : {Verdict::conforms, Verdict::violates}) {
    row.verdict = verdict;
    EXPECT_TRUE(parse_row(to_line(row)).as_expected());
  }
  row.verdict = Verdict::hung;
  EXPECT_FALSE(row.as_expected());
}

TEST(ResultsTest, TheTallyCountsWhatWasJudged) {
  Tally tally;
  Row row = sample();
  tally.add(row);
  row.verdict = Verdict::unsupported;
  tally.add(row);
  EXPECT_EQ(tally.judged, 1);
  EXPECT_EQ(tally.unexpected, 1);
}

TEST(ResultsTest, AFileThatCannotBeMadeIsNamed) {
  try {
    ResultsFile file("/nonexistent-folder/results.jsonl");
    FAIL() << "no error";
  } catch (const std::system_error& error) {
    EXPECT_THAT(error.what(), HasSubstr("/nonexistent-folder/results.jsonl"));
  }
}

TEST(ResultsTest, AFullDiskIsTold) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "this system has no /dev/full";
  ResultsFile file("/dev/full");
  EXPECT_THROW(file.write("{}\n"), std::system_error);
}

TEST(ResultsTest, ALineThatIsNoRowSaysSo) {
  EXPECT_THROW(parse_row("{\"type\":\"verdict\"}"), std::runtime_error);
  EXPECT_THROW(parse_row("garbage"), std::runtime_error);
}

TEST(VerdictTest, EveryVerdictHasItsWord) {
  for (const Verdict verdict :
       {Verdict::conforms, Verdict::violates, Verdict::unsupported, Verdict::reported,
        Verdict::crashed, Verdict::hung, Verdict::protocol_error, Verdict::unresolved})
    EXPECT_EQ(parse_verdict(name(verdict)), verdict);
  EXPECT_EQ(parse_verdict("passed"), std::nullopt);
}

TEST(VerdictTest, OnlyThreeAreNotRed) {
  EXPECT_FALSE(is_red(Verdict::conforms));
  EXPECT_FALSE(is_red(Verdict::unsupported));
  EXPECT_FALSE(is_red(Verdict::reported));
  EXPECT_TRUE(is_red(Verdict::hung));
  EXPECT_TRUE(is_red(Verdict::unresolved));
}

}  // namespace
}  // namespace touchstone

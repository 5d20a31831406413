#include "tools/touchstone/fault_matrix.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace touchstone::cli {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

PlantedFault fault(std::string name, std::vector<std::string> kills, bool lawful = false) {
  return {std::move(name), "what", std::move(kills), lawful, "reference", {}, {}, {}};
}

Row row(std::string claim, Verdict verdict) {
  Row made;
  made.claim = std::move(claim);
  made.verdict = verdict;
  return made;
}

TEST(FaultMatrixTest, AClaimThatNoFaultTurnsRedSurvives) {
  FaultMatrix matrix({fault("f", {"a", "b"})});
  matrix.add("f", row("a", Verdict::violates));
  matrix.add("f", row("b", Verdict::conforms));
  EXPECT_THAT(matrix.survivors({"a", "b", "c"}), ElementsAre("b", "c"));
  EXPECT_THAT(matrix.misses(), ElementsAre("f: b"));
}

TEST(FaultMatrixTest, ACrashOrAProtocolErrorIsNoKill) {
  FaultMatrix matrix({fault("f", {"a", "b", "c"})});
  matrix.add("f", row("a", Verdict::crashed));
  matrix.add("f", row("b", Verdict::protocol_error));
  matrix.add("f", row("c", Verdict::unresolved));
  EXPECT_THAT(matrix.survivors({"a", "b", "c"}), ElementsAre("a", "b", "c"));
}

TEST(FaultMatrixTest, AFaultUnderWhichNothingIsJudgedIsBroken) {
  FaultMatrix matrix({fault("none", {"a", "b"}), fault("some", {"a", "b"}), fault("other", {"c"})});
  for (const char* name : {"none", "some"}) {
    matrix.add(name, row("a", Verdict::crashed));
    matrix.add(name, row("b", Verdict::protocol_error));
  }
  matrix.add("some", row("b", Verdict::violates));
  matrix.add("other", row("c", Verdict::unsupported));
  EXPECT_THAT(matrix.broken(), ElementsAre("none"));
}

TEST(FaultMatrixTest, AKillByAFaultThatDoesNotNameTheClaimDoesNotCount) {
  FaultMatrix matrix({fault("f", {"a"})});
  matrix.add("f", row("b", Verdict::violates));
  EXPECT_THAT(matrix.survivors({"b"}), ElementsAre("b"));
  EXPECT_THAT(matrix.over_kills().at("f"), ElementsAre("b"));
}

TEST(FaultMatrixTest, RedUnderALawfulMutantIsAFalseAlarm) {
  FaultMatrix matrix({fault("slow", {}, true)});
  matrix.add("slow", row("a", Verdict::violates));
  matrix.add("slow", row("b", Verdict::conforms));
  EXPECT_THAT(matrix.false_alarms(), ElementsAre("slow: a"));
  EXPECT_THAT(matrix.survivors({"a"}), ElementsAre("a"));
  EXPECT_THAT(matrix.over_kills(), IsEmpty());
}

TEST(FaultMatrixTest, OnceRedStaysRed) {
  FaultMatrix matrix({fault("f", {"a"}), fault("slow", {}, true)});
  for (const Verdict verdict : {Verdict::conforms, Verdict::violates, Verdict::crashed}) {
    matrix.add("f", row("a", verdict));
    matrix.add("slow", row("a", verdict));
  }
  matrix.add("slow", row("a", Verdict::conforms));
  EXPECT_THAT(matrix.survivors({"a"}), IsEmpty());
  EXPECT_THAT(matrix.false_alarms(), ElementsAre("slow: a"));
}

}  // namespace
}  // namespace touchstone::cli

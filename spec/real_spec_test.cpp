// The specification itself: it loads, lint finds nothing, and every line of the documents is
// accounted for.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "spec/coverage.h"
#include "spec/lint.h"
#include "spec/load.h"

namespace touchstone::spec {
namespace {

using ::testing::IsEmpty;
using ::testing::IsSupersetOf;

class RealSpec : public ::testing::Test {
 protected:
  const Spec spec = load(std::filesystem::path(TOUCHSTONE_SPEC_FOLDER));
};

TEST_F(RealSpec, IsLintClean) {
  for (const Problem& problem : lint(spec)) ADD_FAILURE() << to_string(problem);
}

TEST_F(RealSpec, HasTheChaptersThatAreBuilt) {
  EXPECT_THAT(spec.chapters(),
              IsSupersetOf({"functional", "generators", "objects", "text", "threading"}));
}

TEST_F(RealSpec, AccountsForEveryLineOfFiveDocuments) {
  const auto rows = coverage(spec);
  EXPECT_EQ(rows.size(), 5u);
  for (const DocumentCoverage& row : rows)
    EXPECT_EQ(row.lines_in_sections, row.lines) << row.number;
  EXPECT_THAT(coverage_problems(spec), IsEmpty());
}

TEST_F(RealSpec, IsFoundByTestNames) {
  for (const Claim& claim : spec.claims) EXPECT_EQ(spec.find(claim.id), &claim);
}

}  // namespace
}  // namespace touchstone::spec

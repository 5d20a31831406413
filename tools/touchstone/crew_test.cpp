#include "tools/touchstone/crew.h"

#include <gtest/gtest.h>

namespace touchstone::cli {
namespace {

TEST(Crew, IsWhatWasAskedFor) {
  EXPECT_EQ(crew_of(3).first, 3);
  EXPECT_EQ(crew_of(3).most, 3);
}

TEST(Crew, GrowsWhereNothingWasAskedFor) {
  const Crew crew = crew_of({});
  EXPECT_GE(crew.first, 2);
  EXPECT_LT(crew.first, crew.most);
}

}  // namespace
}  // namespace touchstone::cli

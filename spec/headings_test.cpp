#include "spec/headings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace touchstone::spec {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Lines, AreCountedWithOrWithoutALastLineEnd) {
  EXPECT_THAT(lines_of(""), IsEmpty());
  EXPECT_THAT(lines_of("\n"), ElementsAre(""));
  EXPECT_THAT(lines_of("a\nb"), ElementsAre("a", "b"));
  EXPECT_THAT(lines_of("a\nb\n"), ElementsAre("a", "b"));
}

TEST(SectionStarts, AreTheFirstLineAndTheHeadings) {
  EXPECT_THAT(section_starts("# A\n\n## B\ntext\n####### C\n"), ElementsAre(1, 3, 5));
  EXPECT_THAT(section_starts("text\n# A\n"), ElementsAre(1, 2));
  EXPECT_THAT(section_starts(""), IsEmpty());
}

TEST(SectionStarts, AreNotInFencedCode) {
  EXPECT_THAT(section_starts("# A\n```python\n# remark\n```\n# B\n"), ElementsAre(1, 5));
  EXPECT_THAT(section_starts("# A\n  ```\n# remark\n  ```\n"), ElementsAre(1));
}

TEST(SectionStarts, NeedASpaceAndATitle) {
  EXPECT_THAT(section_starts("x\n#hash\n#\n#  \n"), ElementsAre(1));
}

}  // namespace
}  // namespace touchstone::spec

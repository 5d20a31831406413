#include "spec/claim.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

namespace touchstone::spec {
namespace {

template <class Enum>
void expect_names_to_lead_back() {
  ASSERT_FALSE(named_values<Enum>().empty());
  for (const auto& [value, name] : named_values<Enum>()) {
    EXPECT_EQ(name_of(value), name);
    EXPECT_EQ(value_named<Enum>(name), value);
  }
  EXPECT_EQ(value_named<Enum>("nonsense"), std::nullopt);
}

TEST(ClosedLists, LeadFromNamesToValuesAndBack) {
  expect_names_to_lead_back<Tier>();
  expect_names_to_lead_back<Kind>();
  expect_names_to_lead_back<DocumentVerdict>();
}

TEST(LineRange, IsReadInItsCanonicalFormAlone) {
  EXPECT_EQ(line_range("7-12"), (LineRange{7, 12}));
  EXPECT_EQ(line_range("7"), (LineRange{7, 7}));
  for (const char* bad : {"", "0", "0-3", "12-7", "7-7", "-7", "7-", "+7", "07", "7 - 12", "7-12x",
                          "7-12-13", "99999999999"}) {
    EXPECT_EQ(line_range(bad), std::nullopt) << bad;
  }
}

TEST(LineRange, MeetsWhatSharesALine) {
  EXPECT_TRUE((LineRange{1, 5}.meets({5, 9})));
  EXPECT_TRUE((LineRange{3, 3}.meets({1, 9})));
  EXPECT_FALSE((LineRange{1, 4}.meets({5, 9})));
}

TEST(Source, IsADocumentAndItsLines) {
  EXPECT_EQ(source("001:7-12"), (Source{"001", {7, 12}}));
  for (const char* bad : {"", "001", ":7", "001:", "001:7:8"})
    EXPECT_EQ(source(bad), std::nullopt) << bad;
}

RC_GTEST_PROP(Source, IsReadAsItIsWritten, ()) {
  const auto first = *rc::gen::inRange(1, 5000);
  const Source written{"002", {first, first + *rc::gen::inRange(0, 100)}};
  RC_ASSERT(source(to_string(written)) == written);
}

}  // namespace
}  // namespace touchstone::spec

#include "conformance/subjects/environment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace touchstone {
namespace {

using testing::Contains;
using testing::Key;
using testing::Not;
using testing::Pair;

TEST(SubjectEnvironment, DropsWhatChangesARuntimeUnasked) {
  const Environment environment = subject_environment(
      {{"PYTHONOPTIMIZE", "1"}, {"LANG", "de_DE"}, {"LC_TIME", "de_DE"}, {"TZ", "CET"}}, 7, {});
  EXPECT_THAT(environment, Not(Contains(Key("PYTHONOPTIMIZE"))));
  EXPECT_THAT(environment, Not(Contains(Key("LANG"))));
  EXPECT_THAT(environment, Not(Contains(Key("LC_TIME"))));
  EXPECT_THAT(environment, Contains(Pair("TZ", "UTC")));
  EXPECT_THAT(environment, Contains(Pair("LC_ALL", "C.UTF-8")));
  EXPECT_THAT(environment, Contains(Pair("PYTHONHASHSEED", "7")));
}

TEST(SubjectEnvironment, LetsPatchedLibrariesThrough) {
  const Environment given{{"PYTHONPATH", "/p"}, {"LD_PRELOAD", "/l.so"}, {"HOME", "/h"}};
  const Environment environment = subject_environment(given, 0, {});
  for (const auto& [name, value] : given) EXPECT_THAT(environment, Contains(Pair(name, value)));
}

TEST(SubjectEnvironment, AddsWhatTheUserWants) {
  const Environment environment =
      subject_environment({{"A", "1"}}, 0, {{"A", "2"}, {"PYTHONOPTIMIZE", "2"}});
  EXPECT_THAT(environment, Contains(Pair("A", "2")));
  EXPECT_THAT(environment, Not(Contains(Pair("A", "1"))));
  EXPECT_THAT(environment, Contains(Pair("PYTHONOPTIMIZE", "2")));
}

TEST(SubjectEnvironment, KeepsTheHashSeedWithinWhatPythonTakes) {
  EXPECT_THAT(subject_environment({}, ~0ULL, {}), Contains(Pair("PYTHONHASHSEED", "4294967295")));
}

TEST(ParseAssignment, CutsAtTheFirstEqualsSign) {
  EXPECT_EQ(parse_assignment("A=b=c"), (std::pair<std::string, std::string>("A", "b=c")));
  EXPECT_EQ(parse_assignment("A="), (std::pair<std::string, std::string>("A", "")));
  EXPECT_THROW(parse_assignment("A"), std::invalid_argument);
  EXPECT_THROW(parse_assignment("=b"), std::invalid_argument);
}

}  // namespace
}  // namespace touchstone

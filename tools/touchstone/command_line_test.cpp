#include "tools/touchstone/command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace touchstone::cli {
namespace {

using testing::ElementsAre;

std::variant<Arguments, ExitCode> parse(std::vector<const char*> words) {
  words.insert(words.begin(), "touchstone");
  return parse_command_line(static_cast<int>(words.size()), words.data());
}

template <class T>
T parsed(std::vector<const char*> words) {
  return std::get<T>(std::get<Arguments>(parse(std::move(words))));
}

TEST(CommandLineTest, RunTakesSeveralSubjects) {
  const auto run =
      parsed<RunArguments>({"run", "--subject", "cpython", "--subject", "pypy", "--claims",
                            "text.*", "--claims", "objects.*", "--seed", "5"});
  EXPECT_THAT(run.subjects, ElementsAre("cpython", "pypy"));
  EXPECT_THAT(run.claims, ElementsAre("text.*", "objects.*"));
  EXPECT_EQ(run.seed, 5u);
}

TEST(CommandLineTest, WithoutACommandItIsAUsageError) {
  EXPECT_EQ(std::get<ExitCode>(parse({})), kUsage);
  EXPECT_EQ(std::get<ExitCode>(parse({"dance"})), kUsage);
  EXPECT_EQ(std::get<ExitCode>(parse({"run", "--repeat", "0"})), kUsage);
  EXPECT_EQ(std::get<ExitCode>(parse({"run", "--env", "NOVALUE"})), kUsage);
}

TEST(CommandLineTest, EveryCommandHasHelpWithAnExample) {
  for (const char* command : {"list", "show", "coverage", "run", "smoke", "check-adapter", "repro",
                              "ask", "faults", "diff-fuzz"}) {
    testing::internal::CaptureStdout();
    EXPECT_EQ(std::get<ExitCode>(parse({command, "--help"})), kAsExpected);
    EXPECT_THAT(testing::internal::GetCapturedStdout(), testing::HasSubstr("Example:")) << command;
  }
}

TEST(CommandLineTest, CheckAdapterPassesTheAdaptersOwnOptionsOn) {
  EXPECT_THAT(parsed<CheckAdapterArguments>({"check-adapter", "./adapter", "--fast"}).command,
              ElementsAre("./adapter", "--fast"));
}

}  // namespace
}  // namespace touchstone::cli

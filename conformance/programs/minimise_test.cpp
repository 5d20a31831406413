#include "conformance/programs/minimise.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "conformance/programs/random_program.h"
#include "conformance/programs/render.h"
#include "conformance/programs/saved_program.h"

namespace touchstone::programs {
namespace {

bool has(const Program& program, Op op) {
  bool found = false;
  for (const Activity& activity : program.activities)
    for_each_list(activity.steps, [&](const Steps& steps) {
      found = found || std::ranges::count(steps, op, &Step::op) > 0;
    });
  return found;
}

/// A subject that is wrong wherever a program has that kind of step.
FirstToShow planted(Op op) {
  return [op](std::span<const Program> programs) -> std::optional<std::size_t> {
    for (std::size_t i = 0; i < programs.size(); ++i)
      if (has(programs[i], op)) return i;
    return std::nullopt;
  };
}

Program with(Op op) {
  std::uint64_t seed = 0;
  while (!has(random_program(seed), op)) ++seed;
  return random_program(seed);
}

TEST(Minimise, LeavesWhatShowsItAlone) {
  for (const Op op : {Op::cancel, Op::gather, Op::attempt, Op::iterate, Op::raise}) {
    const Program small = minimise(with(op), planted(op));
    EXPECT_TRUE(has(small, op));
    EXPECT_LE(size_of(small), 3) << text_of(small, Mode::spaced);
  }
}

TEST(Minimise, GivesUpAfterSoManyAttempts) {
  int tried = 0;
  const Program program = with(Op::gather);
  minimise(
      program,
      [&](std::span<const Program> programs) -> std::optional<std::size_t> {
        tried += static_cast<int>(programs.size());
        return std::nullopt;
      },
      20);
  EXPECT_LE(tried, 24);
}

TEST(SavedPrograms, ComeBackAsTheyWere) {
  const SavedProgram saved{{"reference", "cpython"}, Mode::full, "value: shield", "tasks = {}\n"};
  const SavedProgram back = parse_saved_program(print(saved));
  EXPECT_EQ(back.subjects, saved.subjects);
  EXPECT_EQ(back.mode, saved.mode);
  EXPECT_EQ(back.shows, saved.shows);
  EXPECT_EQ(back.text, saved.text);
}

TEST(SavedPrograms, ANakedTextIsSpaced) {
  const SavedProgram back = parse_saved_program("# why: nobody knows\ntasks = {}\n");
  EXPECT_EQ(back.mode, Mode::spaced);
  EXPECT_TRUE(back.subjects.empty());
  EXPECT_EQ(back.text, "# why: nobody knows\ntasks = {}\n");
}

TEST(SavedPrograms, AWrongHeadIsNamed) {
  EXPECT_THROW(parse_saved_program("# mode: wide\n"), SavedProgramError);
  EXPECT_THROW(parse_saved_program("# subjects: one\n"), SavedProgramError);
}

TEST(SavedPrograms, TheSignatureIsMadeOfTheProgramsOwnOperations) {
  const Program small = minimise(with(Op::gather), planted(Op::gather));
  const Difference difference{"value", "a", "", ""};
  const std::string signature = signature_of(text_of(small, Mode::spaced), difference);
  EXPECT_TRUE(signature.starts_with("value: ")) << signature;
  EXPECT_NE(signature.find("gather"), std::string::npos) << signature;
  EXPECT_EQ(signature.find("set_exception_handler"), std::string::npos) << signature;
}

}  // namespace
}  // namespace touchstone::programs

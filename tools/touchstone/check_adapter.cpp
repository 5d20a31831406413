#include <fmt/format.h>

#include <algorithm>

#include "spec/load.h"
#include "tools/touchstone/commands.h"
#include "tools/touchstone/installation.h"
#include "tools/touchstone/interruption.h"
#include "tools/touchstone/probes.h"
#include "tools/touchstone/subject_factory.h"
#include "tools/touchstone/terminal.h"

namespace touchstone::cli {
namespace {

void line(Colour colour, std::string_view word, std::string_view what) {
  fmt::print("{} {}\n", coloured(colour, fmt::format("{:<5}", word)), what);
}

int check_vocabulary(const Hello& hello) {
  const spec::Spec spec = spec::load(spec_folder());
  int unknown = 0;
  for (const std::string& capability : hello.capabilities)
    if (!spec.has_capability(capability)) {
      ++unknown;
      line(Colour::red, "wrong", "claims an unknown capability: " + capability);
    }
  return unknown;
}

int check_probes(Subject& subject, const Hello& hello, std::chrono::milliseconds deadline) {
  int failed = 0;
  for (const Probe& probe : probes()) {
    if (!probe.needs.empty() && !hello.claims(probe.needs)) {
      line(Colour::yellow, "skip", fmt::format("{} (lacks {})", probe.name, probe.needs));
      continue;
    }
    const std::string problem = try_probe(probe, subject, deadline);
    line(problem.empty() ? Colour::green : Colour::red, problem.empty() ? "ok" : "wrong",
         probe.name);
    if (problem.empty()) continue;
    ++failed;
    fmt::print("{}\n", problem);
  }
  return failed;
}

}  // namespace

ExitCode check_adapter(const CheckAdapterArguments& arguments) {
  watch_for_interruption();
  SubjectDescription description;
  description.name = "adapter";
  // One argument may be a whole command line, as for --command.
  description.command =
      arguments.command.size() == 1 ? split_command(arguments.command.front()) : arguments.command;
  const auto subject = make_subject(description, 0, arguments.options);
  try {
    const Hello hello = subject->hello();
    const int failed =
        check_vocabulary(hello) + check_probes(*subject, hello, deadline(arguments.options));
    fmt::print("{} {}: {}\n", hello.name, hello.version,
               failed == 0 ? "the adapter speaks the protocol" : fmt::format("{} wrong", failed));
    return failed == 0 ? kAsExpected : kSubjectBroken;
  } catch (const SubjectFailure& failure) {
    fmt::print(stderr, "the adapter did not get as far as its hello: {}\n", failure.what());
    return kSubjectBroken;
  }
}

}  // namespace touchstone::cli

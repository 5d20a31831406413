#include "tools/touchstone/command_line.h"

#include <CLI/CLI.hpp>

namespace touchstone::cli {
namespace {

constexpr const char* kExitCodes =
    "Exit codes: 0 as expected, 1 unexpected verdicts, 2 usage, 3 subject broken,\n"
    "            4 nothing judged, 5 incomplete.";

/// A subcommand whose chosen arguments end up in `chosen`.
template <class T>
CLI::App* command(CLI::App& app, const char* name, const char* what, const char* example, T& target,
                  std::optional<Arguments>& chosen) {
  CLI::App* sub = app.add_subcommand(name, what);
  sub->footer(std::string("Example:\n  ") + example);
  sub->callback([&target, &chosen] { chosen = target; });
  return sub;
}

void add_subject_options(CLI::App* sub, SubjectOptions& options) {
  sub->add_option("--timeout-factor", options.timeout_factor, "Stretch every deadline by this")
      ->check(CLI::PositiveNumber);
  sub->add_option("--env", options.environment, "K=V added to the subject's environment")
      ->check(CLI::Validator(
          [](const std::string& text) {
            const bool good = text.find('=') != std::string::npos && text[0] != '=';
            return good ? std::string() : "'" + text + "' is not of the form NAME=VALUE";
          },
          "K=V"))
      ->allow_extra_args(false);
}

void add_command_option(CLI::App* sub, SubjectOptions& options) {
  sub->add_option("--command", options.command, "Start the subject by this command line instead");
}

struct Choices {
  ListArguments list;
  ShowArguments show;
  CoverageArguments coverage;
  RunArguments run;
  SmokeArguments smoke;
  CheckAdapterArguments check_adapter;
  ReproArguments repro;
  AskArguments ask;
  FaultsArguments faults;
  DiffFuzzArguments diff_fuzz;
  std::optional<Arguments> chosen;
};

void add_readers(CLI::App& app, Choices& to) {
  auto* list = command(app, "list", "List claims", "touchstone list --chapter functional", to.list,
                       to.chosen);
  list->add_option("--chapter", to.list.chapter, "Only this chapter's");
  list->add_flag("--json", to.list.json, "One JSON object a line");

  auto* show = command(app, "show", "Show all that is known of a claim",
                       "touchstone show functional.map.single-pass", to.show, to.chosen);
  show->add_option("claim", to.show.claim, "Id of the claim")->required();
  show->add_option("--results", to.show.results, "Where the last verdicts stand")
      ->capture_default_str();

  auto* coverage = command(app, "coverage", "Account for every line of the documents",
                           "touchstone coverage --documents ~/documents", to.coverage, to.chosen);
  coverage->add_option("--documents", to.coverage.documents,
                       "Folder of the documents: compare hashes and line numbers");
}

void add_claims_option(CLI::App* command, std::vector<std::string>& globs) {
  command
      ->add_option("--claims", globs, "Glob over claim ids (may stand several times; default: *)")
      ->allow_extra_args(false);
}

void add_jobs_option(CLI::App* command, std::optional<int>& jobs) {
  command
      ->add_option("--jobs", jobs,
                   "Processes that judge side by side (default: as keep the processors busy)")
      ->check(CLI::Range(1, 1024));
}

void add_run(CLI::App& app, Choices& to) {
  auto* run = command(app, "run", "Judge claims on subjects",
                      "touchstone run --subject cpython --claims 'generators.*' --jobs 2", to.run,
                      to.chosen);
  run->add_option("--subject", to.run.subjects, "Subject to judge (may stand several times)")
      ->allow_extra_args(false);
  add_claims_option(run, to.run.claims);
  run->add_option("--results", to.run.results, "Write the results here, as JSON lines");
  run->add_option("--seed", to.run.seed, "Seed of all random inputs (default: a fresh one, shown)");
  run->add_option("--repeat", to.run.repeat, "Judge everything N times, with N seeds")
      ->check(CLI::Range(1, 1'000'000));
  add_jobs_option(run, to.run.jobs);
  run->add_flag("--fail-fast", to.run.fail_fast, "Stop at the first unexpected verdict");
  add_subject_options(run, to.run.options);
  add_command_option(run, to.run.options);
}

void add_adapter_commands(CLI::App& app, Choices& to) {
  auto* smoke = command(app, "smoke", "See whether a subject starts and runs a scenario",
                        "touchstone smoke cpython", to.smoke, to.chosen);
  smoke->add_option("subject", to.smoke.subject, "The subject")->required();
  add_subject_options(smoke, to.smoke.options);
  add_command_option(smoke, to.smoke.options);

  auto* check =
      command(app, "check-adapter", "Try an adapter on all that the protocol asks",
              "touchstone check-adapter ./my-adapter --fast", to.check_adapter, to.chosen);
  check->add_option("command", to.check_adapter.command, "The adapter's command line")->required();
  check->prefix_command();  // what is no option of ours is the adapter's
  check->callback([check, &to] {
    for (const std::string& word : check->remaining()) to.check_adapter.command.push_back(word);
    to.chosen = to.check_adapter;
  });
  add_subject_options(check, to.check_adapter.options);
}

void add_repeaters(CLI::App& app, Choices& to) {
  auto* repro = command(app, "repro", "Repeat a failure by the token printed under it",
                        "touchstone repro t1.eyJjbGFpbSI6...", to.repro, to.chosen);
  repro->add_option("token", to.repro.token, "The token")->required();
  add_subject_options(repro, to.repro.options);
  add_command_option(repro, to.repro.options);

  auto* ask = command(app, "ask", "Run one scenario on several subjects, traces side by side",
                      "touchstone ask question.py --subject reference --subject cpython", to.ask,
                      to.chosen);
  ask->add_option("file", to.ask.file, "Text of the scenario")
      ->required()
      ->check(CLI::ExistingFile);
  ask->add_option("--subject", to.ask.subjects, "Subject to ask (may stand several times)")
      ->allow_extra_args(false);
  ask->add_flag("--virtual-clock", to.ask.virtual_clock, "Run on the virtual clock");
  add_subject_options(ask, to.ask.options);
}

void add_faults(CLI::App& app, Choices& to) {
  auto* faults = command(app, "faults", "Show which planted faults turn which claims red",
                         "touchstone faults --claims 'functional.*'", to.faults, to.chosen);
  add_claims_option(faults, to.faults.claims);
  faults
      ->add_option("--fault", to.faults.faults,
                   "Glob over names of faults (may stand several times; default: *)")
      ->allow_extra_args(false);
  faults->add_flag("--lawful", to.faults.lawful, "Try the lawful mutants alone");
  faults->add_option("--results", to.faults.results, "Write the matrix here, as JSON lines");
  faults->add_option("--seed", to.faults.seed, "Seed of all random inputs")->capture_default_str();
  faults->add_option("--repeat", to.faults.repeat, "Try everything N times, with N seeds")
      ->check(CLI::Range(1, 1'000'000));
  add_jobs_option(faults, to.faults.jobs);
  faults->add_flag("--named-only", to.faults.named_only,
                   "Try a fault on the claims it names alone: faster, and without over-kills");
  faults->add_flag("--verbose", to.faults.verbose, "Show the evidence of every kill");
}

void add_fuzz_ways(CLI::App* fuzz, DiffFuzzArguments& to) {
  fuzz->add_option("--mode", to.mode,
                   "spaced: free of races, for any two subjects; full: order within an instant "
                   "counts, for two of one family")
      ->check(CLI::IsMember({"spaced", "full"}))
      ->capture_default_str();
  auto* replay = fuzz->add_option("--replay", to.replay, "Compare the program in this file alone");
  replay->check(CLI::ExistingFile);
  fuzz->add_option("--faults", to.faults,
                   "Which of the planted faults that this glob names (\"*\": all) do programs "
                   "tell from cpython?")
      ->excludes(replay);
}

void add_diff_fuzz(CLI::App& app, Choices& to) {
  auto* fuzz = command(app, "diff-fuzz", "Compare two subjects on random asynchronous programs",
                       "touchstone diff-fuzz --subject reference --subject cpython --count 100000",
                       to.diff_fuzz, to.chosen);
  fuzz->add_option("--subject", to.diff_fuzz.subjects,
                   "The two to compare (default: reference and cpython)")
      ->expected(2)
      ->allow_extra_args(false);
  fuzz->add_option("--seed", to.diff_fuzz.seed,
                   "Seed of all programs (default: a fresh one, shown)");
  fuzz->add_option("--count", to.diff_fuzz.count,
                   "How many programs (default: 10000, or as the time allows; 300 for each fault)")
      ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1} << 40));
  fuzz->add_option("--minutes", to.diff_fuzz.minutes, "Stop after so long")
      ->check(CLI::PositiveNumber);
  fuzz->add_option("--jobs", to.diff_fuzz.jobs, "Processes that compare side by side")
      ->check(CLI::Range(1, 1024));
  fuzz->add_option("--most", to.diff_fuzz.most, "Stop after so many unexplained divergences")
      ->check(CLI::Range(1, 1'000'000))
      ->capture_default_str();
  fuzz->add_option("--save", to.diff_fuzz.save, "Folder for programs that differ")
      ->capture_default_str();
  add_fuzz_ways(fuzz, to.diff_fuzz);
  add_subject_options(fuzz, to.diff_fuzz.options);
  fuzz->get_option("--env")->description("K=V added to the second subject's environment");
}

}  // namespace

std::variant<Arguments, ExitCode> parse_command_line(int argc, const char* const* argv) {
  CLI::App app("touchstone: does an implementation behave as the documents say?", "touchstone");
  app.require_subcommand(1);
  app.footer(kExitCodes);
  app.set_version_flag("--version", TOUCHSTONE_VERSION);
  Choices choices;
  add_readers(app, choices);
  add_run(app, choices);
  add_adapter_commands(app, choices);
  add_repeaters(app, choices);
  add_faults(app, choices);
  add_diff_fuzz(app, choices);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kAsExpected : kUsage;
  }
  return *choices.chosen;
}

}  // namespace touchstone::cli

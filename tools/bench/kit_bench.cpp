// What the kit itself costs: a trivial scenario in this process and through each adapter, a gate,
// the parsing of a text, a whole claim. Ratios are to a bare round trip of one byte through two
// pipes.
#include <benchmark/benchmark.h>

#include <map>
#include <memory>

#include "conformance/check/runner.h"
#include "conformance/scenario/parse.h"
#include "conformance/subjects/in_process/in_process_subject.h"
#include "conformance/subjects/reference/registry.h"
#include "spec/load.h"
#include "tools/bench/pipe_peer.h"
#include "tools/bench/ratio_reporter.h"
#include "tools/touchstone/installation.h"
#include "tools/touchstone/subject_factory.h"

namespace touchstone::bench {
namespace {

constexpr const char* kYardstick = "bare_pipe_round_trip";
constexpr const char* kTrivial = "record('answer', 40 + 2)";
constexpr const char* kGated = "gate('g')\nrecord('answer', 40 + 2)";
constexpr const char* kTwentyLines = R"(
    class Counter:
        def __init__(self, start=0):
            self.value = start

        def add(self, amount):
            self.value += amount
            return self.value

    def totals(numbers):
        counter = Counter()
        for number in numbers:
            if number % 2 == 0 and number not in (4, 6):
                yield counter.add(number)

    for total in totals(range(20)):
        log("total", total, f"{total:>4}")
    try:
        record("missing", {"a": 1}["b"])
    except KeyError as error:
        log("error", error.args[0])
)";

RunRequest request_for(const char* text, bool isolate) {
  RunRequest request;
  request.tree = std::make_shared<scenario::Module>(scenario::parse(text));
  request.isolate = isolate;
  for (const char* gate : {"g"})
    if (std::string_view(text).find("gate(") != std::string_view::npos) request.gates[gate];
  return request;
}

Subject& subject(const std::string& name) {
  static std::map<std::string, std::unique_ptr<Subject>> started;
  auto& held = started[name];
  if (held) return *held;
  static const native::Registry registry = reference::reference_registry();
  if (name == "in-process")
    held = std::make_unique<InProcessSubject>(registry);
  else
    held = cli::make_subject(cli::described(name), 1, {});
  return *held;
}

void run_scenario(benchmark::State& state, const std::string& name, const char* text,
                  bool isolate) {
  Subject& under_test = subject(name);
  const RunRequest request = request_for(text, isolate);
  for ([[maybe_unused]] auto _ : state) {
    const Trace trace = under_test.run(request);
    if (trace.count("answer") != 1) return state.SkipWithError("the scenario did not run");
  }
  state.SetItemsProcessed(state.iterations());
}

void judge_claim(benchmark::State& state, const std::string& name, const std::string& id) {
  static const spec::Spec claims = spec::load(cli::spec_folder());
  const spec::Claim* claim = claims.find(id);
  const Check* check = find_check(id);
  if (claim == nullptr || check == nullptr) return state.SkipWithError("no such claim");
  for ([[maybe_unused]] auto _ : state) {
    const Judgement judgement = judge(*check, subject(name), claim->needs, {.seed = 1});
    if (judgement.verdict != Verdict::conforms) return state.SkipWithError("it does not conform");
  }
  state.SetItemsProcessed(state.iterations());
}

void round_trip(benchmark::State& state) {
  const PipePeer peer;
  for ([[maybe_unused]] auto _ : state) peer.round_trip();
}

void parse_text(benchmark::State& state) {
  for ([[maybe_unused]] auto _ : state) benchmark::DoNotOptimize(scenario::parse(kTwentyLines));
}

void add(const std::string& name, auto function, const auto&... arguments) {
  benchmark::RegisterBenchmark(name.c_str(), function, arguments...)->UseRealTime();
}

void add_all() {
  add(kYardstick, round_trip);
  add("parse_20_lines", parse_text);
  add("in-process/trivial", run_scenario, "in-process", kTrivial, false);
  add("in-process/gate", run_scenario, "in-process", kGated, false);
  for (const char* name : {"reference", "cpython", "pypy"}) {
    const std::string prefix = name;
    add(prefix + "/trivial", run_scenario, prefix, kTrivial, false);
    add(prefix + "/trivial_isolated", run_scenario, prefix, kTrivial, true);
    add(prefix + "/gate", run_scenario, prefix, kGated, false);
  }
  for (const char* name : {"in-process", "reference", "cpython"})
    add(std::string(name) + "/claim", judge_claim, std::string(name),
        std::string("functional.map.elementwise-in-order"));
}

}  // namespace
}  // namespace touchstone::bench

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  touchstone::bench::add_all();
  touchstone::bench::RatioReporter reporter(std::string(touchstone::bench::kYardstick) +
                                            "/real_time");
  benchmark::RunSpecifiedBenchmarks(&reporter);
  return 0;
}

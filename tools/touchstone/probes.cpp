#include "tools/touchstone/probes.h"

#include <fmt/format.h>

#include <array>

#include "conformance/scenario/parse.h"
#include "conformance/trace/timeline.h"

namespace touchstone::cli {
namespace {

void as_it_is(RunRequest&) {}

std::string wrong(const std::string& expected, const std::string& got) {
  return fmt::format("expected {}, got {}", expected, got);
}

std::string same(const Values& got, const Values& expected) {
  return got == expected ? "" : wrong(repr(Value(List{expected})), repr(Value(List{got})));
}

std::string same_order(const Trace& trace, std::vector<std::string> expected) {
  return trace.order() == expected
             ? ""
             : fmt::format("the logs came in another order or number than {} were written",
                           expected.size());
}

std::string raised(const Trace& trace, std::string_view label, std::string_view type) {
  const auto errors = trace.errors(label);
  return errors.size() == 1 && errors[0].is(type) ? "" : wrong(std::string(type), "another error");
}

const auto kProbes = std::to_array<Probe>({
    {"an empty program ends by itself", "", "pass", as_it_is,
     [](const Trace&) { return std::string(); }},
    {"record gives begin and end with the value", "", "record('a', 40 + 2)", as_it_is,
     [](const Trace& trace) { return same(trace.values("a"), {Value(42)}); }},
    {"record hands the value on", "", "x = record('a', 7)\nlog('b', x)", as_it_is,
     [](const Trace& trace) { return same(trace.logs("b"), {Value(7)}); }},
    {"record lets the error through", "",
     "try:\n    record('a', [][0])\nexcept IndexError:\n    log('caught')", as_it_is,
     [](const Trace& trace) {
       const std::string error = raised(trace, "a", "IndexError");
       return error.empty() && trace.count("caught") != 1 ? "the error did not go on" : error;
     }},
    {"attempt keeps the error and gives None", "", "log('b', attempt('a', [][0]))", as_it_is,
     [](const Trace& trace) {
       const std::string error = raised(trace, "a", "IndexError");
       return error.empty() ? same(trace.logs("b"), {Value()}) : error;
     }},
    {"attempt lets SystemExit through", "",
     "def leave():\n    raise SystemExit(3)\n"
     "try:\n    attempt('a', leave())\nexcept SystemExit:\n    log('out')",
     as_it_is, [](const Trace& trace) { return same_order(trace, {"out"}); }},
    {"the label is evaluated before the expression", "",
     "def f(x):\n    log(x)\n    return x\nrecord(f('label'), f('value'))", as_it_is,
     [](const Trace& trace) { return same_order(trace, {"label", "value"}); }},
    {"with record is an operation too", "", "with record('a'):\n    log('inside')", as_it_is,
     [](const Trace& trace) { return same(trace.values("a"), {Value()}); }},
    {"an uncaught error is told, not lost", "", "log('before')\nraise KeyError('k')", as_it_is,
     [](const Trace& trace) {
       const auto* end = std::get_if<run_end::Raised>(&trace.end());
       return std::string(end != nullptr && end->error.is("LookupError")
                              ? ""
                              : "the reply is not `raised` with KeyError");
     }},
    {"values keep their types", "",
     "log('v', None, True, 1, 1.0, 0.5, 'x', b'\\xff', (1,), [1], {1: 2}, {1})", as_it_is,
     [](const Trace& trace) {
       const Value expected = Tuple{{Value(), true, 1, 1.0, 0.5, "x", Bytes{"\xff"}, Tuple{{1}},
                                     List{{1}}, Dict{{{1, 2}}}, Set{{1}}}};
       return same(trace.log_rows("v"), {expected});
     }},
    {"text that is no Unicode survives", "", "log('v', '\\ud800a')", as_it_is,
     [](const Trace& trace) { return same(trace.logs("v"), {Text{U"\xd800\x61"}}); }},
    {"integers of any size survive", "integers.unbounded", "log('v', -(2 ** 70))", as_it_is,
     [](const Trace& trace) { return same(trace.logs("v"), {Integer(-(Integer(1) << 70))}); }},
    {"a value longer than a line survives", "", "log('v', 'x' * 20000)", as_it_is,
     [](const Trace& trace) { return same(trace.logs("v"), {std::string(20000, 'x')}); }},
    {"a list that contains itself ends", "", "x = []\nx.append(x)\nlog('v', x)\nlog('end')",
     as_it_is, [](const Trace& trace) { return same_order(trace, {"v", "end"}); }},
    {"the same object has the same ordinal", "",
     "one = lambda: 1\nother = lambda: 1\nlog('v', one)\nlog('v', one)\nlog('v', other)", as_it_is,
     [](const Trace& trace) {
       const Values values = trace.logs("v");
       return std::string(values[0] == values[1] && !(values[1] == values[2])
                              ? ""
                              : "ordinals do not tell objects apart");
     }},
    {"parameters are names", "", "log('v', depth + 1)",
     [](RunRequest& request) { request.parameters["depth"] = 4; },
     [](const Trace& trace) { return same(trace.logs("v"), {Value(5)}); }},
    {"a gate stops until it is opened", "", "log('before')\ngate('g')\nlog('after')",
     [](RunRequest& request) { request.gates["g"].after(logged("before")); },
     [](const Trace& trace) { return same_order(trace, {"before", "after"}); }},
    {"an isolated run is like another", "", "log('v', 1)",
     [](RunRequest& request) { request.isolate = true; },
     [](const Trace& trace) { return same(trace.logs("v"), {Value(1)}); }},
    {"the next run starts clean", "", "attempt('v', left_over)\nleft_over = 1", as_it_is,
     [](const Trace& trace) { return raised(trace, "v", "NameError"); }},
    {"the next run starts clean, again", "", "attempt('v', left_over)\nleft_over = 1", as_it_is,
     [](const Trace& trace) { return raised(trace, "v", "NameError"); }},
    {"main is called once", "", "log('top')\ndef main():\n    log('main')", as_it_is,
     [](const Trace& trace) { return same_order(trace, {"top", "main"}); }},
    {"the virtual clock jumps and is exact", "clock.virtual",
     "async def run():\n    await asyncio.sleep(3600)\n    log('woke')\nasyncio.run(run())",
     [](RunRequest& request) { request.clock = Clock::virtual_time; },
     [](const Trace& trace) {
       return std::string(
           trace.at("woke") == std::vector<double>{3600} ? "" : "the clock is not at 3600");
     }},
    {"what can never go on is stuck", "clock.virtual",
     "async def run():\n    await asyncio.get_running_loop().create_future()\nasyncio.run(run())",
     [](RunRequest& request) { request.clock = Clock::virtual_time; },
     [](const Trace& trace) {
       return std::string(std::holds_alternative<run_end::Stuck>(trace.end()) ? ""
                                                                              : "no `stuck` came");
     }},
});

}  // namespace

std::span<const Probe> probes() { return kProbes; }

std::string try_probe(const Probe& probe, Subject& subject, std::chrono::milliseconds deadline) {
  RunRequest request;
  request.tree = std::make_shared<scenario::Module>(scenario::parse(probe.scenario));
  request.deadline = deadline;
  probe.prepare(request);
  const Trace trace = subject.run(request);
  try {
    const std::string problem = probe.judge(trace);
    return problem.empty() ? "" : problem + "\n" + timeline(trace);
  } catch (const NothingToJudge& nothing) {
    return std::string(nothing.what()) + "\n" + timeline(trace);
  }
}

}  // namespace touchstone::cli

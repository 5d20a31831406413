#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <set>

#include "conformance/subjects/leak_check.h"
#include "conformance/subjects/process_subject.h"
#include "conformance/trace/timeline.h"

namespace touchstone {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::IsEmpty;

/// Deadlines here either have to pass, and then they are short, or may not, and then they are this
/// long.
constexpr std::chrono::milliseconds never = 10min;
constexpr std::chrono::milliseconds soon = 200ms;

struct Hostile {
  const char* mode;
  std::vector<std::string> ends;  ///< of one run after the other: what the description starts with
  std::chrono::milliseconds deadline = never;
  std::string evidence = "";  ///< stands somewhere in the last run's timeline
};

void PrintTo(const Hostile& hostile, std::ostream* out) { *out << hostile.mode; }

RunRequest request(std::chrono::milliseconds deadline) {
  RunRequest request;
  request.tree = std::make_shared<scenario::Module>();
  request.isolate = true;
  request.deadline = deadline;
  request.gates["closed"].after(ended("never"));
  request.gates["spoiled"].after(logged("spoiled"));
  return request;
}

ProcessOptions options(const std::string& mode, const LeakCheck& leaks) {
  ProcessOptions options;
  options.command = {"/usr/bin/python3", HOSTILE_ADAPTER, mode};
  options.environment = {leaks.mark()};
  options.vocabulary = {"builtins.map", "functools.reduce", "asyncio.run"};
  options.start_deadline = never;
  options.stop_grace = soon;
  options.policy.grace = 50ms;
  options.policy.most_events = 1000;
  return options;
}

void expect_nothing_left(const LeakCheck& leaks) {
  EXPECT_THAT(leaks.processes(), IsEmpty());
  EXPECT_THAT(leaks.files(), IsEmpty());
}

class HostileAdapter : public testing::TestWithParam<Hostile> {};

TEST_P(HostileAdapter, GetsItsVerdictAndLeavesNothing) {
  const Hostile& hostile = GetParam();
  const LeakCheck leaks;
  {
    ProcessSubject subject(options(hostile.mode, leaks));
    Trace trace;
    for (const std::string& end : hostile.ends) {
      trace = subject.run(request(hostile.deadline));
      EXPECT_THAT(describe(trace.end()), testing::StartsWith(end)) << timeline(trace);
    }
    EXPECT_THAT(timeline(trace), HasSubstr(hostile.evidence));
  }
  expect_nothing_left(leaks);
}

const std::string by_itself = "ended by itself";
const std::string wrong = "protocol error: ";

INSTANTIATE_TEST_SUITE_P(
    AtItsStart, HostileAdapter,
    testing::Values(Hostile{"faultless", {by_itself, by_itself, by_itself}},
                    Hostile{"dies-at-hello", {"exited with status 3 at its start"}},
                    Hostile{"wrong-protocol", {wrong + "a hello of another protocol"}},
                    Hostile{"hello-without-version", {wrong + "a reply without \"version\""}},
                    Hostile{
                        "prints-at-start", {wrong + "a line that is no JSON"}, never, "Welcome!"},
                    Hostile{"two-hellos", {wrong + "a line that nobody asked for"}},
                    Hostile{"unknown-capability", {wrong + "it claims \"telepathy\""}},
                    Hostile{"another-hello-each-time",
                            {"exited with status 1", wrong + "it says another hello"}},
                    Hostile{"reply-before-the-request", {wrong}},
                    Hostile{"closes-stdout-at-start", {wrong + "it closed its stdout"}}));

INSTANTIATE_TEST_SUITE_P(
    OnStdout, HostileAdapter,
    testing::Values(
        Hostile{"garbage", {wrong + "a line that is no JSON"}},
        Hostile{"no-object", {wrong + "a line that is no JSON object"}},
        Hostile{"half-a-line-then-silence", {"hung: nothing happened"}, soon},
        Hostile{"invalid-utf8", {wrong + "a line that is no JSON"}},
        Hostile{"deep-nesting", {wrong + "a line that is no JSON object"}},
        Hostile{"ten-megabyte-line", {wrong + "a line without an end"}},
        Hostile{"prints-through", {wrong + "a line that is no JSON"}, never, "Hello, world!"},
        Hostile{"unknown-reply", {wrong + "a reply of no known kind: dance"}},
        Hostile{"wrong-id", {wrong + "a reply to run \"4711\""}},
        Hostile{"wrong-left", {wrong + "a reply whose \"threads\""}},
        Hostile{"two-dones", {wrong + "a second reply"}},
        Hostile{"hello-during-a-run", {wrong + "a hello that nobody asked for"}},
        Hostile{"answers-the-run-before", {by_itself, wrong + "a reply to run \"1-"}},
        Hostile{"lacks-what-it-claims", {wrong + "it says that it lacks builtins.map"}},
        Hostile{"lacks-what-it-does-not-claim", {"unsupported: lacks asyncio.run"}},
        Hostile{"fails", {wrong + "the adapter failed: cannot", wrong}},
        Hostile{"floods-stdout-with-lines", {wrong + "a line that is no JSON"}},
        Hostile{"floods-stdout-without-a-line", {wrong + "a line without an end"}},
        Hostile{"unflushed-reply", {"hung: nothing happened"}, soon},
        Hostile{"closes-stdout", {wrong + "it closed its stdout"}},
        Hostile{"hundred-megabytes-to-stderr", {by_itself, by_itself}}));

INSTANTIATE_TEST_SUITE_P(
    InItsEvents, HostileAdapter,
    testing::Values(
        Hostile{"event-is-garbage", {wrong + "a line that is no JSON"}},
        Hostile{"event-is-invalid-utf8", {wrong + "a line that is no JSON"}},
        Hostile{"half-an-event", {wrong + "half an event"}},
        Hostile{"event-of-unknown-kind", {wrong + "an event of no known kind"}},
        Hostile{"event-of-unknown-run", {wrong + "an event of run \"another\""}},
        Hostile{"long-event", {wrong + "an event of 51"}},
        Hostile{"begins-twice", {wrong + "operation [1,1] \"a\" begins twice"}},
        Hostile{"ends-without-begin", {wrong + "operation [1,1] \"a\" ends but never began"}},
        Hostile{"ends-twice", {wrong + "operation [1,1] \"a\" ends twice"}},
        Hostile{
            "passes-what-it-never-reached", {wrong + "activity"}, never, "without having reached"},
        Hostile{"passes-a-closed-gate", {wrong + "activity"}, never, "which is closed"},
        Hostile{"value-file-is-missing", {wrong + "there is no file values/1"}},
        Hostile{"value-file-is-elsewhere", {wrong + "a value's file is named"}},
        Hostile{"value-file-is-a-link", {wrong + "there is no file values/1"}},
        Hostile{"large-bare-integer", {wrong + "value at $"}},
        Hostile{"gate-without-end", {wrong + "no FIFO can be at"}},
        Hostile{"event-after-done", {by_itself, by_itself}},
        Hostile{"events-of-the-run-before", {by_itself, by_itself}, never, "1 late events"},
        Hostile{"endless-events", {"hung: it did not end within 1000 events"}}));

INSTANTIATE_TEST_SUITE_P(
    InItsProcess, HostileAdapter,
    testing::Values(
        Hostile{"exits-0", {"exited with status 0 during the run", "exited with status 0"}},
        Hostile{"exits-between-runs", {by_itself}},
        Hostile{"segmentation-fault", {"crashed by signal 11"}},
        Hostile{"aborts", {"crashed by signal 6"}},
        Hostile{"kills-itself", {"crashed by signal 9"}},
        Hostile{"stops-itself", {"hung: nothing happened"}, soon},
        Hostile{"spins", {"hung: nothing happened"}, soon},
        Hostile{"kills-its-parent", {"vanished during the run", "vanished"}},
        Hostile{"ignores-signals", {"hung: nothing happened"}, soon},
        Hostile{"ignores-stop", {by_itself}},
        Hostile{"closes-stdin", {"hung: nothing happened"}, soon},
        Hostile{
            "answers-after-the-deadline", {"hung"}, soon, "gate `closed` waits for ended(never)"},
        Hostile{"crashed-run", {"crashed by signal 11", "crashed by signal 11"}},
        Hostile{"leaves-a-child", {by_itself, by_itself}},
        Hostile{
            "leaves-a-child-of-another-session", {by_itself}, never, "1 processes that the run"},
        Hostile{"leaves-a-child-that-holds-the-pipes", {"exited with status 1 during the run"}},
        Hostile{"leaves-a-daemon", {by_itself}, never, "1 processes that the run left"},
        Hostile{"leaves-a-stopped-child", {"exited with status 1 during the run"}},
        Hostile{"starts-a-thousand-threads", {by_itself}, never, "left behind: 1000 threads"},
        Hostile{"fills-its-folder", {by_itself, by_itself}},
        Hostile{"locks-its-folder", {by_itself}}, Hostile{"removes-its-folder", {by_itself}},
        Hostile{"replaces-a-gate", {wrong + "no FIFO can be at"}}));

std::set<std::string> modes_in_readme() {
  std::ifstream readme(HOSTILE_README);
  std::set<std::string> modes;
  for (std::string line; std::getline(readme, line);)
    if (line.starts_with("| ") && !line.starts_with("| mode |"))
      modes.insert(line.substr(2, line.find(' ', 2) - 2));
  return modes;
}

std::set<std::string> modes_of_adapter() {
  FILE* list = popen("/usr/bin/python3 " HOSTILE_ADAPTER " --list", "r");
  std::set<std::string> modes;
  std::array<char, 256> line;
  while (fgets(line.data(), line.size(), list) != nullptr)
    modes.insert(std::string(line.data(), std::strcspn(line.data(), "\n")));
  pclose(list);
  return modes;
}

TEST(HostileReadme, DocumentsEveryMode) { EXPECT_EQ(modes_in_readme(), modes_of_adapter()); }

TEST(HostileStart, NeverSayingHelloIsAHangThatIsNotWaitedForTwice) {
  const LeakCheck leaks;
  ProcessOptions impatient = options("never-says-hello", leaks);
  impatient.start_deadline = soon;
  {
    ProcessSubject subject(impatient);
    EXPECT_THROW(subject.hello(), SubjectFailure);
    const Trace trace = subject.run(request(never));
    EXPECT_THAT(describe(trace.end()), HasSubstr("hung: no hello within 200 ms"));
  }
  expect_nothing_left(leaks);
}

TEST(HostileReplies, ASecondDoneThatComesLaterIsFoundInThisRunOrTheNext) {
  const LeakCheck leaks;
  {
    ProcessSubject subject(options("two-dones-apart", leaks));
    const std::string ends =
        describe(subject.run(request(never)).end()) + describe(subject.run(request(never)).end());
    EXPECT_THAT(ends, HasSubstr("protocol error"));
  }
  expect_nothing_left(leaks);
}

TEST(HostileStderr, IsKeptAsATailOnly) {
  const LeakCheck leaks;
  ProcessSubject subject(options("hundred-megabytes-to-stderr", leaks));
  const std::string tail = subject.run(request(never)).evidence().stderr_tail;
  EXPECT_LT(tail.size(), 70'000U);
}

}  // namespace
}  // namespace touchstone

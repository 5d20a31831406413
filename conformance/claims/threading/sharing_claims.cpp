// What threads share, and what each has for itself.
#include <sstream>

#include "conformance/claims/claims.h"
#include "conformance/claims/threading/threads.h"

namespace touchstone {
namespace {

using namespace threads;

std::string sorted(std::string text) {
  std::ranges::sort(text);
  return text;
}

/// The lines that the printing threads write, in some order.
std::vector<std::string> printed_lines(std::int64_t workers, std::int64_t lines) {
  std::vector<std::string> all;
  for (std::int64_t worker = 0; worker < workers; ++worker) {
    for (std::int64_t line = 0; line < lines; ++line) {
      std::ostringstream text;
      text << '<' << worker << '.' << line << '>';
      all.push_back(text.str());
    }
  }
  return all;
}

std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string printed(const Trace& trace, std::string_view label) {
  return trace.logs(label).front().get_if<Bytes>()->data;
}

/// Without a lock only characters are counted; under one, lines are whole.
void print_side_by_side(Trial& trial) {
  const auto workers = trial.pick("workers", 1, 4);
  const auto lines = trial.pick("lines", 1, 60);
  const Trace trace = trial.run(with_threads(R"(
    lock = threading.Lock()
    def speak(number):
        for line in range(lines):
            print(f"<{number}.{line}>")
    def speak_under_a_lock(number):
        for line in range(lines):
            with lock:
                print(f"<{number}.{line}>")
    def speak_all(under_a_lock):
        speaker = speak_under_a_lock if under_a_lock else speak
        join_all([started(speaker, number) for number in range(workers)])
    def main():
        log("plain", program(speak_all, False).stdout)
        log("under a lock", program(speak_all, True).stdout)
  )"));
  const auto expected = printed_lines(workers, lines);
  std::string characters;
  for (const std::string& line : expected) characters.append(line).push_back('\n');
  EXPECT_EQ(sorted(printed(trace, "plain")), sorted(characters));
  EXPECT_THAT(split_lines(printed(trace, "under a lock")), UnorderedElementsAreArray(expected));
}

const Checks threading_sharing_checks{
    {"threading.local.isolation", property([](Trial& trial) {
       const auto workers = trial.pick("workers", 1, 4);
       trial.open("all set").after(reached("all set", workers));
       const Trace trace = trial.run(with_threads(R"(
         data = threading.local()
         data.value = "of main"
         def target(number):
             attempt("unset", data.value)
             log("unset attributes", vars(data))
             data.value = number
             gate("all set")
             log("own", data.value == number and vars(data) == {"value": number})
         join_all([started(target, number) for number in range(workers)])
         log("main's", data.value)
       )"));
       EXPECT_THAT(trace.outcomes("unset"), AllOf(SizeIs(static_cast<std::size_t>(workers)),
                                                  Each(Raised("AttributeError"))));
       EXPECT_THAT(trace.logs("unset attributes"), Each(Value(Dict{})));
       EXPECT_THAT(trace.logs("own"),
                   AllOf(SizeIs(static_cast<std::size_t>(workers)), Each(Value(true))));
       EXPECT_THAT(trace.logs("main's"), ElementsAre(Value("of main")));
     }),
     adversary([](Trial& trial) {
       const auto workers = trial.pick("workers", 4, 8);
       // One after the other: a later thread may get what identified an earlier one.
       const Trace trace = trial.run(with_threads(R"(
         data = threading.local()
         def target(number):
             attempt("unset", data.value)
             data.value = number
             log("own", data.value)
         for number in range(workers):
             elsewhere(target, number)
         attempt("unset", data.value)
       )"));
       EXPECT_THAT(trace.outcomes("unset"), AllOf(SizeIs(static_cast<std::size_t>(workers) + 1),
                                                  Each(Raised("AttributeError"))));
       EXPECT_EQ(trace.logs("own"), numbers_below(workers));
     })},

    {"threading.memory.shared", property([](Trial& trial) {
       const auto workers = trial.pick("workers", 1, 4);
       const auto written = trial.pick("written", arbitrary::datum());
       const Trace trace = trial.run(with_threads(R"(
         items = []
         table = {}
         latest = "nothing"
         def write(number, given, named):
             global latest
             log("the very object", given is items and named is items)
             given.append(written)
             table[number] = written
             latest = written
         threads = [
             threading.Thread(target=write, args=(number, items), kwargs={"named": items})
             for number in range(workers)
         ]
         for thread in threads:
             thread.start()
         join_all(threads)
         log("items", items)
         log("table", [table.get(number, "nothing") for number in range(workers)])
         log("latest", latest)
       )"));
       const Values all(static_cast<std::size_t>(workers), written);
       EXPECT_THAT(trace.logs("the very object"), Each(Value(true)));
       EXPECT_THAT(trace.logs("items"), ElementsAre(Value(List{all})));
       EXPECT_THAT(trace.logs("table"), ElementsAre(Value(List{all})));
       EXPECT_THAT(trace.logs("latest"), ElementsAre(written));
     }),
     property([](Trial& trial) {
       const auto written = trial.pick("written", arbitrary::datum());
       trial.open("end").after(logged("seen"));
       const Trace trace = trial.run(with_threads(R"(
         items = []
         ready = threading.Event()
         def write():
             items.append(written)
             ready.set()
             gate("end")
         thread = started(write)
         ready.wait()
         log("seen", items)
         thread.join()
       )"));
       EXPECT_THAT(trace.logs("seen"), ElementsAre(Value(List{{written}})));
     })},

    {"threading.output.torn-lines", property(print_side_by_side).times(4)},

    {"threading.stack.own", property([](Trial& trial) {
       const auto workers = trial.pick("workers", 1, 4);
       const auto depth = trial.pick("depth", 0, 20);
       for (int i = 0; i < workers; ++i) {
         GateRule& bottom = trial.open("bottom " + std::to_string(i));
         for (int j = 0; j < workers; ++j) bottom.after(reached("bottom " + std::to_string(j)));
         if (i + 1 < workers) bottom.after(logged("ended", workers - 1 - i));
       }
       // All are at the bottom at once, and the last one comes back first.
       const Trace trace = trial.run(with_threads(R"(
         def trail(number, level):
             own = [number, level]
             if level == 0:
                 gate(f"bottom {number}")
                 return [own]
             return trail(number, level - 1) + [own]
         def follow(number):
             log("trail", trail(number, depth))
             log("ended")
         join_all([started(follow, number) for number in range(workers)])
       )"));
       Values trails;
       for (std::int64_t number = workers - 1; number >= 0; --number) {
         Values levels;
         for (std::int64_t level = 0; level <= depth; ++level)
           levels.emplace_back(List{{number, level}});
         trails.emplace_back(List{levels});
       }
       EXPECT_EQ(trace.logs("trail"), trails);
     })},

    {"threading.stack.size-limit", property([](Trial& trial) {
       trial.pick("small", 1, 16383);
       const auto quarters = trial.pick("quarters", 1, 8);
       // A query without a size asks for the default, so each size is asked for once.
       const Trace trace = trial.run(with_threads(R"(
         before = threading.stack_size()
         attempt("refused", threading.stack_size(small))
         log("unchanged", threading.stack_size() == before)
         for query in [lambda: threading.stack_size(), lambda: threading.stack_size(0)]:
             attempt("accepted", threading.stack_size(quarters * 262144))
             attempt("refused", threading.stack_size(small))
             elsewhere(lambda: log("ran"))
             log("told", query())
         log("restored", threading.stack_size() == before)
       )"));
       EXPECT_THAT(trace.outcomes("refused"), AllOf(SizeIs(3), Each(Raised("ValueError"))));
       EXPECT_THAT(trace.logs("unchanged"), ElementsAre(Value(true)));
       EXPECT_THAT(trace.outcomes("accepted"), AllOf(SizeIs(2), Each(ValueIs(_))));
       EXPECT_THAT(trace.logs("told"), AllOf(SizeIs(2), Each(Value(quarters * 262144))));
       EXPECT_EQ(trace.count("ran"), 2u);
       EXPECT_THAT(trace.logs("restored"), ElementsAre(Value(true)));
     })},
};

}  // namespace
}  // namespace touchstone

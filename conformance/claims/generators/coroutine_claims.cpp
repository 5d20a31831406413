// Generators and native coroutines that a program drives itself, without a loop.
#include "conformance/claims/claims.h"

namespace touchstone {
namespace {

using Numbers = std::vector<std::int64_t>;

/// Which job (by index) makes which step, for jobs of these lengths that are resumed in this order;
/// a turn of a job that has ended is empty.
Values steps_of(const Numbers& lengths, const Numbers& turns) {
  Numbers done(lengths.size(), 0);
  Values steps;
  for (const std::int64_t turn : turns) {
    const auto at = static_cast<std::size_t>(turn);
    if (done[at] < lengths[at]) steps.emplace_back(List{{turn, done[at]++}});
  }
  return steps;
}

Numbers round_robin(const Numbers& lengths) {
  Numbers turns;
  for (int round = 0; round < 9; ++round)
    for (std::size_t i = 0; i < lengths.size(); ++i) turns.push_back(static_cast<std::int64_t>(i));
  return turns;
}

constexpr const char* kRoundRobin = R"(
  def job(number):
      for step in range(lengths[number]):
          yield [number, step]
  ready = [job(number) for number in range(len(lengths))]
  while ready:
      for own in list(ready):
          try:
              log("step", next(own))
          except StopIteration:
              ready.remove(own)
  log("step", "end")
)";

const Checks generators_coroutine_checks{
    {"generators.coroutine.by-hand", example([](Trial& trial) {
       const Trace trace = trial.run(R"(
         async def add(a, b):
             return a + b
         coroutine = add(2, 3)
         with attempt("sent"):
             try:
                 coroutine.send(None)
             except StopIteration as end:
                 log("result", end.value)
       )");
       EXPECT_THAT(trace.outcome("sent"), ValueIs(Value()));
       EXPECT_THAT(trace.logs("result"), ElementsAre(Value(5)));
     }),
     property([](Trial& trial) {
       const auto depth = trial.pick("depth", 0, 20);
       const auto number = trial.pick("number", -100, 100);
       const Trace trace = trial.run(R"(
         async def nested(levels):
             if levels == 0:
                 return number
             return await nested(levels - 1) + 1
         with attempt("sent"):
             try:
                 nested(depth).send(None)
             except StopIteration as end:
                 log("result", end.value)
       )");
       EXPECT_THAT(trace.outcome("sent"), ValueIs(Value()));
       EXPECT_THAT(trace.logs("result"), ElementsAre(Value(number + depth)));
     })},

    {"generators.coroutine.not-iterable", adversary([](Trial& trial) {
       trial.pick_one("way", {"list", "next", "loop", "iter", "unpack"});
       const Trace trace = trial.run(R"(
         async def body():
             log("step", "body")
             return 5
         def iterate(coroutine):
             if way == "list":
                 list(coroutine)
             elif way == "next":
                 next(coroutine)
             elif way == "loop":
                 for value in coroutine:
                     pass
             elif way == "iter":
                 iter(coroutine)
             else:
                 a, b = coroutine
         coroutine = body()
         attempt("iterated", iterate(coroutine))
         log("step", "iterated")
         attempt("sent", coroutine.send(None))
         other = body()
         attempt("thrown", other.throw(ValueError("of the driver")))
         third = body()
         record("closed", third.close())
       )");
       EXPECT_THAT(trace.outcome("iterated"), Raised("TypeError"));
       EXPECT_THAT(trace.logs("step"), ElementsAre(Value("iterated"), Value("body")));
       EXPECT_THAT(trace.outcome("sent"), Raised("StopIteration"));
       EXPECT_THAT(trace.outcome("thrown"), Raised("ValueError"));
       EXPECT_EQ(trace.value("closed"), Value());
     })},

    {"generators.schedule.round-robin", example([](Trial& trial) {
       trial.bind("lengths", Numbers{3, 1, 2});
       const Trace trace = trial.run(kRoundRobin);
       EXPECT_THAT(trace.logs("step"),
                   ElementsAreArray(Values{List{{0, 0}}, List{{1, 0}}, List{{2, 0}}, List{{0, 1}},
                                           List{{2, 1}}, List{{0, 2}}, "end"}));
     }),
     property([](Trial& trial) {
       const Numbers lengths =
           trial.pick("lengths", rc::gen::container<Numbers>(rc::gen::inRange<std::int64_t>(0, 5)));
       const Trace trace = trial.run(kRoundRobin);
       Values expected = steps_of(lengths, round_robin(lengths));
       expected.emplace_back("end");
       EXPECT_EQ(trace.logs("step"), expected);
     })},

    {"generators.schedule.user-driven", property([](Trial& trial) {
       const Numbers lengths = {3, 1, 4, 2};
       trial.bind("lengths", lengths);
       const Numbers turns =
           trial.pick("turns", rc::gen::container<Numbers>(rc::gen::inRange<std::int64_t>(0, 4)));
       const Trace trace = trial.run(R"(
         class Pause:
             def __await__(self):
                 yield
         async def coroutine(number):
             for step in range(lengths[number]):
                 log("step", [number, step])
                 await Pause()
         def generator(number):
             for step in range(lengths[number]):
                 log("step", [number, step])
                 yield
         jobs = [coroutine(0), generator(1), coroutine(2), generator(3)]
         alive = [True, True, True, True]
         def resume(number):
             try:
                 jobs[number].send(None)
             except StopIteration:
                 alive[number] = False
         with attempt("driven"):
             for number in turns:
                 if alive[number]:
                     resume(number)
         log("step", "end")
         for job in jobs:
             job.close()
       )");
       EXPECT_THAT(trace.outcome("driven"), ValueIs(Value()));
       Values expected = steps_of(lengths, turns);
       expected.emplace_back("end");
       EXPECT_EQ(trace.logs("step"), expected);
     })},
};

}  // namespace
}  // namespace touchstone

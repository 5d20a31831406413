// A list that producer and polling consumer share under one lock.
#include "conformance/claims/claims.h"
#include "conformance/claims/threading/threads.h"

namespace touchstone {
namespace {

using namespace threads;

std::string nth(std::string_view name, std::int64_t number) {
  return std::string(name) + " " + std::to_string(number);
}

/// Lets the producer be at most `ahead` items ahead: with 1 the two alternate, with 5 all is
/// produced before anything is consumed.
void hold_to_a_lead_of(Trial& trial, std::int64_t ahead) {
  trial.open("consume").after(logged("produced", ahead));
  for (std::int64_t item = 0; item < 5; ++item) {
    GateRule& gate = trial.open(nth("produce", item));
    if (item >= ahead) gate.after(logged("consumed", item - ahead + 1));
  }
}

/// How far productions were ahead of consumptions at most; and less than none is wrong.
std::pair<int, int> lead(const Trace& trace) {
  int ahead = 0;
  std::pair<int, int> range{0, 0};
  for (const std::string& label : trace.order({"produced", "consumed"})) {
    ahead += label == "produced" ? 1 : -1;
    range = {std::min(range.first, ahead), std::max(range.second, ahead)};
  }
  return range;
}

constexpr std::string_view kSharedList = R"(
lock = threading.Lock()
shared = []
def take_all():
    while True:
        with lock:
            if shared:
                item = shared.pop(0)
                log("consumed", item)
                if item == 4:
                    break
)";

/// The scenario with the list, its lock and the polling consumer's loop, take_all(), in front.
std::string with_shared_list(std::string_view text) {
  return with_threads(kSharedList) + scenario::dedent(text);
}

const Checks threading_lock_example_checks{
    {"threading.lock.example-interleaving", property([](Trial& trial) {
       const auto ahead = trial.pick("ahead", 1, 5);
       hold_to_a_lead_of(trial, ahead);
       const Trace trace = trial.run(with_shared_list(R"(
         def produce():
             for item in range(5):
                 gate(f"produce {item}")
                 with lock:
                     shared.append(item)
                     log("produced", item)
         def consume():
             gate("consume")
             take_all()
         join_all([started(produce), started(consume)])
       )"));
       EXPECT_EQ(trace.logs("produced"), numbers_below(5));
       EXPECT_EQ(trace.logs("consumed"), numbers_below(5));
       EXPECT_EQ(lead(trace), std::pair(0, static_cast<int>(ahead)));
     })},

    {"threading.lock.example-report-in-block", property([](Trial& trial) {
       trial.pick("held", 0, 4);
       trial.open("consume").after(reached("inserted"));
       trial.open("inserted").after(logged("consumer tries")).settle(20ms);
       const Trace trace = trial.run(with_shared_list(R"(
         def produce():
             for item in range(5):
                 with lock:
                     shared.append(item)
                     if item == held:
                         gate("inserted")
                     log("produced", item)
         def consume():
             gate("consume")
             log("consumer tries")
             take_all()
         join_all([started(produce), started(consume)])
       )"));
       EXPECT_EQ(trace.logs("produced"), numbers_below(5));
       EXPECT_EQ(trace.logs("consumed"), numbers_below(5));
       EXPECT_EQ(lead(trace).first, 0);
     })},

    {"threading.lock.example-shared-list", property([](Trial& trial) {
       trial.pick("consumer_first", rc::gen::arbitrary<bool>());
       const Trace trace = trial.run(with_shared_list(R"(
         def produce():
             for item in range(5):
                 with lock:
                     shared.append(item)
                     log("produced", item)
         def consume():
             take_all()
         parts = [consume, produce] if consumer_first else [produce, consume]
         join_all([started(part) for part in parts])
       )"));
       EXPECT_EQ(trace.logs("consumed"), numbers_below(5));
     }),
     adversary([](Trial& trial) {
       trial.pick("held", 1, 4);
       trial.open("consume").after(reached("copied"));
       trial.open("copied").after(logged("consumer tries")).settle(20ms);
       // The list is replaced, not changed: what enters between reading and writing is lost.
       const Trace trace = trial.run(with_threads(R"(
         lock = threading.Lock()
         shared = []
         def produce():
             global shared
             for item in range(5):
                 with lock:
                     longer = shared + [item]
                     if item == held:
                         gate("copied")
                     shared = longer
         def consume():
             global shared
             gate("consume")
             log("consumer tries")
             while True:
                 with lock:
                     if shared:
                         item = shared[0]
                         shared = shared[1:]
                         log("consumed", item)
                         if item == 4:
                             break
         join_all([started(produce), started(consume)])
       )"));
       EXPECT_EQ(trace.logs("consumed"), numbers_below(5));
     })},

    {"threading.lock.polling-busy-waits", property([](Trial& trial) {
       trial.pick("bound", 1, 300);
       trial.open("produce").after(logged("spins"));
       const Trace trace = trial.run(with_threads(R"(
         lock = threading.Lock()
         shared = []
         def produce():
             gate("produce")
             with lock:
                 shared.append("item")
         def consume():
             rounds = 0
             while True:
                 rounds += 1
                 if rounds == bound:
                     log("spins")
                 with lock:
                     if shared:
                         log("consumed", shared.pop(0), rounds >= bound)
                         break
         join_all([started(produce), started(consume)])
       )"));
       EXPECT_THAT(trace.log_rows("consumed"), ElementsAre(Value(Tuple{{"item", true}})));
     }),
     adversary([](Trial& trial) {
       trial.open("produce").after(begun("get"), blocked("get")).settle(20ms);
       const Trace trace = trial.run(with_threads(R"(
         shared = queue.Queue()
         def consume():
             record("get", shared.get())
         consumer = started(consume)
         gate("produce")
         record("put", shared.put("item"))
         consumer.join()
       )"));
       EXPECT_EQ(trace.value("get"), "item");
       EXPECT_THAT(trace, Before("put", "get"));
     })},
};

}  // namespace
}  // namespace touchstone

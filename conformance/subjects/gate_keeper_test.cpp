#include "conformance/subjects/gate_keeper.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "conformance/trace/sample_events.h"

namespace touchstone {
namespace {

using namespace std::chrono_literals;
using sample::at_gate;
using sample::begin;
using sample::end;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A keeper with a clock of its own and threads that sleep when told.
class Gates : public testing::Test {
 protected:
  void keep(GateRules rules) {
    keeper_.emplace(
        rules, [this](const std::string& gate) { opened_.push_back(gate); },
        [this](std::int64_t, std::int64_t) { return asleep_; });
    keeper_->tick(now_);
  }
  void come(const Event& event) { keeper_->note(event, now_); }
  void pass(std::chrono::milliseconds time) {
    now_ += time;
    keeper_->tick(now_);
  }
  static GateRules one(GateRule rule) { return {{"g", std::move(rule)}}; }

  GateKeeper::Time now_;
  bool asleep_ = false;
  std::vector<std::string> opened_;
  std::optional<GateKeeper> keeper_;
};

TEST_F(Gates, OpenAtOnceWithoutAnyCondition) {
  keep(one(GateRule()));
  EXPECT_THAT(opened_, ElementsAre("g"));
  EXPECT_TRUE(keeper_->is_open("g"));
  EXPECT_THAT(keeper_->unmet(), IsEmpty());
}

TEST_F(Gates, CountEachKindOfEvent) {
  keep({{"begun", GateRule().after(begun("a", 2))},
        {"ended", GateRule().after(ended("a"))},
        {"logged", GateRule().after(logged("a"))},
        {"reached", GateRule().after(reached("begun"))}});
  come(begin("a", 1));
  EXPECT_THAT(opened_, IsEmpty());
  come(begin("a", 2));
  EXPECT_THAT(opened_, ElementsAre("begun"));
  come(end("a", 1, Value()));
  come(sample::log("a"));
  come(at_gate(EventKind::reached, "begun"));
  EXPECT_THAT(opened_, ElementsAre("begun", "ended", "logged", "reached"));
}

TEST_F(Gates, WaitForAllConditions) {
  keep(one(GateRule().after(begun("a"), logged("b"))));
  come(begin("a", 1));
  EXPECT_THAT(opened_, IsEmpty());
  come(sample::log("b"));
  EXPECT_THAT(opened_, ElementsAre("g"));
  come(sample::log("b"));
  EXPECT_THAT(opened_, ElementsAre("g")) << "once only";
}

TEST_F(Gates, SettleAfterTheConditions) {
  keep(one(GateRule().after(begun("a")).settle(20ms)));
  pass(1000ms);
  come(begin("a", 1));
  EXPECT_EQ(keeper_->next_tick(now_), now_ + 20ms);
  pass(19ms);
  EXPECT_THAT(opened_, IsEmpty());
  EXPECT_THAT(keeper_->unmet(), ElementsAre("gate `g` waits for its 20 ms to pass"));
  pass(1ms);
  EXPECT_THAT(opened_, ElementsAre("g"));
  EXPECT_FALSE(keeper_->next_tick(now_));
}

TEST_F(Gates, SayWhatTheyWaitFor) {
  keep({{"m-in", GateRule().after(ended("in", 3))},
        {"two", GateRule().after(begun("x"), ended("in"), logged("y", 2))}});
  come(begin("in", 1));
  come(end("in", 1, Value()));
  EXPECT_THAT(keeper_->unmet(),
              ElementsAre("gate `m-in` waits for 3 x ended(in), 1 came",
                          "gate `two` waits for begun(x), 0 came, and for 2 x logged(y), 0 came"));
}

TEST_F(Gates, WithoutARuleAreOpenedWhenReachedAndUnmet) {
  keep({});
  come(at_gate(EventKind::reached, "stray"));
  EXPECT_THAT(opened_, ElementsAre("stray"));
  EXPECT_THAT(keeper_->unmet(), ElementsAre(HasSubstr("gate `stray` has no rule")));
}

TEST_F(Gates, WaitForASleepingThread) {
  keep(one(GateRule().after(begun("a"), blocked("a"))));
  come(begin("a", 1));
  pass(5ms);
  EXPECT_THAT(opened_, IsEmpty());
  asleep_ = true;
  pass(5ms);
  EXPECT_THAT(opened_, IsEmpty()) << "once is not enough";
  pass(5ms);
  EXPECT_THAT(opened_, ElementsAre("g"));
  EXPECT_THAT(keeper_->notes(), IsEmpty());
}

TEST_F(Gates, GiveUpAHintThatDoesNotComeTrue) {
  keep(one(GateRule().after(begun("a"), blocked("a"))));
  come(begin("a", 1));
  pass(GateKeeper::longest_hint - GateKeeper::hint_period);
  EXPECT_THAT(opened_, IsEmpty());
  pass(GateKeeper::hint_period);
  EXPECT_THAT(opened_, ElementsAre("g"));
  EXPECT_THAT(keeper_->notes(), ElementsAre(HasSubstr("blocked(a) was not seen")));
  EXPECT_THAT(keeper_->unmet(), IsEmpty());
}

TEST_F(Gates, GiveUpAHintAboutWhatHasEnded) {
  keep(one(GateRule().after(begun("a"), blocked("a"))));
  come(begin("a", 1));
  come(end("a", 1, Value()));
  pass(GateKeeper::hint_period);
  EXPECT_THAT(opened_, ElementsAre("g"));
}

TEST_F(Gates, AreAllOpenedByForce) {
  keep({{"g", GateRule().after(begun("a"))}, {"h", GateRule().after(begun("a")).for_many()}});
  keeper_->open_all();
  EXPECT_THAT(opened_, ElementsAre("g", "h"));
  EXPECT_TRUE(keeper_->is_latch("h"));
  EXPECT_FALSE(keeper_->is_latch("g"));
  EXPECT_FALSE(keeper_->is_latch("unknown"));
}

TEST(GateRule, RefusesToCountBelowOne) {
  EXPECT_THROW(GateRule().after(begun("a", 0)), std::invalid_argument);
}

}  // namespace
}  // namespace touchstone

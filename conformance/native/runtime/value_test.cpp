#include "conformance/native/runtime/value.h"

#include <gtest/gtest.h>

#include "conformance/native/runtime/collections.h"
#include "conformance/native/runtime/integer.h"

namespace touchstone::native {
namespace {

class Watched : public Object {
 public:
  explicit Watched(int& alive) : Object(Kind::Cell), alive_(alive) { ++alive_; }
  ~Watched() override { --alive_; }

 private:
  int& alive_;
};

TEST(Value, TheLastReferenceDestroysAtOnce) {
  int alive = 0;
  Value first(make<Watched>(alive));
  Value second = first;
  first = Value();
  EXPECT_EQ(alive, 1);
  second = Value(3);
  EXPECT_EQ(alive, 0);
}

TEST(Value, IdentityIsOfObjectsAndOfPlainValues) {
  const Value list = make_list({});
  EXPECT_TRUE(list.is(Value(list)));
  EXPECT_FALSE(list.is(make_list({})));
  EXPECT_TRUE(Value(3).is(Value(3)));
  EXPECT_FALSE(Value(1).is(Value(true)));
}

TEST(Value, ALongChainIsDroppedWithoutDepth) {
  Value chain;
  for (int i = 0; i < 1'000'000; ++i) chain = make_tuple({std::move(chain)});
  chain = Value();
  EXPECT_TRUE(chain.is_none());
}

TEST(Integer, FitsInlineOrIsBig) {
  EXPECT_TRUE(make_int(mpz_class("9223372036854775807")).is_small_int());
  EXPECT_NE(as<BigInt>(make_int(mpz_class("9223372036854775808"))), nullptr);
}

TEST(Integer, RoundsToTheNearestDouble) {
  EXPECT_EQ(nearest_double(mpz_class("9007199254740993")), 9007199254740992.0);
  EXPECT_EQ(nearest_double(mpz_class("36893488147419107329")), 36893488147419111424.0);
  EXPECT_EQ(nearest_double(-(mpz_class(1) << 100)), -0x1p100);
}

TEST(Heap, ClearBreaksCycles) {
  Heap heap;
  Heap* before = Heap::set_current(&heap);
  int alive = 0;
  {
    const Ref<List> list = make<List>();
    list->append(Value(list));
    list->append(make<Watched>(alive));
  }
  EXPECT_EQ(alive, 1);
  heap.clear();
  EXPECT_EQ(alive, 0);
  Heap::set_current(before);
}

}  // namespace
}  // namespace touchstone::native

#include "impl/objects/attribute_dictionary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>
#include <thread>

namespace objects {
namespace {

using testing::ElementsAre;
using testing::Pair;

TEST(AttributeDictionary, FindsWhatWasSetLast) {
  AttributeDictionary<int> names;
  EXPECT_EQ(names.find("a"), std::nullopt);
  names.set("a", 1);
  names.set("a", 2);
  EXPECT_EQ(names.find("a"), 2);
  EXPECT_TRUE(names.erase("a"));
  EXPECT_FALSE(names.erase("a"));
  EXPECT_EQ(names.find("a"), std::nullopt);
}

TEST(AttributeDictionary, KeepsTheOrderOfFirstAssignment) {
  AttributeDictionary<int> names;
  names.set("z", 1);
  names.set("a", 2);
  names.set("z", 3);
  EXPECT_THAT(names.items(), ElementsAre(Pair("z", 3), Pair("a", 2)));
}

/// Comes back to the dictionary when it dies, as a finalizer may.
struct Reentrant {
  AttributeDictionary<std::shared_ptr<Reentrant>>* names;
  ~Reentrant() { names->find("other"); }
};

TEST(AttributeDictionary, AnItemMayComeBackWhenItDies) {
  AttributeDictionary<std::shared_ptr<Reentrant>> names;
  names.set("a", std::make_shared<Reentrant>(&names));
  names.set("a", std::make_shared<Reentrant>(&names));
  names.erase("a");
}

TEST(AttributeDictionary, TakesReadersAndWritersAtOnce) {
  AttributeDictionary<int> names;
  std::vector<std::thread> threads;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&names, t] {
      for (int i = 0; i < 500; ++i) {
        names.set("shared", i);
        names.set("own" + std::to_string(t), i);
        names.find("shared");
        if (i % 100 == 0) names.items();
      }
    });
  }
  for (auto& thread : threads) thread.join();
  EXPECT_EQ(names.items().size(), 5u);
  EXPECT_EQ(names.find("own3"), 499);
}

}  // namespace
}  // namespace objects

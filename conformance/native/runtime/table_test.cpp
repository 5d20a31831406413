#include "conformance/native/runtime/table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <map>

#include "conformance/native/operations/operations.h"

namespace touchstone::native {
namespace {

std::vector<std::int64_t> keys_of(const Table& table) {
  std::vector<std::int64_t> keys;
  for (const Table::Entry& entry : table.snapshot()) keys.push_back(entry.key.integer());
  return keys;
}

TEST(Table, KeepsTheOrderOfInsertion) {
  Table table;
  for (const int key : {5, 1, 3})
    table.set(Value(key), static_cast<std::uint64_t>(key), Value(key * 10));
  table.set(Value(1), 1, Value(11));
  EXPECT_THAT(keys_of(table), testing::ElementsAre(5, 1, 3));
  EXPECT_EQ(table.find(Value(1), 1)->integer(), 11);
}

TEST(Table, FindsKeysOfOneHashByEquality) {
  Table table;
  for (int key = 0; key < 20; ++key) table.set(Value(key), 7, Value(-key));
  EXPECT_EQ(table.find(Value(13), 7)->integer(), -13);
  EXPECT_FALSE(table.find(Value(20), 7));
}

RC_GTEST_PROP(Table, BehavesAsAMap, (const std::vector<std::pair<std::uint8_t, bool>>& steps)) {
  Table table;
  std::map<int, int> model;
  int serial = 0;
  for (const auto& [key, removes] : steps) {
    const auto hash = static_cast<std::uint64_t>(key % 4);
    if (removes) {
      RC_ASSERT(table.remove(Value(static_cast<int>(key)), hash).has_value() ==
                (model.erase(key) == 1));
    } else {
      table.set(Value(static_cast<int>(key)), hash, Value(++serial));
      model[key] = serial;
    }
  }
  RC_ASSERT(table.size() == model.size());
  for (const auto& [key, value] : model)
    RC_ASSERT(table.find(Value(key), static_cast<std::uint64_t>(key % 4))->integer() == value);
}

}  // namespace
}  // namespace touchstone::native

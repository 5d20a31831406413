/// An insertion-ordered hash table from Value to Value: what dict and set are made of.
///
/// Thread: every member locks for itself. Hashes come from the caller; where two keys of one hash
/// can only be compared by scenario code, that runs outside the lock and the search starts anew if
/// the table changed meanwhile.
#pragma once

#include <cstdint>
#include <functional>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

#include "conformance/native/runtime/spin_lock.h"
#include "conformance/native/runtime/value.h"

namespace touchstone::native {

class Table {
 public:
  struct Entry {
    std::uint64_t hash;
    Value key;  // unbound: removed
    Value value;
  };
  using Equal = bool (*)(const Value& stored, const Value& asked);
  /// Equality of keys that needs no scenario code; none where it does.
  using SimpleEqual = std::optional<bool> (*)(const Value& stored, const Value& asked);

  /// How keys are compared; the operations of the language set it before the first run.
  static void set_equality(SimpleEqual simple, Equal full);

  std::size_t size() const;
  std::optional<Value> find(const Value& key, std::uint64_t hash) const;
  /// Keeps the key that was there; gives the value that was replaced.
  std::optional<Value> set(const Value& key, std::uint64_t hash, Value value);
  /// Stores only where the key is absent; gives what is stored in the end.
  Value set_default(const Value& key, std::uint64_t hash, Value value);
  std::optional<Entry> remove(const Value& key, std::uint64_t hash);
  std::optional<Entry> remove_last();
  std::vector<Entry> snapshot() const;
  void clear();

  /// The first entry at `*cursor` or after, moving the cursor behind it; none at the end.
  std::optional<Entry> next(std::size_t* cursor) const;
  std::optional<Entry> previous(std::size_t* cursor) const;
  std::size_t end_cursor() const;

 private:
  using Guard = std::unique_lock<SpinLock>;
  static constexpr std::size_t absent = static_cast<std::size_t>(-1);

  std::size_t search(Guard& guard, const Value& key, std::uint64_t hash) const;
  std::size_t append(const Value& key, std::uint64_t hash, Value value);
  Entry take(std::size_t at);
  void rebuild();
  void put_index(std::uint64_t hash, std::size_t at);

  mutable SpinLock lock_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> index_;  // 0: free, else position + 1; a power of two
  std::size_t live_ = 0;
  std::uint64_t version_ = 0;
};

}  // namespace touchstone::native

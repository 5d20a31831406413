#include "conformance/native/runtime/table.h"

#include <bit>

namespace touchstone::native {
namespace {

Table::SimpleEqual simple_equal = nullptr;
Table::Equal full_equal = nullptr;

std::size_t spread(std::uint64_t hash) {
  return static_cast<std::size_t>((hash * 0x9e3779b97f4a7c15ULL) >> 20U);
}

}  // namespace

void Table::set_equality(SimpleEqual simple, Equal full) {
  simple_equal = simple;
  full_equal = full;
}

std::size_t Table::size() const {
  const std::scoped_lock lock(lock_);
  return live_;
}

std::size_t Table::search(Guard& guard, const Value& key, std::uint64_t hash) const {
  if (index_.empty()) return absent;
  const std::size_t mask = index_.size() - 1;
  for (std::size_t slot = spread(hash) & mask; index_[slot] != 0; slot = (slot + 1) & mask) {
    const std::size_t at = index_[slot] - 1;
    const Entry& entry = entries_[at];
    if (entry.hash != hash || !entry.key.is_bound()) continue;
    if (entry.key.is(key)) return at;
    std::optional<bool> equal = simple_equal(entry.key, key);
    if (!equal) {
      const std::uint64_t seen = version_;
      {
        const Value stored = entry.key;
        guard.unlock();
        equal = full_equal(stored, key);
      }
      guard.lock();
      if (version_ != seen) return search(guard, key, hash);
    }
    if (*equal) return at;
  }
  return absent;
}

std::optional<Value> Table::find(const Value& key, std::uint64_t hash) const {
  Guard guard(lock_);
  const std::size_t at = search(guard, key, hash);
  if (at == absent) return std::nullopt;
  return entries_[at].value;
}

void Table::put_index(std::uint64_t hash, std::size_t at) {
  const std::size_t mask = index_.size() - 1;
  std::size_t slot = spread(hash) & mask;
  while (index_[slot] != 0) slot = (slot + 1) & mask;
  index_[slot] = static_cast<std::uint32_t>(at + 1);
}

void Table::rebuild() {
  std::vector<Entry> kept;
  kept.reserve(live_ + 1);
  for (Entry& entry : entries_) {
    if (entry.key.is_bound()) kept.push_back(std::move(entry));
  }
  entries_ = std::move(kept);
  index_.assign(std::bit_ceil((live_ + 1) * 2 + 6), 0);
  for (std::size_t at = 0; at < entries_.size(); ++at) put_index(entries_[at].hash, at);
}

std::size_t Table::append(const Value& key, std::uint64_t hash, Value value) {
  if ((entries_.size() + 1) * 3 > index_.size() * 2) rebuild();
  entries_.push_back(Entry{hash, key, std::move(value)});
  put_index(hash, entries_.size() - 1);
  ++live_;
  ++version_;
  return entries_.size() - 1;
}

std::optional<Value> Table::set(const Value& key, std::uint64_t hash, Value value) {
  Guard guard(lock_);
  const std::size_t at = search(guard, key, hash);
  if (at != absent) return std::exchange(entries_[at].value, std::move(value));
  append(key, hash, std::move(value));
  return std::nullopt;
}

Value Table::set_default(const Value& key, std::uint64_t hash, Value value) {
  Guard guard(lock_);
  std::size_t at = search(guard, key, hash);
  if (at == absent) at = append(key, hash, std::move(value));
  return entries_[at].value;
}

Table::Entry Table::take(std::size_t at) {
  Entry taken{entries_[at].hash, std::exchange(entries_[at].key, Value::unbound()),
              std::move(entries_[at].value)};
  --live_;
  ++version_;
  return taken;
}

std::optional<Table::Entry> Table::remove(const Value& key, std::uint64_t hash) {
  Guard guard(lock_);
  const std::size_t at = search(guard, key, hash);
  if (at == absent) return std::nullopt;
  return take(at);
}

std::optional<Table::Entry> Table::remove_last() {
  const Guard guard(lock_);
  for (std::size_t at = entries_.size(); at-- > 0;) {
    if (entries_[at].key.is_bound()) return take(at);
  }
  return std::nullopt;
}

std::vector<Table::Entry> Table::snapshot() const {
  const Guard guard(lock_);
  std::vector<Entry> live;
  live.reserve(live_);
  for (const Entry& entry : entries_) {
    if (entry.key.is_bound()) live.push_back(entry);
  }
  return live;
}

void Table::clear() {
  std::vector<Entry> dropped;
  const Guard guard(lock_);
  std::swap(dropped, entries_);
  index_.clear();
  live_ = 0;
  ++version_;
}

std::optional<Table::Entry> Table::next(std::size_t* cursor) const {
  const Guard guard(lock_);
  while (*cursor < entries_.size()) {
    const Entry& entry = entries_[(*cursor)++];
    if (entry.key.is_bound()) return entry;
  }
  return std::nullopt;
}

std::optional<Table::Entry> Table::previous(std::size_t* cursor) const {
  const Guard guard(lock_);
  *cursor = std::min(*cursor, entries_.size());
  while (*cursor > 0) {
    const Entry& entry = entries_[--*cursor];
    if (entry.key.is_bound()) return entry;
  }
  return std::nullopt;
}

std::size_t Table::end_cursor() const {
  const Guard guard(lock_);
  return entries_.size();
}

}  // namespace touchstone::native

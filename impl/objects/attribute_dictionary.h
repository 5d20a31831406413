/// The names of a class or an instance, in the order of their first assignment.
/// Thread safety: every operation is atomic; a read followed by a write is two operations, and
/// updates may be lost between.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace objects {

template <class Item>
class AttributeDictionary {
 public:
  std::optional<Item> find(std::string_view name) const {
    const std::shared_lock lock(mutex_);
    const auto entry = entries_.find(name);
    if (entry == entries_.end()) return std::nullopt;
    return entry->second.item;
  }

  void set(std::string_view name, Item item) {
    std::unique_lock lock(mutex_);
    const auto entry = entries_.find(name);
    if (entry == entries_.end()) {
      entries_.emplace(name, Entry{std::move(item), next_serial_++});
    } else {
      std::swap(entry->second.item, item);
    }
    lock.unlock();  // the old item dies without the lock: its end may come back here
  }

  /// False where there is no such name.
  bool erase(std::string_view name) {
    std::unique_lock lock(mutex_);
    const auto entry = entries_.find(name);
    if (entry == entries_.end()) return false;
    const auto doomed = entries_.extract(entry);
    lock.unlock();
    return true;
  }

  /// A snapshot, in order of first assignment.
  std::vector<std::pair<std::string, Item>> items() const {
    std::vector<std::pair<std::uint64_t, std::pair<std::string, Item>>> ordered;
    {
      const std::shared_lock lock(mutex_);
      for (const auto& [name, entry] : entries_)
        ordered.push_back({entry.serial, {name, entry.item}});
    }
    std::ranges::sort(ordered, {}, [](const auto& entry) { return entry.first; });
    std::vector<std::pair<std::string, Item>> items;
    for (auto& entry : ordered) items.push_back(std::move(entry.second));
    return items;
  }

 private:
  struct Entry {
    Item item;
    std::uint64_t serial;
  };

  mutable std::shared_mutex mutex_;
  std::map<std::string, Entry, std::less<>> entries_;
  std::uint64_t next_serial_ = 0;
};

}  // namespace objects

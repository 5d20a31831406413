/// The last results of a pure function, for those who ask for the same few again and again: a
/// property runs one scenario with many values, and the scenario need not be read anew each time.
///
/// Thread: one at a time. Errors: what the function throws; nothing is kept of it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

namespace touchstone::scenario {

template <class Key, class Result>
class Memo {
 public:
  /// Keeps that many results, at least one; the one that was longest not asked for goes first.
  explicit Memo(std::size_t most) : most_(most) {}

  /// What `make(key)` gave or gives; valid until the next call.
  template <class Given, class Make>
  const Result& get(const Given& key, Make make) {
    auto found = std::ranges::find_if(kept_, [&](const auto& each) { return each.first == key; });
    if (found == kept_.end()) {
      Result made = make(key);
      if (kept_.size() == most_) kept_.pop_back();
      found = kept_.emplace(kept_.end(), Key(key), std::move(made));
    }
    std::rotate(kept_.begin(), found, std::next(found));
    return kept_.front().second;
  }

 private:
  std::size_t most_;
  std::vector<std::pair<Key, Result>> kept_;  ///< the latest first
};

}  // namespace touchstone::scenario

#include "conformance/native/builtins/sorting.h"

#include <algorithm>

namespace touchstone::native {
namespace {

struct Keyed {
  Value key;
  Value item;
};

/// std::stable_sort asks a strict weak order, which scenario code need not keep: a plain merge is
/// safe with any answers.
void merge_sort(std::vector<Keyed>& items, std::vector<Keyed>& spare, std::size_t first,
                std::size_t last) {
  if (last - first < 2) return;
  const std::size_t middle = first + (last - first) / 2;
  merge_sort(items, spare, first, middle);
  merge_sort(items, spare, middle, last);
  std::size_t left = first;
  std::size_t right = middle;
  for (std::size_t to = first; to < last; ++to) {
    const bool take_right =
        left == middle || (right < last && less(items[right].key, items[left].key));
    spare[to] = items[take_right ? right++ : left++];
  }
  std::copy(spare.begin() + static_cast<std::ptrdiff_t>(first),
            spare.begin() + static_cast<std::ptrdiff_t>(last),
            items.begin() + static_cast<std::ptrdiff_t>(first));
}

}  // namespace

Values sorted(Values items, const Value& key, bool reverse) {
  std::vector<Keyed> keyed;
  keyed.reserve(items.size());
  for (Value& item : items) keyed.push_back({key.is_none() ? item : call(key, {item}), item});
  if (reverse) std::ranges::reverse(keyed);
  std::vector<Keyed> spare(keyed.size());
  merge_sort(keyed, spare, 0, keyed.size());
  if (reverse) std::ranges::reverse(keyed);
  for (std::size_t at = 0; at < items.size(); ++at) items[at] = std::move(keyed[at].item);
  return items;
}

}  // namespace touchstone::native

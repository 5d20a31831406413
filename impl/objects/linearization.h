/// The C3 linearization: the order in which the classes of a hierarchy are asked for an attribute.
/// A class comes before its bases, bases come in the order in which they were written, and every
/// class has its own order kept in those below it.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

namespace objects {

template <class Node>
using Order = std::vector<Node*>;

/// Takes the first head that is in no other sequence's tail; null where every head is.
template <class Node>
Node* next_in_order(const std::vector<Order<Node>>& sequences) {
  const auto blocked = [&](Node* head) {
    return std::ranges::any_of(sequences, [&](const Order<Node>& sequence) {
      return std::find(sequence.begin() + 1, sequence.end(), head) != sequence.end();
    });
  };
  for (const auto& sequence : sequences) {
    if (!blocked(sequence.front())) return sequence.front();
  }
  return nullptr;
}

/// Merges the orders of the bases and the list of bases itself; nothing where no order agrees with
/// all of them.
template <class Node>
std::optional<Order<Node>> merge(std::vector<Order<Node>> sequences) {
  Order<Node> merged;
  while (true) {
    std::erase_if(sequences, [](const Order<Node>& sequence) { return sequence.empty(); });
    if (sequences.empty()) return merged;
    Node* const next = next_in_order(sequences);
    if (next == nullptr) return std::nullopt;
    merged.push_back(next);
    for (auto& sequence : sequences) {
      if (sequence.front() == next) sequence.erase(sequence.begin());
    }
  }
}

}  // namespace objects

/// What a run is to judge: a round of items, claim by claim and subject by subject, as often as
/// asked.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "conformance/check/check.h"
#include "conformance/verdicts/verdict.h"
#include "spec/claim.h"

namespace touchstone::cli {

/// One claim on one subject. Pointers stay valid as long as the spec and the registered
/// checks.
struct Item {
  const spec::Claim* claim = nullptr;
  const Check* check = nullptr;  ///< nullptr: the claim has no check yet, which is red
  std::string subject;
  Verdict expected = Verdict::conforms;
  std::string reason = {};
  bool intermittent = false;
};

/// An item in one of the rounds, each of which has a seed of its own.
struct Turn {
  const Item& item;
  int repetition;
  std::uint64_t seed;
};

class Plan {
 public:
  Plan(std::vector<Item> round, int rounds, std::uint64_t seed)
      : round_(std::move(round)), rounds_(rounds), seed_(seed) {}

  std::size_t size() const { return round_.size() * static_cast<std::size_t>(rounds_); }
  bool empty() const { return size() == 0; }
  /// Number 0 to size() - 1, round after round.
  Turn operator[](std::size_t number) const {
    const std::size_t repetition = number / round_.size();
    return {round_[number % round_.size()], static_cast<int>(repetition), seed_ + repetition};
  }

 private:
  std::vector<Item> round_;
  int rounds_;
  std::uint64_t seed_;
};

}  // namespace touchstone::cli

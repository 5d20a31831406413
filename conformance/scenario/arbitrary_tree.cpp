#include "conformance/scenario/arbitrary_tree.h"

#include <algorithm>
#include <ostream>

#include "conformance/scenario/arbitrary/edits.h"
#include "conformance/scenario/arbitrary/random_statements.h"
#include "conformance/scenario/print.h"
#include "conformance/scenario/validate.h"

namespace touchstone {

void scenario::showValue(const Module& tree, std::ostream& out) { out << '\n' << print(tree); }

namespace arbitrary {
namespace {

using scenario::Module;

bool is_scenario(const Module& tree) {
  try {
    validate(tree);
    return true;
  } catch (const scenario::InvalidScenario&) {
    return false;
  }
}

/// The edits of a tree that leave a scenario, one after another.
class Shrinks {
 public:
  explicit Shrinks(Module tree) : tree_(std::move(tree)) {}

  rc::Maybe<Module> operator()() {
    while (auto smaller = edited(tree_, index_++)) {
      if (is_scenario(*smaller)) return std::move(*smaller);
    }
    return rc::Nothing;
  }

 private:
  Module tree_;
  int index_ = 0;
};

}  // namespace

Module tree_of_seed(std::uint64_t seed, int size) {
  scenario::Dice dice(seed);
  scenario::RandomStatements statements(dice, std::min(2 + size / 30, 4));
  return statements.module(dice.below(std::min(2 + size / 20, 5)), std::min(1 + size / 40, 3));
}

rc::Gen<Module> tree() {
  return [](rc::Random random, int size) {
    return rc::shrinkable::shrinkRecur(tree_of_seed(random.next(), size), [](const Module& tree) {
      return rc::makeSeq<Shrinks>(tree);
    });
  };
}

}  // namespace arbitrary
}  // namespace touchstone

#include "conformance/programs/random_program.h"

#include <ostream>

#include "conformance/programs/author.h"
#include "conformance/programs/render.h"
#include "conformance/programs/shrinks.h"

namespace touchstone {
namespace programs {

Program random_program(std::uint64_t seed, const Grammar& grammar) {
  return Author(seed, grammar).write();
}

std::uint64_t seed_of(std::uint64_t seed, std::uint64_t index) {
  scenario::Dice dice(scenario::Dice(seed).next() + index);
  return dice.next();
}

void showValue(const Program& program, std::ostream& out) {
  out << '\n' << text_of(program, Mode::spaced);
}

}  // namespace programs

namespace arbitrary {

rc::Gen<programs::Program> program() {
  return [](rc::Random random, int) {
    return rc::shrinkable::shrinkRecur(programs::random_program(random.next()),
                                       [](const programs::Program& program) {
                                         return rc::seq::fromContainer(programs::smaller(program));
                                       });
  };
}

}  // namespace arbitrary
}  // namespace touchstone

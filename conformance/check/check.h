/// A check: how one claim is tried. Up to three kinds of part, each run on its own: the document's
/// own figure (example), the general law on random inputs (property: executed many times, shrunk on
/// failure), what a plausible wrong implementation gets wrong (adversary: picks are allowed, and
/// then it is executed as often as a property).
///
///     const Checks functional_reduce_checks{
///         {"functional.reduce.product-example",
///          example([](Trial& trial) { ... }),
///          property([](Trial& trial) { ... })},
///     };
///
/// One static `Checks` a file, named after it, registers the file's checks; the id is the claim's.
#pragma once

#include <initializer_list>
#include <source_location>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace touchstone {

class Trial;

enum class PartKind { example, property, adversary };
std::string_view name(PartKind kind);

struct Part {
  PartKind kind;
  void (*body)(Trial&);
  int executions = 0;                   ///< with picks; 0: the runner's default
  std::vector<std::string> needs_also;  ///< beyond what the claim needs

  /// The part executed `n` times when it picks.
  Part times(int n) const {
    Part part = *this;
    part.executions = n;
    return part;
  }
  /// The part is left out, and said to be, on a subject that lacks the capability.
  Part needs(std::string capability) const {
    Part part = *this;
    part.needs_also.push_back(std::move(capability));
    return part;
  }
};

inline Part example(void (*body)(Trial&)) { return {PartKind::example, body, 0, {}}; }
inline Part property(void (*body)(Trial&)) { return {PartKind::property, body, 0, {}}; }
inline Part adversary(void (*body)(Trial&)) { return {PartKind::adversary, body, 0, {}}; }

struct Check {
  template <class... Parts>
  Check(std::string_view claim, Parts... parts) : claim(claim), parts{parts...} {
    static_assert(sizeof...(Parts) > 0, "a check without a part judges nothing");
  }

  std::string claim;
  std::vector<Part> parts;
  std::string file;  ///< where it stands, relative to the repository
};

/// Registers checks at program start. Throws std::logic_error (ending the program) where a claim
/// has two checks.
class Checks {
 public:
  Checks(std::initializer_list<Check> checks,
         std::source_location where = std::source_location::current());
};

/// All registered checks, ordered by claim.
std::span<const Check> all_checks();
/// The check of a claim, or nullptr.
const Check* find_check(std::string_view claim);

}  // namespace touchstone

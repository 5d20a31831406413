/// A fault: the reference with one operation replaced by a plausible wrong one. It names the claims
/// whose checks must turn red through their own assertion. A lawful mutant is replaced by something
/// else that is right too, and must stay green.
///
/// One static `Faults` a file registers the file's faults; names are chapter.subject.what-is-wrong
/// and unique.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::native {
class Registry;
}

namespace touchstone {

enum class FaultKind { fault, lawful };

struct Fault {
  std::string name;
  std::string what;                ///< what it gets wrong, one sentence
  std::vector<std::string> kills;  ///< claim ids; empty only for a lawful mutant
  void (*apply)(native::Registry&);
  FaultKind kind = FaultKind::fault;
  std::vector<std::string> tries = {};  ///< of a lawful mutant: globs over claims; empty: all
};

/// Registers faults at program start; throws std::logic_error (ending the program) where a name
/// stands twice.
class Faults {
 public:
  Faults(std::initializer_list<Fault> faults);
};

/// All registered faults, ordered by name.
std::span<const Fault> all_faults();
/// The fault of that name, or nullptr.
const Fault* find_fault(std::string_view name);

}  // namespace touchstone

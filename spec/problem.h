/// What is wrong with a file of the specification, told so that its author can mend it: where,
/// what, and what was expected.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

namespace touchstone::spec {

/// A place in a file: `line` counts from 1; 0 means the file as a whole.
struct Position {
  std::string file;
  int line = 0;

  bool operator==(const Position&) const = default;
};

struct Problem {
  Position at;
  std::string
      key;  ///< the TOML key concerned; empty where the table or the file as a whole is meant
  std::string message;
  std::string expected;

  bool operator==(const Problem&) const = default;
};

/// "objects.toml:12: kind: no such kind: exampel; expected advice, error, example ..."
std::string to_string(const Problem& problem);

/// Thrown once for all problems of a specification; what() lists each on a line of its own.
class SpecError : public std::runtime_error {
 public:
  explicit SpecError(std::vector<Problem> problems);

  const std::vector<Problem>& problems() const { return problems_; }

 private:
  std::vector<Problem> problems_;
};

}  // namespace touchstone::spec

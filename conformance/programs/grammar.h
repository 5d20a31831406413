/// What random programs are made of: what both of two subjects offer.
#pragma once

#include <initializer_list>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>

#include "conformance/programs/program.h"
#include "conformance/subjects/hello.h"

namespace touchstone::programs {

/// A subject offers too little for any program. The message names it and what it lacks.
struct TooLittleOffered : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Throws TooLittleOffered where the subject lacks what every program needs: tasks, limits, and the
/// virtual clock.
void require_basics(const Hello& subject);

class Grammar {
 public:
  /// Everything.
  Grammar() = default;
  /// What each of them offers. Throws TooLittleOffered where one lacks the basics.
  explicit Grammar(std::initializer_list<const Hello*> subjects);

  bool has(Op op) const { return !lacks(capability_of(op)); }
  bool has(Awaited::Kind kind) const { return !lacks(capability_of(kind)); }
  /// Capabilities that programs use elsewhere and not here.
  const std::set<std::string>& left_out() const { return left_out_; }

 private:
  static std::string_view capability_of(Op op);
  static std::string_view capability_of(Awaited::Kind kind);
  bool lacks(std::string_view capability) const {
    return left_out_.contains(std::string(capability));
  }

  std::set<std::string> left_out_;
};

}  // namespace touchstone::programs

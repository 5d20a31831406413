/// Which trees are scenarios. parse() knows Python's grammar; this knows the rest of what Python's
/// compiler refuses, and the kit's own rules. Text is accepted when it parses and validates; a tree
/// from JSON when it decodes and validates: the same trees either way.
///
/// Python's rules: shapes (targets, starred items, slices, empty bodies, names that are keywords),
/// return, yield, await, break and continue where they belong, global and nonlocal, repeated
/// parameters and keywords, f-strings that Python before 3.12 can write. The kit's rules:
///   - record(label, expr) and attempt(label, expr) are only called, or are a whole `with` item
///   with the label alone;
///   - where expr awaits or yields they are a whole statement, the whole right side of an
///   assignment or a whole return value;
///   - gate(name) and gate_async(name) take the name alone;
///   - the kit's names are never bound again (but as attributes of classes: all except record and
///   attempt);
///   - main, where there is one, is a plain def without parameters; a text without main starts no
///   processes.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "conformance/scenario/tree.h"

namespace touchstone::scenario {

/// `line` is 0 where the tree does not know its text.
struct InvalidScenario : std::runtime_error {
  InvalidScenario(Position at, const std::string& message);

  int line;
  int column;
};

/// Throws InvalidScenario at the first rule that is broken.
void validate(const Module& tree);

/// parse() and validate().
Module parse_scenario(std::string_view text);

/// record, attempt, gate ...: what the kit gives a scenario.
bool is_kit_name(std::string_view name);

}  // namespace touchstone::scenario

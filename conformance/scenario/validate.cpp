#include "conformance/scenario/validate.h"

#include <algorithm>

#include "conformance/scenario/parse.h"
#include "conformance/scenario/rules.h"
#include "conformance/scenario/walk.h"

namespace touchstone::scenario {
namespace {

std::string placed(Position at, const std::string& message) {
  if (at.line == 0) return message;
  return "line " + std::to_string(at.line) + ", column " + std::to_string(at.column) + ": " +
         message;
}

}  // namespace

InvalidScenario::InvalidScenario(Position at, const std::string& message)
    : std::runtime_error(placed(at, message)), line(at.line), column(at.column) {}

void refuse(Position at, const std::string& message) { throw InvalidScenario(at, message); }

void validate(const Module& tree) {
  if (height(tree) > max_height)
    refuse({}, "the tree has more than " + std::to_string(max_height) + " levels");
  check_shape(tree);
  check_flow(tree);
  check_names(tree);
  check_kit_calls(tree);
}

Module parse_scenario(std::string_view text) {
  Module tree = parse(text);
  validate(tree);
  return tree;
}

bool is_kit_name(std::string_view name) {
  static constexpr std::string_view names[] = {
      "record", "attempt", "log", "gate", "gate_async", "program", "script", "compiles", "kind"};
  return std::ranges::find(names, name) != std::end(names);
}

}  // namespace touchstone::scenario

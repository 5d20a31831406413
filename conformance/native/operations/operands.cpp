#include "conformance/native/operations/operands.h"

#include "conformance/native/operations/operations.h"
#include "conformance/native/runtime/builtin_class.h"

namespace touchstone::native {

bool is_open(const Value& operand) { return as<Instance>(operand) != nullptr; }

std::optional<Value> ask(const Value& operand, const char* method, const Value& other) {
  if (!is_open(operand)) return std::nullopt;
  auto answer = call_special(operand, method, {other});
  if (answer && answer->is_not_implemented()) return std::nullopt;
  return answer;
}

}  // namespace touchstone::native

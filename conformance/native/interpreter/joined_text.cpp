#include "conformance/native/interpreter/evaluate.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/runtime/text.h"

namespace touchstone::native {
namespace {

namespace tree = scenario;

Value converted(const Value& value, tree::Conversion conversion) {
  switch (conversion) {
    case tree::Conversion::Str:
      return make_str(str_of(value));
    case tree::Conversion::Repr:
      return make_str(repr_of(value));
    case tree::Conversion::Ascii:
      return make_str(ascii_of(value));
    case tree::Conversion::None:
      break;
  }
  return value;
}

Step<std::u32string> formatted(Frame& frame, const tree::FormattedValue& node) {
  const Value value = co_await evaluate(frame, *node.value);
  std::u32string spec;
  if (node.format_spec) {
    const Value text = co_await evaluate(frame, **node.format_spec);
    spec = as<Str>(text)->points();
  }
  co_return format_of(converted(value, node.conversion), spec);
}

}  // namespace

Step<Value> evaluate_joined(Frame& frame, const tree::JoinedStr& node) {
  std::u32string text;
  for (const tree::Expr& each : node.values) {
    if (const auto* part = tree::as<tree::FormattedValue>(each)) {
      const std::u32string piece = co_await formatted(frame, *part);
      text += piece;
      continue;
    }
    const Value literal = co_await evaluate(frame, each);
    text += as<Str>(literal)->points();
  }
  co_return make_str(std::move(text));
}

}  // namespace touchstone::native

#include "conformance/native/builtins/format_spec.h"
#include "conformance/native/operations/numbers.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/runtime/text.h"

namespace touchstone::native {

std::u32string format_of(const Value& value, std::u32string_view spec) {
  if (const auto* instance = as<Instance>(value)) {
    if (const auto answer = call_special(value, "__format__", {make_str(std::u32string(spec))}))
      return str_of(*answer);
    if (instance->primitive().is_bound()) return format_of(instance->primitive(), spec);
  }
  if (spec.empty()) return str_of(value);
  if (value.is_bool()) return format_number(Value(value.integer()), parse_format_spec(spec));
  if (is_number(value)) return format_number(value, parse_format_spec(spec));
  if (const auto* text = as<Str>(value))
    return format_text(text->points(), parse_format_spec(spec));
  throw type_error("unsupported format string passed to " + type_name(value) + ".__format__");
}

}  // namespace touchstone::native

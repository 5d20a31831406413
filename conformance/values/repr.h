/// Python's repr of the parts that literals are made of. What these give is also a valid Python
/// literal of the same value, but for non-finite floats.
#pragma once

#include <string>
#include <string_view>

#include "conformance/values/value.h"

namespace touchstone {

/// Decimal; hexadecimal beyond 4,000 digits, where Python refuses decimal.
std::string integer_repr(const Integer& number);
/// Shortest digits that read back as the same float: "3.0", "1e+300", "inf", "nan".
std::string float_repr(double number);
/// In UTF-8; what is invisible, and lone surrogates, as escapes.
std::string text_repr(std::u32string_view points);
/// The same between quotes of your choice, without them.
std::string text_body(std::u32string_view points, char quote);
std::string bytes_repr(std::string_view data);

}  // namespace touchstone

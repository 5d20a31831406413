/// Bytes of a subject as text for people and for JSON.
#pragma once

#include <string>
#include <string_view>

namespace touchstone {

/// Valid UTF-8: what is not, and control characters but newline and tab, as \xNN.
std::string readable(std::string_view bytes);

}  // namespace touchstone

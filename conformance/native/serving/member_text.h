/// One member of a JSON object as it stands in the object's text.
#pragma once

#include <optional>
#include <string_view>

namespace touchstone::native {

/// The text of the value under `name`, a part of `object`; none where there is no such member.
/// Looks into no other value, and checks no more than it needs: if the result is a JSON text, and
/// the object is one with any value in the result's place, then the whole is.
std::optional<std::string_view> member_text(std::string_view object, std::string_view name);

}  // namespace touchstone::native

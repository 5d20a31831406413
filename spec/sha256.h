/// SHA-256 (FIPS 180-4) of a whole text, as 64 lower-case hexadecimal digits. For fingerprints of
/// files, not for secrets.
#pragma once

#include <string>
#include <string_view>

namespace touchstone::spec {

std::string sha256(std::string_view data);

}  // namespace touchstone::spec

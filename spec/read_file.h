/// The bytes of a regular file; nothing where there is none or it cannot be read.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace touchstone::spec {

std::optional<std::string> read_file(const std::filesystem::path& path);

}  // namespace touchstone::spec

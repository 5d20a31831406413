#include "spec/read_file.h"

#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace touchstone::spec {

std::optional<std::string> read_file(const std::filesystem::path& path) {
  // A folder can be opened as a stream, and throws when it is read.
  std::error_code error;
  if (!std::filesystem::is_regular_file(path, error)) return std::nullopt;
  std::ifstream stream(path, std::ios::binary);
  if (!stream) return std::nullopt;
  return std::string{std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace touchstone::spec

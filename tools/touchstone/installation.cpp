#include "tools/touchstone/installation.h"

#include <cstdlib>

namespace touchstone::cli {

std::filesystem::path home() {
  const char* chosen = std::getenv("TOUCHSTONE_HOME");
  return chosen != nullptr && *chosen != '\0' ? chosen : TOUCHSTONE_SOURCE_DIR;
}

std::filesystem::path spec_folder() { return home() / "spec"; }
std::filesystem::path subjects_folder() { return home() / "conformance" / "subjects"; }
std::filesystem::path faults_folder() { return home() / "conformance" / "faults"; }

std::filesystem::path executables_folder() {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path();
}

}  // namespace touchstone::cli

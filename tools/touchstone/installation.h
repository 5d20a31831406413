/// Where the kit's own files stand: TOUCHSTONE_HOME if set, else the source tree that this program
/// was built from; executables beside this one.
#pragma once

#include <filesystem>

namespace touchstone::cli {

std::filesystem::path home();
std::filesystem::path spec_folder();
std::filesystem::path subjects_folder();
std::filesystem::path faults_folder();
std::filesystem::path executables_folder();

}  // namespace touchstone::cli

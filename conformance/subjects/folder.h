/// Temporary folders.
#pragma once

#include <filesystem>
#include <string>

namespace touchstone {

/// A new folder NAME-XXXXXX below TMPDIR (else /tmp), for this user alone. Throws
/// std::system_error.
std::filesystem::path make_folder(const std::string& name);

/// Removes a folder and what is in it, also where parts of it were made unreadable. Never throws:
/// false where something is left.
bool remove_folder(const std::filesystem::path& folder);

}  // namespace touchstone

/// Temporary folders.
#pragma once

#include <dirent.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace touchstone {

/// A new folder NAME-XXXXXX below TMPDIR (else /tmp), for this user alone. Throws
/// std::system_error.
std::filesystem::path make_folder(const std::string& name);

/// Removes a folder and what is in it, also where parts of it were made unreadable. Never throws:
/// false where something is left.
bool remove_folder(const std::filesystem::path& folder);

/// A folder that is held open, to be listed again and again.
class OpenFolder {
 public:
  /// Each entry's name and inode.
  using Entries = std::vector<std::pair<std::string, ino_t>>;

  /// Throws std::system_error.
  explicit OpenFolder(const std::filesystem::path& folder);
  /// In order of names; none where it cannot be read or its owner may no longer do all in it.
  std::optional<Entries> entries() const;

 private:
  struct Close {
    void operator()(DIR* open) const { closedir(open); }
  };
  std::unique_ptr<DIR, Close> open_;
};

}  // namespace touchstone

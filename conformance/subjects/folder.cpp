#include "conformance/subjects/folder.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <string_view>
#include <system_error>

namespace touchstone {
namespace fs = std::filesystem;

namespace {

/// Gives the owner all rights on every folder of the tree.
void open_up(const fs::path& folder, int depth = 0) {
  constexpr int deepest = 1000;
  std::error_code ignored;
  fs::permissions(folder, fs::perms::owner_all, fs::perm_options::add, ignored);
  if (depth == deepest) return;
  fs::directory_iterator entry(folder, ignored);
  for (; entry != fs::directory_iterator(); entry.increment(ignored))
    if (entry->symlink_status(ignored).type() == fs::file_type::directory)
      open_up(entry->path(), depth + 1);
}

}  // namespace

fs::path make_folder(const std::string& name) {
  const char* chosen = std::getenv("TMPDIR");
  const fs::path parent = chosen != nullptr && *chosen != '\0' ? chosen : "/tmp";
  std::string path = fs::absolute(parent) / (name + "-XXXXXX");
  if (mkdtemp(path.data()) == nullptr)
    throw std::system_error(errno, std::generic_category(), "cannot make a folder " + path);
  return path;
}

bool remove_folder(const fs::path& folder) {
  std::error_code failed;
  fs::remove_all(folder, failed);
  if (!failed) return true;
  open_up(folder);
  fs::remove_all(folder, failed);
  return !failed;
}

OpenFolder::OpenFolder(const fs::path& folder) : open_(opendir(folder.c_str())) {
  if (open_ == nullptr)
    throw std::system_error(errno, std::generic_category(), "cannot open " + folder.string());
}

std::optional<OpenFolder::Entries> OpenFolder::entries() const {
  struct stat status{};
  const bool usable =
      fstat(dirfd(open_.get()), &status) == 0 && (status.st_mode & S_IRWXU) == S_IRWXU;
  if (!usable) return std::nullopt;
  rewinddir(open_.get());
  Entries found;
  errno = 0;
  while (const dirent* entry = readdir(open_.get())) {
    const std::string_view name = entry->d_name;
    if (name != "." && name != "..") found.emplace_back(name, entry->d_ino);
  }
  if (errno != 0) return std::nullopt;
  std::ranges::sort(found);
  return found;
}

}  // namespace touchstone

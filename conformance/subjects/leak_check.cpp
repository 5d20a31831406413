#include "conformance/subjects/leak_check.h"

#include <poll.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

#include "conformance/subjects/folder.h"
#include "conformance/subjects/processes.h"

namespace touchstone {
namespace fs = std::filesystem;

namespace {

std::string content(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

bool is_pid(const std::string& name) {
  return name.find_first_not_of("0123456789") == std::string::npos;
}

/// Pids of the living processes whose environment holds the assignment.
std::vector<pid_t> marked(const std::string& assignment) {
  std::vector<pid_t> found;
  std::error_code gone;
  fs::directory_iterator entry("/proc", gone);
  for (; entry != fs::directory_iterator(); entry.increment(gone)) {
    const std::string name = entry->path().filename();
    if (is_pid(name) && content(entry->path() / "environ").find(assignment) != std::string::npos)
      found.push_back(std::stoi(name));
  }
  return found;
}

}  // namespace

LeakCheck::LeakCheck() : folder_(make_folder("touchstone-test")) {
  const char* before = std::getenv("TMPDIR");
  tmpdir_before_ = before == nullptr ? "" : before;
  setenv("TMPDIR", folder_.c_str(), 1);
}

LeakCheck::~LeakCheck() {
  if (tmpdir_before_.empty()) {
    unsetenv("TMPDIR");
  } else {
    setenv("TMPDIR", tmpdir_before_.c_str(), 1);
  }
  remove_folder(folder_);
}

std::vector<std::string> LeakCheck::processes() const {
  std::vector<std::string> commands;
  for (const pid_t pid : marked("MARK=" + folder_.string())) {
    while (is_exiting(pid) && thread_state(pid, pid) != '\0' && thread_state(pid, pid) != 'Z')
      poll(nullptr, 0, 1);
    if (!is_exiting(pid)) commands.push_back(content("/proc/" + std::to_string(pid) + "/cmdline"));
  }
  return commands;
}

std::vector<std::string> LeakCheck::files() const {
  std::vector<std::string> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder_))
    paths.push_back(entry.path().string());
  return paths;
}

}  // namespace touchstone

/// For tests: a temporary folder of the test's own, and proof that nothing outlived it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace touchstone {

/// Makes a folder and TMPDIR name it; the destructor puts both back.
class LeakCheck {
 public:
  LeakCheck();
  LeakCheck(const LeakCheck&) = delete;
  LeakCheck& operator=(const LeakCheck&) = delete;
  ~LeakCheck();

  /// A variable that marks a process and its descendants by its value: the folder's path.
  std::pair<std::string, std::string> mark() const { return {"MARK", folder_.string()}; }
  /// The command lines of the marked processes that live. Waits while some are on their way out of
  /// the kernel.
  std::vector<std::string> processes() const;
  /// What lies in the folder.
  std::vector<std::string> files() const;

 private:
  std::filesystem::path folder_;
  std::string tmpdir_before_;
};

}  // namespace touchstone

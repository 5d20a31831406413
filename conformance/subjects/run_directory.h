/// The directory of one run: its event channel, its gates, its long values. Removed with all that
/// is in it by the destructor; the channel and the gates stay open until then.
///
/// Errors: std::system_error where the machine has no room for what is asked for; wire::WireError
/// where a gate's name, or what was done to the directory, stands in the way.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>

#include "conformance/subjects/descriptor.h"
#include "conformance/subjects/folder.h"

namespace touchstone {

/// A gate's file: percent-encoded outside [A-Za-z0-9._-].
std::string gate_file_name(const std::string& gate);

class RunDirectory {
 public:
  RunDirectory(std::filesystem::path path, std::size_t most_value_bytes);
  RunDirectory(const RunDirectory&) = delete;
  RunDirectory& operator=(const RunDirectory&) = delete;
  ~RunDirectory();

  const std::filesystem::path& path() const { return path_; }
  /// Read it without blocking; never at its end, since it is held open for writing too.
  int events() const { return events_.get(); }
  /// Holds what the kit made and nothing else: fit for another run.
  bool is_pristine() const;
  /// For another run: without gates, its values as long in all as the first one's may be. Requires
  /// is_pristine().
  void renew();
  /// Whoever comes first has made the FIFO; it is held open, so that later comers pass too.
  void open_gate(const std::string& gate);
  /// The JSON text behind {"file":NAME}. Throws wire::WireError for a name that is none, a missing
  /// file, too many bytes in all.
  std::string read_value(const std::string& name);

 private:
  std::filesystem::path path_;
  std::size_t most_value_bytes_;
  std::size_t value_bytes_left_;
  Descriptor events_;
  OpenFolder folder_;
  OpenFolder gate_folder_;
  OpenFolder value_folder_;
  OpenFolder::Entries made_;  ///< what the folder holds by itself
  std::map<std::string, Descriptor> gates_;
};

}  // namespace touchstone

/// One running adapter and its pipes: lines out, lines in, the tail of its stderr, its death. With
/// it end all processes below it and its folder.
///
/// Requires: one thread. Guarantees: never blocks but in `wait` (until its deadline), `kill` and
/// the destructor (until the kernel has ended the processes); memory is bounded whatever the
/// adapter writes. Errors: the constructor throws std::system_error where the machine has no
/// process, pipe or folder to give.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/subjects/descriptor.h"
#include "conformance/subjects/environment.h"
#include "conformance/subjects/line_reader.h"
#include "conformance/subjects/processes.h"
#include "conformance/subjects/readable.h"
#include "conformance/subjects/tail.h"

namespace touchstone {

class AdapterProcess {
 public:
  using Time = std::chrono::steady_clock::time_point;

  struct Limits {
    std::size_t longest_line = 1 << 20;
    std::size_t stderr_tail = 64 << 10;
  };
  /// How it ended; without status and signal: nobody knows, since its warden was killed.
  struct End {
    std::optional<int> status;
    std::optional<int> signal;
    std::string reason;  ///< why it never started; empty where it did
  };

  AdapterProcess(const std::vector<std::string>& command, const Environment& environment,
                 Limits limits);
  AdapterProcess(const AdapterProcess&) = delete;
  AdapterProcess& operator=(const AdapterProcess&) = delete;
  ~AdapterProcess();

  const std::filesystem::path& folder() const { return folder_; }
  /// Is written as far as the adapter reads; the rest waits for `wait`.
  void send(std::string_view line);
  /// Moves bytes, until something has happened (bytes came, it ended, `also` is readable) or it is
  /// `until`.
  void wait(Time until, int also = -1);

  /// The next line of its stdout; valid until the next call of any member.
  std::optional<std::string_view> next_line() { return lines_.next(); }
  /// Bytes of its stdout that are no whole line.
  std::string_view rest() const { return lines_.rest(); }
  bool line_is_overlong() const { return lines_.is_overlong(); }
  /// It can never answer again, though it lives.
  bool has_closed_stdout() const;
  /// All that it wrote to stdout until then has been read by then.
  const std::optional<End>& end() const { return end_; }

  std::string stderr_tail() const { return readable(stderr_tail_.text()); }
  void forget_stderr() { stderr_tail_.clear(); }

  /// The threads of the adapter and of all processes below it.
  std::vector<ThreadTimes> threads() const;
  /// Kills what is below the adapter outside its own process group; returns how many processes that
  /// were.
  int kill_strays() const;
  /// Closes its stdin, waits for its end until then, and kills what is left.
  void stop(Time until);
  void kill();

 private:
  void start(const std::vector<std::string>& command, const Environment& environment);
  void flush_input();
  bool read_some(Descriptor& from, bool is_stdout);
  void read_reports();
  void read_all_output();
  void note_end(int status);

  std::filesystem::path folder_;
  pid_t warden_ = -1;
  pid_t pid_ = -1;
  Descriptor control_;
  Descriptor stdin_;
  Descriptor stdout_;
  Descriptor stderr_;
  std::string unsent_;
  LineReader lines_;
  Tail stderr_tail_;
  std::optional<End> end_;
};

}  // namespace touchstone

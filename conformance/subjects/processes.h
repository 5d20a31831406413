/// What the kernel says of other processes (/proc).
#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstdint>
#include <vector>

namespace touchstone {

/// The living children of a process, of all its threads; zombies are not living. Empty where there
/// is no such process.
std::vector<pid_t> children_of(pid_t pid);

/// The letter of the thread's state (R, S, D, T, Z ...), or '\0' where there is no such thread.
char thread_state(std::int64_t pid, std::int64_t tid);

/// Asleep in the kernel, and so not about to do anything by itself.
bool is_asleep(std::int64_t pid, std::int64_t tid);

/// What a thread has had of the machine. A wait that still lasts is not in it.
struct ThreadTimes {
  std::int64_t tid = 0;
  char state = '\0';  ///< as of thread_state
  std::chrono::nanoseconds ran{0};
  std::chrono::nanoseconds waited{0};  ///< runnable, for a CPU
};

/// All threads of all processes below `ancestor`. Zeros where the kernel does not keep times.
std::vector<ThreadTimes> threads_below(pid_t ancestor);
std::vector<ThreadTimes> threads_of_this_process();

/// On its way out of the kernel, or gone: its files are closed before its end can be seen.
bool is_exiting(pid_t pid);

/// Kills the processes of a session; returns when all of them are on their way out. For want of
/// anything better: who has left the session stays.
void kill_session(pid_t session);

/// Kills every process below `ancestor` that is not in the process group `spared`. Returns how many
/// there were.
int kill_descendants(pid_t ancestor, pid_t spared);

}  // namespace touchstone

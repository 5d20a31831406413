#include "conformance/subjects/processes.h"

#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <optional>
#include <set>
#include <sstream>
#include <string>
#include <system_error>

namespace touchstone {
namespace {

/// Rounds of looking and killing: one suffices for all but processes that multiply meanwhile.
constexpr int most_rounds = 100;

/// What follows the process's name, which may hold anything, in its line of /proc.
std::string fields_after_name(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  const std::size_t name_end = line.rfind(')');
  return name_end + 2 < line.size() ? line.substr(name_end + 2) : "";
}

struct Stat {
  char state = '\0';
  long parent = 0;
  long group = 0;
  long session = 0;
  long terminal = 0;
  long terminal_group = 0;
  unsigned long flags = 0;

  bool is_exiting() const {
    constexpr unsigned long exiting = 0x4;  // PF_EXITING of the kernel's sched.h
    return (flags & exiting) != 0;
  }
};

std::optional<Stat> read_stat(const std::string& process) {
  std::istringstream fields(fields_after_name("/proc/" + process + "/stat"));
  Stat stat;
  fields >> stat.state >> stat.parent >> stat.group >> stat.session >> stat.terminal >>
      stat.terminal_group >> stat.flags;
  return fields ? std::optional(stat) : std::nullopt;
}

bool is_living(pid_t pid) {
  const char state = thread_state(pid, pid);
  return state != '\0' && state != 'Z' && state != 'X';
}

void collect_threads(pid_t pid, std::vector<ThreadTimes>& threads) {
  std::error_code gone;
  std::filesystem::directory_iterator task("/proc/" + std::to_string(pid) + "/task", gone);
  for (; task != std::filesystem::directory_iterator(); task.increment(gone)) {
    const std::int64_t tid = std::stoll(task->path().filename());
    std::ifstream times(task->path() / "schedstat");
    std::int64_t ran = 0;
    std::int64_t waited = 0;
    times >> ran >> waited;
    threads.push_back({tid, thread_state(pid, tid), std::chrono::nanoseconds(ran),
                       std::chrono::nanoseconds(waited)});
  }
}

void collect_strays(pid_t ancestor, pid_t spared, std::set<pid_t>& strays) {
  for (const pid_t child : children_of(ancestor)) {
    if (getpgid(child) != spared) strays.insert(child);
    collect_strays(child, spared, strays);
  }
}

/// Kills those of the session that are not on their way out; how many there were.
int kill_living(pid_t session) {
  int living = 0;
  std::error_code gone;
  std::filesystem::directory_iterator entry("/proc", gone);
  for (; entry != std::filesystem::directory_iterator(); entry.increment(gone)) {
    const std::string name = entry->path().filename();
    const auto stat = read_stat(name);
    if (!stat || stat->session != session || stat->is_exiting()) continue;
    kill(std::stoi(name), SIGKILL);
    ++living;
  }
  return living;
}

}  // namespace

std::vector<pid_t> children_of(pid_t pid) {
  std::vector<pid_t> children;
  std::error_code gone;
  const std::string tasks = "/proc/" + std::to_string(pid) + "/task";
  std::filesystem::directory_iterator task(tasks, gone);
  for (; task != std::filesystem::directory_iterator(); task.increment(gone)) {
    std::ifstream list(task->path() / "children");
    for (pid_t child = 0; list >> child;)
      if (is_living(child)) children.push_back(child);
  }
  return children;
}

char thread_state(std::int64_t pid, std::int64_t tid) {
  const std::string fields =
      fields_after_name("/proc/" + std::to_string(pid) + "/task/" + std::to_string(tid) + "/stat");
  return fields.empty() ? '\0' : fields.front();
}

std::vector<ThreadTimes> threads_below(pid_t ancestor) {
  std::vector<ThreadTimes> threads;
  std::vector<pid_t> processes = children_of(ancestor);
  while (!processes.empty()) {
    const pid_t pid = processes.back();
    processes.pop_back();
    collect_threads(pid, threads);
    for (const pid_t child : children_of(pid)) processes.push_back(child);
  }
  return threads;
}

std::vector<ThreadTimes> threads_of_this_process() {
  std::vector<ThreadTimes> threads;
  collect_threads(getpid(), threads);
  return threads;
}

bool is_asleep(std::int64_t pid, std::int64_t tid) {
  const char state = thread_state(pid, tid);
  return state == 'S' || state == 'D';
}

bool is_exiting(pid_t pid) {
  const auto stat = read_stat(std::to_string(pid));
  return !stat || stat->is_exiting();
}

void kill_session(pid_t session) {
  while (kill_living(session) > 0) poll(nullptr, 0, 1);
}

int kill_descendants(pid_t ancestor, pid_t spared) {
  std::set<pid_t> killed;
  for (int round = 0; round < most_rounds; ++round) {
    std::set<pid_t> strays;
    collect_strays(ancestor, spared, strays);
    if (strays.empty()) break;
    for (const pid_t stray : strays) kill(stray, SIGKILL);
    poll(nullptr, 0, 1);
    killed.insert(strays.begin(), strays.end());
  }
  return static_cast<int>(killed.size());
}

}  // namespace touchstone

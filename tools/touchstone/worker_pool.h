/// Forked processes that do a share of the work and send lines back, each through its own pipe.
///
/// Requires: one thread, and no subject in this process yet. A worker that this process dies before
/// is killed, and with it its subjects.
#pragma once

#include <sys/types.h>

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace touchstone::cli {

struct Pipe {
  int read_end = -1;
  int write_end = -1;
  Pipe();  ///< Throws std::system_error.
  void close_read();
  void close_write();
};

class WorkerPool {
 public:
  /// Takes a line with its end.
  using Send = std::function<void(const std::string& line)>;
  using Work = std::function<void(const Send& send)>;

  /// What a worker has sent since it was last asked, and whether it has ended.
  struct News {
    std::size_t worker = 0;
    std::vector<std::string> lines;
    bool ended = false;
  };

  WorkerPool() = default;
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;
  /// Ends those that still run.
  ~WorkerPool();

  /// Gives its number: 0, 1 ...
  std::size_t start(const Work& work);
  std::size_t running() const;
  /// Waits for news, a signal, or so long; -1: without end. A worker's end is told once.
  std::vector<News> wait(int timeout_ms = -1);
  void kill(std::size_t worker);

 private:
  struct Worker {
    pid_t pid;
    int lines;
    std::string buffer = {};
    bool ended = false;
  };

  News read_from(std::size_t number);

  std::vector<Worker> workers_;
};

}  // namespace touchstone::cli

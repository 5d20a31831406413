#include "tools/touchstone/judge_pool.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <system_error>

#include "tools/touchstone/interruption.h"

namespace touchstone::cli {
namespace {

/// Judges items one after the other; subjects are started when first needed and kept.
class Judge {
 public:
  Judge(const SubjectFactory& make_subject, const PoolOptions& options)
      : make_subject_(make_subject), deadline_(options.deadline) {}

  Row judge(const Item& item) {
    Row row = start_row(item);
    const Judgement judgement = verdict_on(item);
    row.verdict = judgement.verdict;
    row.evidence = judgement.evidence;
    row.figures = judgement.figures;
    row.ms = static_cast<double>(judgement.duration.count()) / 1000;
    if (is_red(row.verdict) && !judgement.part.empty()) row.repro = token(item, judgement);
    return row;
  }

 private:
  static Row start_row(const Item& item) {
    Row row;
    row.claim = item.claim->id;
    row.subject = item.subject;
    row.expected = item.expected;
    row.reason = item.reason;
    row.intermittent = item.intermittent;
    row.repetition = item.repetition;
    return row;
  }

  Judgement verdict_on(const Item& item) {
    if (item.check == nullptr) return without_check(item);
    RunnerOptions options;
    options.seed = item.seed;
    options.deadline = deadline_;
    return touchstone::judge(*item.check, subject(item), item.claim->needs, options);
  }

  static Judgement without_check(const Item& item) {
    Judgement judgement;
    judgement.evidence = "no check stands for " + item.claim->id + " in conformance/claims";
    return judgement;
  }

  static std::string token(const Item& item, const Judgement& judgement) {
    const auto part = std::ranges::find_if(item.check->parts, [&](const Part& candidate) {
      return name(candidate.kind) == judgement.part;
    });
    return print_token({item.subject, item.claim->id, part->kind, item.seed, judgement.picks});
  }

  /// Plans go subject by subject, and one that is done with has no need of its processes.
  Subject& subject(const Item& item) {
    if (subject_ == nullptr || subject_name_ != item.subject) {
      subject_.reset();
      subject_ = make_subject_(item.subject, item.seed);
      subject_name_ = item.subject;
    }
    return *subject_;
  }

  const SubjectFactory& make_subject_;
  std::chrono::milliseconds deadline_;
  std::string subject_name_;
  std::unique_ptr<Subject> subject_;
};

bool judge_here(const Plan& plan, Judge judge, const std::function<bool(const Row&)>& on_row) {
  for (const Item& item : plan) {
    if (interrupted()) return false;
    const Row row = judge.judge(item);
    if (interrupted() || !on_row(row)) return false;
  }
  return true;
}

struct Pipe {
  int read_end = -1;
  int write_end = -1;
  Pipe() {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
      throw std::system_error(errno, std::generic_category(), "cannot make a pipe");
    read_end = ends[0];
    write_end = ends[1];
  }
  void close_read() { close(std::exchange(read_end, -1)); }
  void close_write() { close(std::exchange(write_end, -1)); }
};

void write_all(int fd, const std::string& bytes) {
  for (std::size_t done = 0; done < bytes.size();) {
    const ssize_t count = write(fd, bytes.data() + done, bytes.size() - done);
    if (count > 0) done += static_cast<std::size_t>(count);
    if (count < 0 && errno != EINTR) _exit(1);
  }
}

/// Forked judges that take the next item's number from one shared pipe and send rows back, each
/// through its own.
class Workers {
 public:
  Workers(const Plan& plan, const SubjectFactory& make_subject, const PoolOptions& options) {
    const auto most = std::min(static_cast<std::size_t>(options.jobs), plan.size());
    for (std::size_t i = 0; i < most; ++i) start(plan, make_subject, options);
    tasks_.close_read();
  }

  ~Workers() {
    for (Worker& worker : workers_) {
      if (!finished_) kill(worker.pid, SIGTERM);
      close(worker.rows);
      waitpid(worker.pid, nullptr, 0);
    }
    if (tasks_.write_end >= 0) tasks_.close_write();
  }
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// True when as many rows came as there are items.
  bool collect(std::size_t items, const std::function<bool(const Row&)>& on_row) {
    std::size_t fed = 0;
    std::size_t rows = 0;
    while (open_workers() > 0) {
      fed = feed(items, fed, rows + workers_.size() * 2);
      wait();
      if (interrupted()) return false;
      for (Worker& worker : workers_)
        for (const std::string& line : worker.take_lines()) {
          ++rows;
          if (!on_row(parse_row(line))) return false;
        }
    }
    finished_ = true;
    return rows == items;
  }

 private:
  struct Worker {
    pid_t pid;
    int rows;
    bool readable = false;
    bool ended = false;
    std::string buffer = {};

    std::vector<std::string> take_lines() {
      if (std::exchange(readable, false)) fill();
      std::vector<std::string> lines;
      for (auto end = buffer.find('\n'); end != std::string::npos; end = buffer.find('\n')) {
        lines.push_back(buffer.substr(0, end));
        buffer.erase(0, end + 1);
      }
      return lines;
    }

    void fill() {
      char chunk[65536];
      const ssize_t count = read(rows, chunk, sizeof chunk);
      if (count > 0) buffer.append(chunk, static_cast<std::size_t>(count));
      ended = count == 0;
    }
  };

  void start(const Plan& plan, const SubjectFactory& make_subject, const PoolOptions& options) {
    Pipe rows;
    const pid_t parent = getpid();
    const pid_t pid = fork();
    if (pid < 0) throw std::system_error(errno, std::generic_category(), "cannot start a judge");
    if (pid == 0) {
      prctl(PR_SET_PDEATHSIG, SIGTERM);
      if (getppid() != parent) _exit(1);
      tasks_.close_write();
      work(plan, make_subject, options, rows.write_end);
    }
    rows.close_write();
    workers_.push_back({pid, rows.read_end});
  }

  [[noreturn]] void work(const Plan& plan, const SubjectFactory& make_subject,
                         const PoolOptions& options, int out) const {
    {
      Judge judge(make_subject, options);
      std::uint32_t number = 0;
      while (!interrupted() && read(tasks_.read_end, &number, sizeof number) == sizeof number)
        write_all(out, to_line(judge.judge(plan[number])));
    }
    _exit(0);
  }

  /// Keeps a few items ahead of the judges, so that the pipe never fills and an end comes at once.
  std::size_t feed(std::size_t items, std::size_t fed, std::size_t until) {
    for (; fed < items && fed < until; ++fed) {
      const auto number = static_cast<std::uint32_t>(fed);
      if (write(tasks_.write_end, &number, sizeof number) != sizeof number) return fed;
    }
    if (fed == items && tasks_.write_end >= 0) tasks_.close_write();
    return fed;
  }

  void wait() {
    std::vector<pollfd> watched;
    for (const Worker& worker : workers_)
      watched.push_back({worker.ended ? -1 : worker.rows, POLLIN, 0});
    poll(watched.data(), watched.size(), -1);
    for (std::size_t i = 0; i < workers_.size(); ++i)
      workers_[i].readable = (watched[i].revents & (POLLIN | POLLHUP)) != 0;
  }

  std::size_t open_workers() const {
    return static_cast<std::size_t>(std::ranges::count(workers_, false, &Worker::ended));
  }

  Pipe tasks_;
  std::vector<Worker> workers_;
  bool finished_ = false;
};

}  // namespace

bool judge_all(const Plan& plan, const SubjectFactory& make_subject, const PoolOptions& options,
               const std::function<bool(const Row&)>& on_row) {
  if (options.jobs <= 1 || plan.size() <= 1)
    return judge_here(plan, Judge(make_subject, options), on_row);
  return Workers(plan, make_subject, options).collect(plan.size(), on_row);
}

}  // namespace touchstone::cli

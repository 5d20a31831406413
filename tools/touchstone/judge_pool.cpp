#include "tools/touchstone/judge_pool.h"

#include <unistd.h>

#include <algorithm>
#include <chrono>

#include "tools/touchstone/interruption.h"
#include "tools/touchstone/worker_pool.h"

namespace touchstone::cli {
namespace {

/// Judges items one after the other; subjects are started when first needed and kept.
class Judge {
 public:
  Judge(const SubjectFactory& make_subject, const PoolOptions& options)
      : make_subject_(make_subject), deadline_(options.deadline) {}

  Row judge(const Turn& turn) {
    Row row = start_row(turn);
    const Judgement judgement = verdict_on(turn);
    row.verdict = judgement.verdict;
    row.evidence = judgement.evidence;
    row.figures = judgement.figures;
    row.ms = static_cast<double>(judgement.duration.count()) / 1000;
    if (is_red(row.verdict) && !judgement.part.empty()) row.repro = token(turn, judgement);
    return row;
  }

 private:
  static Row start_row(const Turn& turn) {
    const Item& item = turn.item;
    Row row;
    row.claim = item.claim->id;
    row.subject = item.subject;
    row.expected = item.expected;
    row.reason = item.reason;
    row.intermittent = item.intermittent;
    row.repetition = turn.repetition;
    return row;
  }

  Judgement verdict_on(const Turn& turn) {
    const Item& item = turn.item;
    if (item.check == nullptr) return without_check(item);
    RunnerOptions options;
    options.seed = turn.seed;
    options.deadline = deadline_;
    return touchstone::judge(*item.check, subject(turn), item.claim->needs, options);
  }

  static Judgement without_check(const Item& item) {
    Judgement judgement;
    judgement.evidence = "no check stands for " + item.claim->id + " in conformance/claims";
    return judgement;
  }

  static std::string token(const Turn& turn, const Judgement& judgement) {
    const Item& item = turn.item;
    const auto part = std::ranges::find_if(item.check->parts, [&](const Part& candidate) {
      return name(candidate.kind) == judgement.part;
    });
    return print_token({item.subject, item.claim->id, part->kind, turn.seed, judgement.picks});
  }

  /// Plans go subject by subject, and one that is done with has no need of its processes.
  Subject& subject(const Turn& turn) {
    const std::string& wanted = turn.item.subject;
    if (subject_ == nullptr || subject_name_ != wanted) {
      subject_.reset();
      subject_ = make_subject_(wanted, turn.seed);
      subject_name_ = wanted;
    }
    return *subject_;
  }

  const SubjectFactory& make_subject_;
  std::chrono::milliseconds deadline_;
  std::string subject_name_;
  std::unique_ptr<Subject> subject_;
};

bool judge_here(const Plan& plan, Judge judge, const std::function<bool(const Row&)>& on_row) {
  for (std::size_t number = 0; number < plan.size(); ++number) {
    if (interrupted()) return false;
    const Row row = judge.judge(plan[number]);
    if (interrupted() || !on_row(row)) return false;
  }
  return true;
}

/// Forked judges that take the next item's number from one shared pipe and send rows back.
class Judges {
 public:
  Judges(const Plan& plan, const SubjectFactory& make_subject, const PoolOptions& options)
      : plan_(plan), make_subject_(make_subject), options_(options) {
    employ(options.crew.first);
  }

  ~Judges() {
    if (tasks_.write_end >= 0) tasks_.close_write();
    tasks_.close_read();
  }
  Judges(const Judges&) = delete;
  Judges& operator=(const Judges&) = delete;

  /// True when as many rows came as there are items.
  bool collect(const std::function<bool(const Row&)>& on_row) {
    std::size_t fed = 0;
    std::size_t rows = 0;
    while (pool_.running() > 0) {
      fed = feed(fed, rows + 2 * pool_.running());
      const bool may_grow = fed < plan_.size() && employed_ < options_.crew.most;
      const auto news = pool_.wait(may_grow ? growth_period_ms : -1);
      if (interrupted()) return false;
      for (const WorkerPool::News& each : news)
        for (const std::string& line : each.lines) {
          ++rows;
          if (!on_row(parse_row(line))) return false;
        }
      if (may_grow && growth_is_due() && spare_time_.is_left()) employ(options_.crew.first);
    }
    return rows == plan_.size();
  }

 private:
  using Clock = std::chrono::steady_clock;

  /// Long enough for what waits and what computes to show.
  static constexpr int growth_period_ms = 50;

  /// Starts so many more, as far as there is room and something to do.
  void employ(int more) {
    const int most =
        static_cast<int>(std::min(static_cast<std::size_t>(options_.crew.most), plan_.size()));
    for (const int until = std::min(employed_ + more, most); employed_ < until; ++employed_)
      pool_.start([this](const WorkerPool::Send& send) {
        tasks_.close_write();
        work(Judge(make_subject_, options_), send);
      });
  }

  bool growth_is_due() {
    const auto now = Clock::now();
    if (now - looked_ < std::chrono::milliseconds(growth_period_ms)) return false;
    looked_ = now;
    return true;
  }

  void work(Judge judge, const WorkerPool::Send& send) const {
    std::size_t number = 0;
    while (!interrupted() && read(tasks_.read_end, &number, sizeof number) == sizeof number)
      send(to_line(judge.judge(plan_[number])));
  }

  /// Keeps a few items ahead of the judges, so that the pipe never fills and an end comes at once.
  std::size_t feed(std::size_t fed, std::size_t until) {
    for (; fed < plan_.size() && fed < until; ++fed) {
      if (write(tasks_.write_end, &fed, sizeof fed) != sizeof fed) return fed;
    }
    if (fed == plan_.size() && tasks_.write_end >= 0) tasks_.close_write();
    return fed;
  }

  const Plan& plan_;
  const SubjectFactory& make_subject_;
  const PoolOptions& options_;
  int employed_ = 0;
  SpareTime spare_time_;
  Clock::time_point looked_ = Clock::now();
  Pipe tasks_;
  WorkerPool pool_;
};

}  // namespace

bool judge_all(const Plan& plan, const SubjectFactory& make_subject, const PoolOptions& options,
               const std::function<bool(const Row&)>& on_row) {
  if (options.crew.most <= 1 || plan.size() <= 1)
    return judge_here(plan, Judge(make_subject, options), on_row);
  return Judges(plan, make_subject, options).collect(on_row);
}

}  // namespace touchstone::cli

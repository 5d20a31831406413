#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <chrono>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "conformance/programs/grammar.h"
#include "tools/touchstone/commands.h"
#include "tools/touchstone/diff_fuzz_faults.h"
#include "tools/touchstone/fuzz_judge.h"
#include "tools/touchstone/interruption.h"
#include "tools/touchstone/seed.h"
#include "tools/touchstone/subject_factory.h"
#include "tools/touchstone/terminal.h"

namespace touchstone::cli {
namespace {

using nlohmann::json;
using std::chrono::duration;
using std::chrono::steady_clock;

constexpr std::uint64_t default_count = 10'000;
/// A worker that is silent for so many deadlines hangs itself: in a subject that it cannot kill.
constexpr int deadlines_of_silence = 15;

FuzzSettings settings_of(const DiffFuzzArguments& arguments) {
  FuzzSettings settings;
  settings.subjects = arguments.subjects;
  if (settings.subjects.empty()) settings.subjects = {"reference", "cpython"};
  settings.seed = arguments.seed.value_or(fresh_seed());
  settings.count = arguments.count;
  if (!arguments.count && arguments.minutes == 0) settings.count = default_count;
  if (arguments.minutes > 0)
    settings.until = steady_clock::now() + std::chrono::duration_cast<steady_clock::duration>(
                                               duration<double>(arguments.minutes * 60));
  settings.mode = programs::parse_mode(arguments.mode).value();
  settings.options = arguments.options;
  return settings;
}

/// The workers' parent: hands out shares, replaces a worker that a subject takes with it, counts.
class Fuzz {
 public:
  Fuzz(FuzzSettings settings, const DiffFuzzArguments& arguments)
      : settings_(std::move(settings)), arguments_(arguments) {}

  ExitCode run() {
    const auto jobs = static_cast<std::uint64_t>(arguments_.jobs);
    const auto start = steady_clock::now();
    print_seed(settings_.seed);
    for (std::uint64_t first = 0; first < jobs; ++first) employ({first, jobs});
    while (pool_.running() > 0 && !has_to_stop()) look();
    print_summary(duration<double>(steady_clock::now() - start).count());
    return exit_code();
  }

 private:
  struct Worker {
    FuzzShare share;
    std::uint64_t batch = 0;  ///< the one it is at
    bool over = false;
    steady_clock::time_point heard = steady_clock::now();
  };

  void employ(FuzzShare share) {
    const std::size_t number = pool_.start(
        [&](const WorkerPool::Send& send) { FuzzJudge(settings_, share, send).work(); });
    workers_[number] = {share, share.first};
  }

  bool has_to_stop() const {
    return interrupted() || !broken_.empty() || unexplained_ >= arguments_.most;
  }

  void look() {
    for (const WorkerPool::News& news : pool_.wait(1000)) {
      Worker& worker = workers_[news.worker];
      worker.heard = steady_clock::now();
      for (const std::string& line : news.lines) take(worker, json::parse(line));
      if (news.ended && !worker.over) replace(worker.share, worker.batch);
      if (news.ended) workers_.erase(news.worker);
    }
    kill_the_silent();
  }

  void take(Worker& worker, const json& line) {
    if (line.contains("begin")) worker.batch = line["begin"];
    if (line.contains("over")) worker.over = true;
    if (line.contains("broken")) broken_ = line["broken"];
    if (line.contains("left_out")) left_out_.insert(line["left_out"]);
    if (line.contains("stale")) stale_.insert(line["stale"]);
    if (line.contains("divergence")) take(decode_divergence(line["divergence"]));
    if (line.contains("done")) {
      compared_ += line["done"].get<std::uint64_t>();
      stuck_ += line["stuck"].get<std::uint64_t>();
      show_progress();
    }
  }

  void take(const Divergence& divergence) {
    if (!divergence.reason.empty()) {
      ++known_[divergence.reason];
      return;
    }
    ++unexplained_;
    erase_progress();
    print(divergence, save(divergence, arguments_.save, settings_.seed));
    std::fflush(stdout);
  }

  /// What a subject in the worker's own process did to it shows in one that can be killed.
  void replace(FuzzShare share, std::uint64_t batch) {
    if (interrupted() || !broken_.empty()) return;
    if (share.killable) {
      broken_ = fmt::format("a worker ended early at batch {}", batch);
      return;
    }
    ++lost_workers_;
    employ({batch, 0, true});
    employ({batch + share.step, share.step});
  }

  void kill_the_silent() {
    const auto patience = deadlines_of_silence * deadline(arguments_.options);
    for (const auto& [number, worker] : workers_)
      if (steady_clock::now() - worker.heard > patience) pool_.kill(number);
  }

  void show_progress() {
    if (!isatty(STDERR_FILENO)) return;
    fmt::print(stderr, "\r\033[K{} programs, {} unexplained", compared_, unexplained_);
    std::fflush(stderr);
  }
  static void erase_progress() {
    if (isatty(STDERR_FILENO)) fmt::print(stderr, "\r\033[K");
  }

  void print_summary(double seconds) const {
    erase_progress();
    if (!broken_.empty()) fmt::print(stderr, "broken: {}\n", broken_);
    fmt::print("{} programs ({}) on {}: {} unexplained divergences, {} stuck, {:.0f} a second\n",
               compared_, name(settings_.mode), fmt::join(settings_.subjects, " and "),
               unexplained_, stuck_, static_cast<double>(compared_) / seconds);
    for (const auto& [reason, count] : known_) fmt::print("  {} known: {}\n", count, reason);
    if (!left_out_.empty())
      fmt::print("  left out, since not both offer it: {}\n", fmt::join(left_out_, ", "));
    for (const std::string& file : stale_)
      fmt::print("  stale: {} shows no divergence any more\n", file);
    if (lost_workers_ > 0)
      fmt::print("  {} times the reference ended or held the process that compared\n",
                 lost_workers_);
    if (interrupted()) fmt::print("incomplete: interrupted\n");
  }

  ExitCode exit_code() const {
    if (interrupted()) return kIncomplete;
    if (unexplained_ > 0 || !stale_.empty() || lost_workers_ > 0) return kUnexpected;
    if (!broken_.empty()) return kSubjectBroken;
    return compared_ == 0 ? kNothingJudged : kAsExpected;
  }

  FuzzSettings settings_;
  const DiffFuzzArguments& arguments_;
  std::map<std::size_t, Worker> workers_;
  WorkerPool pool_;
  std::uint64_t compared_ = 0;
  std::uint64_t stuck_ = 0;
  int unexplained_ = 0;
  int lost_workers_ = 0;
  std::map<std::string, int> known_;
  std::set<std::string> left_out_;
  std::set<std::string> stale_;
  std::string broken_;
};

ExitCode replay(const DiffFuzzArguments& arguments) {
  auto program = read_program(arguments.replay);
  if (!arguments.subjects.empty()) program.subjects = arguments.subjects;
  if (program.subjects.empty())
    throw std::runtime_error(arguments.replay + " names no subjects: name two by --subject");
  const std::uint64_t seed = arguments.seed.value_or(0);
  const auto subjects = make_fuzz_subjects(program.subjects, seed, arguments.options, true);
  programs::require_basics(subjects.first->hello());
  programs::require_basics(subjects.second->hello());
  programs::Contest contest(*subjects.first, *subjects.second,
                            {program.mode, deadline(arguments.options), seed});
  const auto divergence = compare(contest, program);
  if (interrupted()) return kIncomplete;
  if (divergence) {
    print(*divergence, "");
    return kUnexpected;
  }
  fmt::print("no divergence: {} agree\n", fmt::join(program.subjects, " and "));
  return kAsExpected;
}

}  // namespace

ExitCode diff_fuzz(const DiffFuzzArguments& arguments) {
  watch_for_interruption();
  if (!arguments.replay.empty()) return replay(arguments);
  FuzzSettings settings = settings_of(arguments);
  for (const std::string& subject : settings.subjects) described(subject);
  if (!arguments.faults.empty()) return diff_fuzz_faults(arguments, std::move(settings));
  return Fuzz(std::move(settings), arguments).run();
}

}  // namespace touchstone::cli

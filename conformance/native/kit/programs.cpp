#include "conformance/native/kit/programs.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <sstream>
#include <system_error>

#include "conformance/native/kit/channel_host.h"
#include "conformance/native/kit/snapshot.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"
#include "conformance/native/scenario_run.h"
#include "conformance/scenario/parse.h"
#include "conformance/scenario/validate.h"

namespace touchstone::native {
namespace {

/// How a process is started, and where its streams are.
struct Start {
  std::string input;
  std::vector<std::pair<std::string, std::string>> environment;
  std::optional<std::chrono::nanoseconds> timeout;
  std::string files;  // the names of its stream files begin so
};

struct ProgramEnd {
  std::optional<int> status;
  std::optional<int> signal;
  bool timed_out = false;
  std::string out;
  std::string err;
};

Start start_from(Call& call) {
  Start start;
  const Value input = call.take_keyword("stdin");
  if (as<Str>(input) != nullptr)
    start.input = utf8_of(input);
  else if (!input.is_none() && !bytes_of(input, &start.input))
    throw type_error("stdin must be str or bytes, not " + type_name(input));
  const Value environment = call.take_keyword("env");
  if (!environment.is_none()) {
    for (const Table::Entry& entry : from_value<Ref<Dict>>(environment)->table().snapshot()) {
      start.environment.emplace_back(from_value<std::string>(entry.key),
                                     from_value<std::string>(entry.value));
    }
  }
  const Value timeout = call.take_keyword("timeout");
  if (!timeout.is_none()) start.timeout = seconds_from(timeout);
  call.expect_no_keywords();
  start.files = current_run().host().directory() + "/program-" + std::to_string(getpid()) + "-" +
                std::to_string(current_run().next_serial());
  return start;
}

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

void redirect(int descriptor, const std::string& path, int flags) {
  const int opened = open(path.c_str(), flags | O_CLOEXEC, 0600);
  dup2(opened, descriptor);
  close(opened);
}

void print_error(const ErrorValue& error) {
  std::string line = error.type;
  for (const touchstone::Value& each : error.args)
    line += (line == error.type ? ": " : ", ") + repr(each);
  std::fprintf(stderr, "%s\n", line.c_str());
}

/// The exit status that the program's end means.
int status_of(const RunEnd& end) {
  const auto* raised = std::get_if<run_end::Raised>(&end);
  if (raised == nullptr) return 0;
  if (raised->error.type != "SystemExit") return print_error(raised->error), 1;
  if (raised->error.args.empty() || raised->error.args[0].is_none()) return 0;
  if (const auto* code = raised->error.args[0].get_if<Integer>())
    return static_cast<int>(code->get_si() & 255);
  return print_error(raised->error), 1;
}

/// In the new process: its streams and environment, then `body`, which never comes back.
template <class Body>
[[noreturn]] void become(const Start& start, const Body& body) {
  redirect(STDIN_FILENO, start.files + ".in", O_RDONLY);
  redirect(STDOUT_FILENO, start.files + ".out", O_WRONLY | O_CREAT | O_TRUNC);
  redirect(STDERR_FILENO, start.files + ".err", O_WRONLY | O_CREAT | O_TRUNC);
  for (const auto& [name, value] : start.environment) setenv(name.c_str(), value.c_str(), 1);
  thread_state() = ThreadState{};
  Heap::set_current(nullptr);
  try {
    body([](const RunResult& result) {
      const int status = status_of(result.end);
      std::fflush(nullptr);
      _exit(status);
    });
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
  }
  _exit(1);
}

ProgramEnd finished(pid_t pid, const Start& start) {
  const int descriptor = static_cast<int>(syscall(SYS_pidfd_open, pid, 0));
  pollfd ended{descriptor, POLLIN, 0};
  const auto limit =
      start.timeout ? std::chrono::duration_cast<std::chrono::milliseconds>(*start.timeout).count()
                    : -1;
  int ready = -1;
  do ready = poll(&ended, 1, static_cast<int>(limit));
  while (ready < 0 && errno == EINTR);
  ProgramEnd program;
  program.timed_out = ready == 0;
  if (program.timed_out) kill(pid, SIGKILL);
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) continue;
  close(descriptor);
  if (!program.timed_out && WIFEXITED(status)) program.status = WEXITSTATUS(status);
  if (!program.timed_out && WIFSIGNALED(status)) program.signal = WTERMSIG(status);
  program.out = content_of(start.files + ".out");
  program.err = content_of(start.files + ".err");
  return program;
}

template <class Body>
ProgramEnd started(const Start& start, const Body& body) {
  if (!current_run().host().owns_process())
    throw python_error("NotImplementedError", "a program needs a run in a process of its own");
  std::ofstream(start.files + ".in", std::ios::binary) << start.input;
  const pid_t pid = fork();
  if (pid < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (pid == 0) become(start, body);
  return finished(pid, start);
}

ProgramEnd run_program(Call& call) {
  const Start start = start_from(call);
  const auto* function = as<Function>(call[0]);
  if (function == nullptr)
    throw type_error("program() takes a function of the top level, not " + type_name(call[0]));
  touchstone::Values arguments;
  for (std::size_t at = 1; at < call.size(); ++at) arguments.push_back(snapshot(call[at]));
  Run& run = current_run();
  const std::string name = function->name;
  Launch launch = *run.launch();
  launch.options.whole_program = true;
  return started(start, [&](const Ended& ended) {
    ChannelHost host(run.host().run_id(), run.host().directory(), run.host().latches(), true);
    run_function_of(run.registry(), launch, host, name, arguments, ended);
  });
}

ProgramEnd run_script(Call& call) {
  const Start start = start_from(call);
  call.expect(1);
  const std::string text = from_value<std::string>(call[0]);
  Run& run = current_run();
  return started(start, [&](const Ended& ended) {
    const scenario::Module tree = scenario::parse_scenario(text);
    const Parameters none;
    ChannelHost host(run.host().run_id(), run.host().directory(), run.host().latches(), true);
    run_scenario(run.registry(), Launch{tree, none, {.whole_program = true}}, host, ended);
  });
}

}  // namespace

void bind_programs(Registry& kit) {
  kit.type<ProgramEnd>("Program")
      .property("status", [](ProgramEnd& program) { return program.status; })
      .property("signal", [](ProgramEnd& program) { return program.signal; })
      .property("timed_out", [](ProgramEnd& program) { return program.timed_out; })
      .property("stdout", [](ProgramEnd& program) { return make_bytes(program.out); })
      .property("stderr", [](ProgramEnd& program) { return make_bytes(program.err); });
  type_tag<ProgramEnd>().cls = &kit.find_class("Program");
  kit.function("program", run_program);
  kit.function("script", run_script);
}

}  // namespace touchstone::native

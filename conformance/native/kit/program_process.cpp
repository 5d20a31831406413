#include "conformance/native/kit/program_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <system_error>

#include "conformance/native/interpreter/code.h"
#include "conformance/native/kit/channel_host.h"
#include "conformance/native/kit/fork_server.h"
#include "conformance/native/run.h"
#include "conformance/native/scenario_run.h"
#include "conformance/scenario/needs.h"
#include "conformance/scenario/validate.h"
#include "conformance/values/wire.h"

namespace touchstone::native {
namespace {

using Fields = touchstone::Values;

touchstone::Value bytes_value(const std::string& text) { return touchstone::Bytes{text}; }
const std::string& bytes_in(const touchstone::Value& value) {
  return value.get_if<touchstone::Bytes>()->data;
}

template <class Count>
touchstone::Value number_value(const std::optional<Count>& number) {
  return number ? touchstone::Value(static_cast<std::int64_t>(*number)) : touchstone::Value();
}
std::optional<std::int64_t> number_in(const touchstone::Value& value) {
  const auto* number = value.get_if<Integer>();
  return number == nullptr ? std::nullopt : std::optional(std::int64_t{number->get_si()});
}

std::string encode(const Fields& fields) { return wire::encode_text(touchstone::List{fields}); }
Fields decode(const std::string& text) {
  return wire::decode_text(text).get_if<touchstone::List>()->items;
}

std::string encode_order(const ProgramOrder& order) {
  Fields environment;
  for (const auto& [name, value] : order.environment) {
    environment.push_back(bytes_value(name));
    environment.push_back(bytes_value(value));
  }
  std::optional<std::int64_t> timeout;
  if (order.timeout) timeout = order.timeout->count();
  return encode({bytes_value(order.text), order.is_script, touchstone::List{order.arguments},
                 touchstone::List{environment}, number_value(timeout), bytes_value(order.files)});
}

ProgramOrder decode_order(const std::string& text) {
  const Fields fields = decode(text);
  ProgramOrder order;
  order.text = bytes_in(fields.at(0));
  order.is_script = fields.at(1) == touchstone::Value(true);
  order.arguments = fields.at(2).get_if<touchstone::List>()->items;
  const Fields& environment = fields.at(3).get_if<touchstone::List>()->items;
  for (std::size_t at = 0; at + 1 < environment.size(); at += 2)
    order.environment.emplace_back(bytes_in(environment[at]), bytes_in(environment[at + 1]));
  if (const auto timeout = number_in(fields.at(4)))
    order.timeout = std::chrono::nanoseconds(*timeout);
  order.files = bytes_in(fields.at(5));
  return order;
}

std::string encode_end(const ProgramEnd& end) {
  return encode({number_value(end.status), number_value(end.signal), end.timed_out});
}

ProgramEnd decode_end(const std::string& text) {
  if (text.empty()) throw std::runtime_error("the process that started the program has gone");
  const Fields fields = decode(text);
  const auto code = [](std::optional<std::int64_t> number) {
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
  };
  return {code(number_in(fields.at(0))),
          code(number_in(fields.at(1))),
          fields.at(2) == touchstone::Value(true),
          {},
          {}};
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

void leave_with_status(const RunResult& result) {
  const int status = status_of(result.end);
  std::fflush(nullptr);
  _exit(status);
}

void run_order(const ProgramOrder& order, const Run& run) {
  ChannelHost host(run.host().run_id(), run.host().directory(), run.host().latches(), true);
  if (order.is_script) {
    const scenario::Module tree = scenario::parse_scenario(order.text);
    const Program program(tree);
    const Parameters none;
    run_scenario(run.registry(), Launch{program, none, {.whole_program = true}}, host,
                 leave_with_status);
    return;
  }
  Launch launch = *run.launch();
  launch.options.whole_program = true;
  run_function_of(run.registry(), launch, host, order.text, order.arguments, leave_with_status);
}

/// In the new process: its streams and environment, then what was ordered.
[[noreturn]] void become(const ProgramOrder& order) {
  redirect(STDIN_FILENO, order.files + ".in", O_RDONLY);
  redirect(STDOUT_FILENO, order.files + ".out", O_WRONLY | O_CREAT | O_TRUNC);
  redirect(STDERR_FILENO, order.files + ".err", O_WRONLY | O_CREAT | O_TRUNC);
  for (const auto& [name, value] : order.environment) setenv(name.c_str(), value.c_str(), 1);
  const Run& run = current_run();
  thread_state() = ThreadState{};
  Heap::set_current(nullptr);
  try {
    run_order(order, run);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
  }
  _exit(1);
}

ProgramEnd end_of(pid_t pid, const std::optional<std::chrono::nanoseconds>& timeout) {
  const int descriptor = static_cast<int>(syscall(SYS_pidfd_open, pid, 0));
  pollfd ended{descriptor, POLLIN, 0};
  const auto limit =
      timeout ? std::chrono::duration_cast<std::chrono::milliseconds>(*timeout).count() : -1;
  int ready = -1;
  do ready = poll(&ended, 1, static_cast<int>(limit));
  while (ready < 0 && errno == EINTR);
  ProgramEnd end;
  end.timed_out = ready == 0;
  if (end.timed_out) kill(pid, SIGKILL);
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) continue;
  close(descriptor);
  if (!end.timed_out && WIFEXITED(status)) end.status = WEXITSTATUS(status);
  if (!end.timed_out && WIFSIGNALED(status)) end.signal = WTERMSIG(status);
  return end;
}

/// Requires a process with one thread.
ProgramEnd run_in_child(const ProgramOrder& order) {
  const pid_t pid = fork();
  if (pid < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (pid == 0) become(order);
  return end_of(pid, order.timeout);
}

/// Of a run that has threads.
struct ProgramServer {
  std::unique_ptr<ForkServer> server;
};

}  // namespace

void prepare_programs(Run& run) {
  if (run.launch() == nullptr || !run.host().owns_process()) return;
  const scenario::NameSet names = scenario::free_names(run.launch()->program.tree);
  if (!names.contains("program") && !names.contains("script")) return;
  run.state<ProgramServer>().server = std::make_unique<ForkServer>(
      [](const std::string& order) { return encode_end(run_in_child(decode_order(order))); });
}

ProgramEnd carry_out(const ProgramOrder& order) {
  const auto& server = current_run().state<ProgramServer>().server;
  ProgramEnd end = server ? decode_end(server->ask(encode_order(order))) : run_in_child(order);
  end.out = content_of(order.files + ".out");
  end.err = content_of(order.files + ".err");
  return end;
}

}  // namespace touchstone::native

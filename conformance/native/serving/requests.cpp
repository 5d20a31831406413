#include "conformance/native/serving/requests.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <nlohmann/json.hpp>

#include "conformance/native/interpreter/code.h"
#include "conformance/native/serving/member_text.h"
#include "conformance/scenario/memo.h"
#include "conformance/scenario/tree_json.h"
#include "conformance/scenario/validate.h"
#include "conformance/values/wire.h"

namespace touchstone::native {
namespace {

using nlohmann::json;

json left_json(const Left& left) {
  return {{"threads", left.threads}, {"tasks", left.tasks}, {"processes", left.processes}};
}

Request::Kind kind_of(const std::string& op) {
  if (op == "hello") return Request::Kind::Hello;
  if (op == "stop") return Request::Kind::Stop;
  return op == "run" ? Request::Kind::Run : Request::Kind::Bad;
}

scenario::Module decode_scenario(std::string_view text) {
  scenario::Module tree = scenario::decode_tree_text(text);
  scenario::validate(tree);
  return tree;
}

/// A program and the tree it is made from.
struct Decoded {
  explicit Decoded(std::string_view text) : tree(decode_scenario(text)), program(tree) {}
  const scenario::Module tree;
  const Program program;
};

/// Runs in a row are often runs of one scenario.
std::shared_ptr<const Program> program_of(std::string_view text) {
  constexpr std::size_t scenarios_of_one_check = 4;
  thread_local scenario::Memo<std::string, std::shared_ptr<const Program>> last(
      scenarios_of_one_check);
  return last.get(text, [](std::string_view asked) {
    const auto decoded = std::make_shared<const Decoded>(asked);
    return std::shared_ptr<const Program>(decoded, &decoded->program);
  });
}

/// `part` is a part of `text`.
std::string replaced(std::string_view text, std::string_view part, std::string_view by) {
  const auto at = static_cast<std::size_t>(part.data() - text.data());
  return std::string(text).replace(at, part.size(), by);
}

void read_run(const json& line, Request& request) {
  const json parameters = line.value("parameters", json::object());  // items() only refers to it
  for (const auto& [name, value] : parameters.items())
    request.parameters.emplace_back(name, wire::decode(value));
  request.options.virtual_clock = line.value("clock", "real") == "virtual";
  request.isolate = line.value("isolate", false);
  request.directory = line.at("dir").get<std::string>();
  request.latches = line.value("latches", std::vector<std::string>());
}

}  // namespace

bool Requests::read_more() {
  char buffer[65536];
  const ssize_t count = read(channel_.requests, buffer, sizeof buffer);
  if (count > 0) buffer_.append(buffer, static_cast<std::size_t>(count));
  return count > 0 || (count < 0 && errno == EINTR);
}

std::optional<std::string> Requests::next() {
  std::size_t end = buffer_.find('\n');
  while (end == std::string::npos) {
    const std::size_t searched = buffer_.size();
    if (!read_more()) return std::nullopt;
    end = buffer_.find('\n', searched);
  }
  std::string line = buffer_.substr(0, end);
  buffer_.erase(0, end + 1);
  return line;
}

void Requests::reply(const std::string& line) const {
  const std::string whole = line + "\n";
  for (std::size_t sent = 0; sent < whole.size();) {
    const ssize_t count = write(channel_.replies, whole.data() + sent, whole.size() - sent);
    if (count < 0 && errno != EINTR) _exit(1);  // the kit is gone
    if (count > 0) sent += static_cast<std::size_t>(count);
  }
}

Request read_request(const std::string& text) {
  Request request;
  try {
    const auto tree = member_text(text, "scenario");
    const json line = tree ? json::parse(replaced(text, *tree, "null")) : json::parse(text);
    if (!line.is_object()) throw std::invalid_argument("a request is a JSON object");
    if (const auto id = line.find("id"); id != line.end() && id->is_string())
      request.id = id->get<std::string>();
    const auto op = line.value("op", std::string());
    request.kind = kind_of(op);
    request.message = "unknown op '" + op + "': expected hello, run or stop";
    if (request.kind == Request::Kind::Run) {
      if (!tree) throw std::invalid_argument("a run has a scenario");
      request.program = program_of(*tree);
      read_run(line, request);
    }
    if (request.kind == Request::Kind::Run && !request.id)
      throw std::invalid_argument("a run has an id");
  } catch (const std::exception& error) {
    request.kind = Request::Kind::Bad;
    request.message = error.what();
  }
  return request;
}

std::string hello_reply(const Registry& registry) {
  return json{{"op", "hello"},           {"protocol", 1},
              {"name", registry.name()}, {"version", registry.version()},
              {"language", "c++"},       {"os", "linux"},
              {"forks", true},           {"capabilities", registry.capabilities()}}
      .dump();
}

std::string error_reply(const std::optional<std::string>& id, const std::string& message) {
  return json{{"op", "error"}, {"id", id ? json(*id) : json()}, {"message", message}}.dump(
      -1, ' ', true, json::error_handler_t::replace);
}

std::string run_reply(const std::string& id, const RunResult& result) {
  const auto raised = [&](const ErrorValue& error) {
    return json{{"op", "raised"},
                {"id", id},
                {"error", wire::encode_error(error)},
                {"left", left_json(result.left)}}
        .dump();
  };
  if (const auto* end = std::get_if<run_end::Raised>(&result.end)) return raised(end->error);
  if (const auto* end = std::get_if<run_end::Stuck>(&result.end); end != nullptr && end->error)
    return raised(*end->error);
  if (const auto* end = std::get_if<run_end::Unsupported>(&result.end))
    return json{{"op", "unsupported"}, {"id", id}, {"capability", end->capability}}.dump();
  return json{{"op", "done"}, {"id", id}, {"left", left_json(result.left)}}.dump();
}

std::string crashed_reply(const std::string& id, int wait_status) {
  json reply = {{"op", "crashed"}, {"id", id}, {"status", nullptr}, {"signal", nullptr}};
  if (WIFSIGNALED(wait_status))
    reply["signal"] = WTERMSIG(wait_status);
  else
    reply["status"] = WEXITSTATUS(wait_status);
  return reply.dump();
}

}  // namespace touchstone::native

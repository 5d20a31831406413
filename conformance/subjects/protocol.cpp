#include "conformance/subjects/protocol.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "conformance/scenario/memo.h"
#include "conformance/scenario/tree_json.h"
#include "conformance/trace/wire.h"
#include "conformance/values/json_text.h"

namespace touchstone::protocol {
namespace {

using nlohmann::json;
using wire::WireError;

std::string line_of(const json& message) { return message.dump(-1, ' ', true) + "\n"; }

const json& member(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) throw WireError(fmt::format("a reply without \"{}\"", key));
  return *found;
}

std::string text(const json& object, const char* key) {
  const json& found = member(object, key);
  if (!found.is_string()) throw WireError(fmt::format("a reply whose \"{}\" is no text", key));
  return found.get<std::string>();
}

int count(const json& object, const char* key) {
  const json& found = member(object, key);
  if (!found.is_number_unsigned() || found.get<std::uint64_t>() > INT32_MAX)
    throw WireError(fmt::format("a reply whose \"{}\" is no count", key));
  return found.get<int>();
}

std::optional<int> optional_count(const json& object, const char* key) {
  if (!object.contains(key) || object[key].is_null()) return std::nullopt;
  return count(object, key);
}

Left decode_left(const json& reply) {
  const json& left = member(reply, "left");
  if (!left.is_object()) throw WireError("a reply whose \"left\" is no object");
  return {count(left, "threads"), count(left, "tasks"), count(left, "processes")};
}

bool truth(const json& reply, const char* name) {
  const json& found = member(reply, name);
  if (!found.is_boolean())
    throw WireError(fmt::format("a hello whose \"{}\" is neither true nor false", name));
  return found.get<bool>();
}

void check_version(const json& reply) {
  const json& found = member(reply, "protocol");
  if (!found.is_number_integer() || found != version)
    throw WireError(fmt::format("a hello of another protocol than {}", version));
}

Hello decode_hello(const json& reply) {
  check_version(reply);
  Hello hello{text(reply, "name"), text(reply, "version"), text(reply, "language"),
              text(reply, "os"),   truth(reply, "forks"),  {}};
  hello.reads_text = reply.contains("text") && truth(reply, "text");
  const json& capabilities = member(reply, "capabilities");
  if (!capabilities.is_array()) throw WireError("a hello whose \"capabilities\" is no array");
  for (const json& capability : capabilities) {
    if (!capability.is_string()) throw WireError("a hello with a capability that is no text");
    hello.capabilities.push_back(capability.get<std::string>());
  }
  return hello;
}

RunEnd decode_end(const std::string& op, const json& reply, const wire::FileReader& read_file) {
  if (op == "done") return run_end::ByItself{};
  if (op == "raised") return run_end::Raised{wire::decode_error(member(reply, "error"), read_file)};
  if (op == "unsupported") return run_end::Unsupported{text(reply, "capability")};
  if (op == "crashed")
    return run_end::Crashed{optional_count(reply, "status"), optional_count(reply, "signal"),
                            "during the run"};
  if (op == "error") return run_end::ProtocolError{"the adapter failed: " + text(reply, "message")};
  throw WireError(fmt::format("a reply of no known kind: {}", wire::excerpt(op)));
}

/// Runs of one property share a tree.
const std::string& text_of(const std::shared_ptr<const scenario::Module>& tree) {
  constexpr std::size_t trees_of_one_check = 4;
  thread_local scenario::Memo<std::shared_ptr<const scenario::Module>, std::string> texts(
      trees_of_one_check);
  return texts.get(tree, [](const auto& asked) { return scenario::encode_text(*asked); });
}

/// The scenario as JSON text.
std::string scenario_of(const RunRequest& request, bool reads_text) {
  if (reads_text && !request.text.empty()) return json(request.text).dump(-1, ' ', true);
  return text_of(request.tree);
}

/// The picked values by their names, as JSON text.
std::string parameters_of(const RunRequest& request) {
  std::string text = "{";
  for (const auto& [name, value] : request.parameters) {
    if (text.size() > 1) text += ',';
    json_text::append_text(text, name);
    text += ':';
    wire::append_value(text, value);
  }
  return text += '}';
}

/// The names of the gates that are opened for many, as JSON text.
std::string latches_of(const GateRules& rules) {
  std::vector<std::string_view> names;
  for (const auto& [gate, rule] : rules)
    if (rule.is_for_many()) names.push_back(gate);
  std::string text;
  json_text::append_array(text, names,
                          [&](std::string_view name) { json_text::append_text(text, name); });
  return text;
}

std::string as_json(std::string_view plain) {
  std::string text;
  json_text::append_text(text, plain);
  return text;
}

}  // namespace

std::string hello_request() { return line_of({{"op", "hello"}, {"protocol", version}}); }

std::string stop_request() { return line_of({{"op", "stop"}}); }

std::string run_request(const RunRequest& request, const std::string& id,
                        const std::string& directory, bool reads_text) {
  return fmt::format(
      R"({{"scenario":{},"parameters":{},"op":"run","id":{},"clock":"{}","isolate":{},"dir":{},)"
      R"("deadline_ms":{},"latches":{},"seed":{}}})"
      "\n",
      scenario_of(request, reads_text), parameters_of(request), as_json(id),
      request.clock == Clock::real ? "real" : "virtual", request.isolate, as_json(directory),
      request.deadline.count(), latches_of(request.gates), request.seed);
}

Reply decode_reply(std::string_view line, const wire::FileReader& read_file) {
  const json reply = wire::parse_object(line);
  const std::string op = text(reply, "op");
  if (op == "hello") return decode_hello(reply);
  const json& id = member(reply, "id");
  // An adapter that cannot read a request cannot name it.
  if (op == "error" && id.is_null()) return RunReply{"", decode_end(op, reply, read_file), {}};
  RunReply run{text(reply, "id"), decode_end(op, reply, read_file), {}};
  if (op == "done" || op == "raised") run.left = decode_left(reply);
  return run;
}

}  // namespace touchstone::protocol

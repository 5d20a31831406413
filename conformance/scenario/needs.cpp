#include "conformance/scenario/needs.h"

#include <algorithm>
#include <span>
#include <string_view>

#include "conformance/scenario/scopes.h"
#include "conformance/scenario/walk.h"

namespace touchstone::scenario {
namespace {

using Names = std::span<const std::string_view>;

/// Modules (and the kit's functions) that reach outside the event loop.
constexpr std::string_view outside_modules[] = {
    "_thread",         "aiofiles",   "aiohttp",   "concurrent", "flask",     "http",      "mmap",
    "multiprocessing", "program",    "requests",  "script",     "select",    "selectors", "signal",
    "socket",          "subprocess", "threading", "urllib",     "websockets"};

/// What asyncio and others reach it by.
constexpr std::string_view outside_attributes[] = {"add_reader",
                                                   "add_signal_handler",
                                                   "add_writer",
                                                   "connect_read_pipe",
                                                   "connect_write_pipe",
                                                   "create_connection",
                                                   "create_datagram_endpoint",
                                                   "create_server",
                                                   "create_subprocess_exec",
                                                   "create_subprocess_shell",
                                                   "create_unix_connection",
                                                   "create_unix_server",
                                                   "getaddrinfo",
                                                   "getnameinfo",
                                                   "open_connection",
                                                   "open_unix_connection",
                                                   "run_coroutine_threadsafe",
                                                   "run_in_executor",
                                                   "sock_accept",
                                                   "sock_connect",
                                                   "sock_recv",
                                                   "sock_sendall",
                                                   "start_server",
                                                   "start_unix_server",
                                                   "to_thread"};

/// State of the whole interpreter or process.
constexpr std::string_view shared_state[] = {"builtins", "ctypes",  "faulthandler", "fcntl",
                                             "gc",       "os",      "resource",     "sys",
                                             "tempfile", "warnings"};

constexpr std::string_view shared_state_attributes[] = {
    "register_error", "set_event_loop", "set_event_loop_policy", "set_child_watcher"};

constexpr std::string_view process_starters[] = {"multiprocessing", "program"};
constexpr std::string_view process_attributes[] = {"ProcessPoolExecutor", "fork"};

bool any_of(Names wanted, const NameSet& names) {
  return std::ranges::any_of(wanted, [&](std::string_view name) { return names.contains(name); });
}

NameSet attributes(const Module& tree) {
  NameSet names;
  walk(tree, Overloaded{[&](const Expr& expr) {
                          if (const auto* attribute = as<Attribute>(expr))
                            names.insert(attribute->attr);
                        },
                        [](const Stmt&) {}});
  return names;
}

bool is_gate(const Call& call) {
  const auto* name = as<Name>(*call.func);
  return name != nullptr && (name->id == "gate" || name->id == "gate_async");
}

std::string ascii(const Text& text) {
  std::string name;
  for (const char32_t point : text.points) name += point < 0x80 ? static_cast<char>(point) : '?';
  return name;
}

}  // namespace

NameSet free_names(const Module& tree) {
  const auto scopes = scopes_of(tree);
  NameSet names;
  for (const Scope& scope : scopes) {
    for (const std::string& name : scope.used) {
      if (!is_bound(scope, scopes.front(), name)) names.insert(name);
    }
  }
  return names;
}

std::vector<std::string> modules_used(const Module& tree, const NameSet& modules) {
  const NameSet names = free_names(tree);
  std::vector<std::string> used;
  std::ranges::set_intersection(names, modules, std::back_inserter(used));
  return used;
}

bool needs_isolation(const Module& tree) {
  const NameSet names = free_names(tree);
  const NameSet reached = attributes(tree);
  return any_of(outside_modules, names) || any_of(shared_state, names) ||
         any_of(outside_attributes, reached) || any_of(shared_state_attributes, reached);
}

bool allows_virtual_clock(const Module& tree) {
  const NameSet names = free_names(tree);
  return !any_of(outside_modules, names) && !any_of(outside_attributes, attributes(tree)) &&
         !names.contains("gate_async");
}

NameSet gates_named(const Module& tree) {
  NameSet gates;
  const auto look = [&](const Expr& expr) {
    const auto* call = as<Call>(expr);
    if (call == nullptr || !is_gate(*call) || call->args.empty()) return;
    const auto* constant = as<Constant>(call->args.front());
    const auto* name = constant == nullptr ? nullptr : constant->value.get_if<Text>();
    if (name != nullptr) gates.insert(ascii(*name));
  };
  walk(tree, Overloaded{look, [](const Stmt&) {}});
  return gates;
}

bool has_main(const Module& tree) {
  return std::ranges::any_of(tree.body, [](const Stmt& statement) {
    const auto* function = as<FunctionDef>(statement);
    return function != nullptr && function->name == "main";
  });
}

bool starts_processes(const Module& tree) {
  return any_of(process_starters, free_names(tree)) || any_of(process_attributes, attributes(tree));
}

bool is_plain(const Module& tree) {
  bool observes = false;
  const auto look = [&](const Expr& expr) {
    const auto* name = as<Name>(expr);
    observes = observes || (name != nullptr && (name->id == "record" || name->id == "attempt"));
  };
  walk(tree, Overloaded{look, [](const Stmt&) {}});
  return !observes && !has_main(tree);
}

}  // namespace touchstone::scenario

/// What a scenario asks of the process that runs it, read off its tree. Conservative: a name counts
/// as a module wherever it is used and nothing in the tree binds it. Expects a tree that validate()
/// accepts.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "conformance/scenario/tree.h"

namespace touchstone::scenario {

using NameSet = std::set<std::string, std::less<>>;

/// Names that are used and that nothing in the tree binds where they are used: modules, builtins,
/// picked parameters, the kit's.
NameSet free_names(const Module& tree);

/// Those of the library's `modules` (spec/capabilities.toml) that the tree names.
std::vector<std::string> modules_used(const Module& tree, const NameSet& modules);

/// True where it may leave something behind in its process or change what the next run sees:
/// threads, processes, signals, sockets, interpreter-wide state.
bool needs_isolation(const Module& tree);

/// False where it names a socket, a thread, a process, an executor or a gate: beside the outside
/// world a jumping clock runs away.
bool allows_virtual_clock(const Module& tree);

/// The literal names that gate and gate_async are called with.
NameSet gates_named(const Module& tree);

/// True where `def main` stands at the top: the top level is then run in every process.
bool has_main(const Module& tree);

/// True where it names what starts processes; such a text has a main.
bool starts_processes(const Module& tree);

/// True where Python could run its text as it stands: without the names record and attempt, and
/// without a main (so in one process).
bool is_plain(const Module& tree);

}  // namespace touchstone::scenario

#include "conformance/programs/saved_program.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "conformance/scenario/parse.h"
#include "conformance/scenario/walk.h"

namespace touchstone::programs {
namespace {

using scenario::as;
using scenario::Overloaded;

constexpr std::string_view head_lines[] = {"subjects", "mode", "shows"};

std::vector<std::string> words_of(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

void take(SavedProgram& saved, const std::string& key, const std::string& value, int line) {
  if (key == "shows") {
    saved.shows = value;
  } else if (key == "subjects") {
    saved.subjects = words_of(value);
    if (saved.subjects.size() != 2)
      throw SavedProgramError(fmt::format("line {}: expected two subjects", line));
  } else {
    const auto mode = parse_mode(value);
    if (!mode)
      throw SavedProgramError(
          fmt::format("line {}: the mode is spaced or full, not \"{}\"", line, value));
    saved.mode = *mode;
  }
}

/// "# KEY: VALUE" with a key of the head.
bool take_head_line(SavedProgram& saved, const std::string& line, int number) {
  if (!line.starts_with("# ")) return false;
  const auto colon = line.find(": ");
  if (colon == std::string::npos) return false;
  const std::string key = line.substr(2, colon - 2);
  if (std::ranges::find(head_lines, key) == std::end(head_lines)) return false;
  take(saved, key, line.substr(colon + 2), number);
  return true;
}

/// The operations below a node: methods and functions of modules, helper functions, block kinds.
std::set<std::string> operations_of(const scenario::Stmt& function) {
  static const std::set<std::string> plumbing{
      "sleep",     "current_task", "turn",       "note",       "names",
      "kind",      "range",        "Lock",       "Event",      "Queue",
      "Semaphore", "Condition",    "ContextVar", "ValueError", "KeyError"};
  std::set<std::string> found;
  const auto add = [&](const std::string& name) {
    const bool is_activity = name.size() == 1 || name.starts_with("items");
    if (!is_activity && !plumbing.contains(name)) found.insert(name);
  };
  const auto look = [&](const scenario::Expr& expr) {
    if (const auto* attribute = as<scenario::Attribute>(expr)) add(attribute->attr);
    const auto* call = as<scenario::Call>(expr);
    const auto* name = call == nullptr ? nullptr : as<scenario::Name>(*call->func);
    if (name != nullptr) add(name->id);
  };
  const auto look_at_block = [&](const scenario::Stmt& statement) {
    if (as<scenario::AsyncWith>(statement)) found.insert("async with");
    if (as<scenario::Raise>(statement)) found.insert("raise");
  };
  walk(function, Overloaded{look, look_at_block});
  return found;
}

}  // namespace

std::string name(Mode mode) { return mode == Mode::spaced ? "spaced" : "full"; }

std::optional<Mode> parse_mode(const std::string& word) {
  if (word == name(Mode::spaced)) return Mode::spaced;
  if (word == name(Mode::full)) return Mode::full;
  return std::nullopt;
}

std::string print(const SavedProgram& saved) {
  std::string head;
  if (!saved.subjects.empty())
    head += fmt::format("# subjects: {}\n", fmt::join(saved.subjects, " "));
  head += "# mode: " + name(saved.mode) + "\n";
  if (!saved.shows.empty()) head += "# shows: " + saved.shows + "\n";
  return head + saved.text;
}

SavedProgram parse_saved_program(const std::string& text) {
  SavedProgram saved;
  std::istringstream stream(text);
  std::size_t read = 0;
  int number = 0;
  for (std::string line; std::getline(stream, line);) {
    if (!take_head_line(saved, line, ++number)) break;
    read += line.size() + 1;
  }
  saved.text = text.substr(std::min(read, text.size()));
  return saved;
}

std::string signature_of(const std::string& text, const Difference& difference) {
  const scenario::Module tree = scenario::parse(text);
  std::set<std::string> operations;
  for (const scenario::Stmt& statement : tree.body) {
    const auto* function = as<scenario::AsyncFunctionDef>(statement);
    if (function != nullptr && function->name == "activities")
      operations = operations_of(statement);
  }
  return fmt::format("{}: {}", difference.kind, fmt::join(operations, ", "));
}

}  // namespace touchstone::programs

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "conformance/check/trial.h"
#include "conformance/scenario/needs.h"
#include "conformance/scenario/validate.h"
#include "conformance/trace/timeline.h"
#include "tools/touchstone/commands.h"
#include "tools/touchstone/interruption.h"
#include "tools/touchstone/subject_factory.h"
#include "tools/touchstone/terminal.h"

namespace touchstone::cli {
namespace {

std::shared_ptr<const scenario::Module> read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + path);
  std::ostringstream text;
  text << file.rdbuf();
  try {
    return std::make_shared<scenario::Module>(scenario::parse_scenario(text.str()));
  } catch (const std::exception& error) {
    throw std::runtime_error(path + ": " + error.what());
  }
}

RunRequest request_for(const std::shared_ptr<const scenario::Module>& tree,
                       const AskArguments& arguments) {
  RunRequest request;
  request.tree = tree;
  request.clock = arguments.virtual_clock ? Clock::virtual_time : Clock::real;
  request.isolate = scenario::needs_isolation(*tree);
  request.deadline = deadline(arguments.options);
  for (const std::string& gate : scenario::gates_named(*tree)) request.gates[gate];
  return request;
}

struct Column {
  std::string title;
  std::vector<std::string> lines;
  std::vector<std::string> compared;  ///< the same without what differs from run to run
};

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// Side by side where the columns fit, so that a difference meets the eye; a row that differs is
/// marked.
void print_columns(const std::vector<Column>& columns) {
  std::size_t rows = 0;
  std::size_t width = 20;
  for (const Column& column : columns) {
    rows = std::max(rows, column.lines.size());
    for (const std::string& line : column.lines) width = std::max(width, line.size());
  }
  width = std::min<std::size_t>(width, 76);
  for (const Column& column : columns) fmt::print("  {:<{}}", column.title, width);
  fmt::print("\n");
  for (std::size_t row = 0; row < rows; ++row) {
    const auto cell = [row](const std::vector<std::string>& lines) {
      return row < lines.size() ? lines[row] : std::string();
    };
    const bool same = std::ranges::all_of(columns, [&](const Column& column) {
      return cell(column.compared) == cell(columns.front().compared);
    });
    std::string text;
    for (const Column& column : columns) text += fmt::format("  {:<{}}", cell(column.lines), width);
    fmt::print("{}\n", same ? text : coloured(Colour::red, "!" + text.substr(1)));
  }
}

}  // namespace

ExitCode ask(const AskArguments& arguments) {
  watch_for_interruption();
  const auto tree = read(arguments.file);
  const auto names = arguments.subjects.empty() ? std::vector<std::string>{"reference", "cpython"}
                                                : arguments.subjects;
  std::vector<Column> columns;
  bool ended = true;
  for (const std::string& name : names) {
    const auto subject = make_subject(described(name), 0, arguments.options);
    const Trace trace = subject->run(request_for(tree, arguments));
    ended = ended && !verdict_without_judgement(trace.end());
    columns.push_back({name, lines_of(timeline(trace)),
                       lines_of(timeline(trace, longest_timeline, Times::virtual_only))});
  }
  print_columns(columns);
  return ended ? kAsExpected : kSubjectBroken;
}

}  // namespace touchstone::cli

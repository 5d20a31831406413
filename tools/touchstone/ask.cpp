#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "conformance/check/trial.h"
#include "conformance/scenario/needs.h"
#include "conformance/scenario/validate.h"
#include "tools/touchstone/columns.h"
#include "tools/touchstone/commands.h"
#include "tools/touchstone/interruption.h"
#include "tools/touchstone/subject_factory.h"

namespace touchstone::cli {
namespace {

std::shared_ptr<const scenario::Module> read_scenario(const std::string& path) {
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

}  // namespace

ExitCode ask(const AskArguments& arguments) {
  watch_for_interruption();
  const auto tree = read_scenario(arguments.file);
  const auto names = arguments.subjects.empty() ? std::vector<std::string>{"reference", "cpython"}
                                                : arguments.subjects;
  std::vector<Column> columns;
  bool ended = true;
  for (const std::string& name : names) {
    const auto subject = make_subject(described(name), 0, arguments.options);
    const Trace trace = subject->run(request_for(tree, arguments));
    ended = ended && !verdict_without_judgement(trace.end());
    columns.push_back(column_of(name, trace));
  }
  fmt::print("{}", side_by_side(columns));
  return ended ? kAsExpected : kSubjectBroken;
}

}  // namespace touchstone::cli

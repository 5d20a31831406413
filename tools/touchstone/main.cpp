#include <fmt/format.h>

#include <cstdio>
#include <exception>

#include "tools/touchstone/command_line.h"
#include "tools/touchstone/commands.h"

namespace touchstone::cli {
namespace {

struct Execute {
  ExitCode operator()(const ListArguments& arguments) const { return list(arguments); }
  ExitCode operator()(const ShowArguments& arguments) const { return show(arguments); }
  ExitCode operator()(const CoverageArguments& arguments) const { return coverage(arguments); }
  ExitCode operator()(const RunArguments& arguments) const { return run(arguments); }
  ExitCode operator()(const SmokeArguments& arguments) const { return smoke(arguments); }
  ExitCode operator()(const CheckAdapterArguments& arguments) const {
    return check_adapter(arguments);
  }
  ExitCode operator()(const ReproArguments& arguments) const { return repro(arguments); }
  ExitCode operator()(const AskArguments& arguments) const { return ask(arguments); }
  ExitCode operator()(const FaultsArguments& arguments) const { return faults(arguments); }
  ExitCode operator()(const DiffFuzzArguments& arguments) const { return diff_fuzz(arguments); }
};

}  // namespace
}  // namespace touchstone::cli

int main(int argc, char** argv) {
  using namespace touchstone::cli;
  try {
    const auto parsed = parse_command_line(argc, argv);
    if (const ExitCode* code = std::get_if<ExitCode>(&parsed)) return *code;
    return std::visit(Execute{}, std::get<Arguments>(parsed));
  } catch (const std::exception& error) {
    fmt::print(stderr, "touchstone: {}\n", error.what());
    return kUsage;
  }
}

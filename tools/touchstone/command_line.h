/// The command line, parsed. Help and usage errors are printed here; then there is only an exit
/// code.
#pragma once

#include <variant>

#include "tools/touchstone/arguments.h"
#include "tools/touchstone/exit_code.h"

namespace touchstone::cli {

std::variant<Arguments, ExitCode> parse_command_line(int argc, const char* const* argv);

}  // namespace touchstone::cli

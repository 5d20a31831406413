/// The commands, one function each; what it returns is the process's exit code. Errors in the kit's
/// own files leave as exceptions.
#pragma once

#include "tools/touchstone/arguments.h"
#include "tools/touchstone/exit_code.h"

namespace touchstone::cli {

ExitCode list(const ListArguments& arguments);
ExitCode show(const ShowArguments& arguments);
ExitCode coverage(const CoverageArguments& arguments);
ExitCode run(const RunArguments& arguments);
ExitCode smoke(const SmokeArguments& arguments);
ExitCode check_adapter(const CheckAdapterArguments& arguments);
ExitCode repro(const ReproArguments& arguments);
ExitCode ask(const AskArguments& arguments);
ExitCode faults(const FaultsArguments& arguments);
ExitCode diff_fuzz(const DiffFuzzArguments& arguments);

}  // namespace touchstone::cli

/// Which planted faults random programs tell from what they were planted in.
#pragma once

#include "tools/touchstone/exit_code.h"
#include "tools/touchstone/fuzz_judge.h"

namespace touchstone::cli {

/// Each fault of Python's asyncio that the glob names, and each lawful mutant, against plain
/// cpython: a row a fault, then the faults that no program has reached. Red where a lawful mutant
/// differs.
ExitCode diff_fuzz_faults(const DiffFuzzArguments& arguments, FuzzSettings settings);

}  // namespace touchstone::cli

/// From a program that shows something to the smallest that still does.
#pragma once

#include <functional>
#include <span>

#include "conformance/programs/program.h"

namespace touchstone::programs {

/// Which of these shows it, the first one that does; nothing where none does.
using FirstToShow = std::function<std::optional<std::size_t>(std::span<const Program>)>;

/// Takes parts away as long as what is left still shows it; at most `attempts` programs are tried.
/// Asks for several at once, which is what a subject is fast at.
Program minimise(Program program, const FirstToShow& first_to_show, int attempts = 3000);

}  // namespace touchstone::programs

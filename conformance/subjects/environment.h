/// The environment in which a subject runs: the kit's own without what changes a runtime unasked.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace touchstone {

using Environment = std::vector<std::pair<std::string, std::string>>;

/// What this process was given.
Environment inherited_environment();

/// `inherited` without PYTHON* (but PYTHONPATH), LANG, LANGUAGE and LC_*; with LC_ALL=C.UTF-8,
/// TZ=UTC, PYTHONHASHSEED from the seed; then `added`, which replaces what has its name. LD_* pass:
/// a patched library can be tried.
Environment subject_environment(Environment inherited, std::uint64_t seed,
                                const Environment& added);

/// "NAME=VALUE" to a pair. Throws std::invalid_argument where there is no name.
std::pair<std::string, std::string> parse_assignment(const std::string& text);

}  // namespace touchstone

/// Events as they travel: one JSON object a line (conformance/protocol.md gives the form).
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

#include "conformance/trace/event.h"
#include "conformance/values/wire.h"

namespace touchstone::wire {

/// PIPE_BUF of Linux, newline included: a longer line of one process may tear into those of
/// another.
inline constexpr std::size_t longest_event = 4096;

/// `line` without its newline. Throws WireError, saying what is wrong with the line, for anything
/// that is no event.
Event decode_event(std::string_view line, const FileReader& read_file);
/// With its newline. A value that makes the line longer than `longest_event` is the caller's to put
/// into a file.
std::string encode_event(const Event& event);

/// Parses one line of JSON. Throws WireError for what is no JSON object, is no UTF-8, or nests
/// deeper than any message does.
nlohmann::json parse_object(std::string_view line);

/// A line as evidence: cut, and in printable ASCII.
std::string excerpt(std::string_view line);

}  // namespace touchstone::wire

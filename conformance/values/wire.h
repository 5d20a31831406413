/// Values as JSON, as they travel between the kit and a subject. conformance/protocol.md gives the
/// form; this is its only C++ codec.
///
/// decode(encode(v)) == v for every value at most `most_levels` deep; what is deeper is encoded as
/// {"deep":true}. Decoding is strict: a bare integer past 2^53, an integral float without its tag,
/// an unknown tag or key, hex in upper case ... is a WireError that names the place
/// ("$.dict[2][0]"), what stood there and what was expected. Bad input never crashes.
#pragma once

#include <filesystem>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

#include "conformance/values/value.h"

namespace touchstone::wire {

/// Levels of containers and errors above the deepest value that is sent.
inline constexpr int most_levels = 20;
/// Errors in a chain of causes, contexts and members.
inline constexpr int most_chained_errors = 4;
/// The largest integer that stands bare: 2^53.
inline constexpr long largest_bare_integer = 1L << 53;

struct WireError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Gives the JSON text behind {"file":"values/7"}; throws WireError where there is none.
using FileReader = std::function<std::string(const std::string& name)>;
/// Refuses every {"file":..}.
std::string refuse_files(const std::string& name);
/// Reads values/<ordinal> below `dir`, and nothing else there.
FileReader files_in(std::filesystem::path dir);

nlohmann::json encode(const Value& value);
/// The body of {"error":..}, which also stands in events and replies.
nlohmann::json encode_error(const ErrorValue& error);
/// Compact JSON, in one line, ASCII only, the members of objects in the order of the alphabet.
std::string encode_text(const Value& value);
/// The same, behind what `text` holds.
void append_value(std::string& text, const Value& value);
void append_error(std::string& text, const ErrorValue& error);

Value decode(const nlohmann::json& json, const FileReader& read_file = refuse_files);
ErrorValue decode_error(const nlohmann::json& body, const FileReader& read_file = refuse_files);
Value decode_text(std::string_view text, const FileReader& read_file = refuse_files);

}  // namespace touchstone::wire

/// Trees as JSON, as they travel to subjects: the node and field names of Python's `ast`, every
/// node an object with "node", absent children null, lists always present, operators by name,
/// constants in the wire form of values, "line" and "column" where known.
///
/// decode(encode(tree)) == tree. Decoding is strict: a missing or unknown key, a wrong type, an
/// unknown node or more than max_height levels is a TreeError that names the place
/// ("$.body[2].test"), what stood there and what was expected. Bad input never crashes. Whether the
/// tree is a scenario is validate()'s question.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <stdexcept>
#include <string>
#include <string_view>

#include "conformance/scenario/tree.h"

namespace touchstone::scenario {

struct TreeError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

nlohmann::json encode(const Module& tree);
/// Compact JSON, in one line, ASCII only.
std::string encode_text(const Module& tree);
Module decode_tree(const nlohmann::json& json);
/// Throws TreeError where the text is no JSON, too.
Module decode_tree_text(std::string_view text);

}  // namespace touchstone::scenario

/// Text or bytes, where only the run decides: what a dynamic caller hands to a channel that takes
/// one of them. Text is never taken for bytes, nor bytes for text. Claims: text.use.*
#pragma once

#include <string>
#include <variant>

#include "impl/errors/hierarchy.h"

namespace text {

using Text = std::u32string;
using Bytes = std::string;
using Data = std::variant<Text, Bytes>;

/// TypeError for text.
inline const Bytes& require_bytes(const Data& data) {
  if (const auto* bytes = std::get_if<Bytes>(&data)) return *bytes;
  throw errors::TypeError("a bytes-like object is required, not 'str'");
}

/// TypeError for bytes.
inline const Text& require_text(const Data& data) {
  if (const auto* text = std::get_if<Text>(&data)) return *text;
  throw errors::TypeError("write() argument must be str, not bytes");
}

}  // namespace text

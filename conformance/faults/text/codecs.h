/// How text faults get at the codecs: the operations of a registry, wrapped; and whether two names
/// mean one character set.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "conformance/faults/fault.h"
#include "conformance/native/language.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/registry.h"
#include "conformance/native/runtime/text.h"
#include "impl/errors/hierarchy.h"

namespace touchstone::faults {

using native::as;
using native::Registry;
using native::Value;
using Encode = decltype(native::TextOperations::encode);
using Decode = decltype(native::TextOperations::decode);
using Encoded = std::string_view;

/// Lower case, without what separates the parts of a name: "UTF-8" is "utf8".
inline std::string plain_name(std::string_view charset) {
  std::string name;
  for (const char letter : charset)
    if (letter != '-' && letter != '_')
      name += static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + 32 : letter);
  return name;
}

inline bool is_one_of(std::string_view charset, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, plain_name(charset)) != names.end();
}

inline bool is_utf8(std::string_view charset) { return is_one_of(charset, {"utf8"}); }

/// `encode(right, text, charset, policy)` in place of the right encode.
template <class Other>
void replace_encode(Registry& registry, Other other) {
  auto& encode = registry.language.text.encode;
  encode = [right = encode, other](std::u32string_view text, std::string_view charset,
                                   std::string_view policy) {
    return other(right, text, charset, policy);
  };
}

/// `decode(right, data, charset, policy)` in place of the right decode.
template <class Other>
void replace_decode(Registry& registry, Other other) {
  auto& decode = registry.language.text.decode;
  decode = [right = decode, other](std::string_view data, std::string_view charset,
                                   std::string_view policy) {
    return other(right, data, charset, policy);
  };
}

}  // namespace touchstone::faults

/// What becomes of what a codec cannot convert: Python's error handlers. A policy either throws the
/// fault as an error or says what stands in its place and where to go on.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "impl/text/codecs.h"

namespace text {

struct EncodeFault {
  const Codec& codec;
  std::u32string_view object;
  std::size_t start;
  std::size_t end;
  std::string_view reason;
};

struct DecodeFault {
  const Codec& codec;
  std::string_view object;
  std::size_t start;
  std::size_t end;
  std::string_view reason;
};

/// Characters, which the codec encodes in turn, or bytes as they are; encoding goes on at `resume`.
struct EncodeRepair {
  std::variant<std::u32string, std::string> replacement;
  std::size_t resume;
};

struct DecodeRepair {
  std::u32string replacement;
  std::size_t resume;
};

struct Policy {
  std::string_view name;
  EncodeRepair (*encode)(const EncodeFault& fault);
  DecodeRepair (*decode)(const DecodeFault& fault);
};

/// Throws LookupError.
const Policy& find_policy(std::string_view name);

[[noreturn]] void raise(const EncodeFault& fault);
[[noreturn]] void raise(const DecodeFault& fault);

}  // namespace text

/// JSON that decodes to a value encodes to JSON that decodes to the same; all else is a WireError.
#include "conformance/values/wire.h"
#include "fuzz/fuzzer.h"

namespace touchstone::wire {

void fuzz(std::string_view json) {
  try {
    const Value value = decode_text(json);
    const std::string encoded = encode_text(value);
    const Value again = decode_text(encoded);
    fuzzing::demand(encode_text(again) == encoded, "encode(decode(encode(v))) == encode(v)",
                    encoded);
    fuzzing::demand(repr(again) == repr(value), "repr(decode(encode(v))) == repr(v)", encoded);
  } catch (const WireError&) {
  }
}

}  // namespace touchstone::wire

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  touchstone::wire::fuzz(touchstone::fuzzing::text(data, size));
  return 0;
}

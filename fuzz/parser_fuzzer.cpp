/// Text that parses prints to text that parses to the same tree; all else is refused with a typed
/// error.
#include <nlohmann/json.hpp>

#include "conformance/scenario/parse.h"
#include "conformance/scenario/print.h"
#include "conformance/scenario/tree_json.h"
#include "conformance/scenario/validate.h"
#include "fuzz/fuzzer.h"

namespace touchstone::scenario {

void fuzz(std::string_view text) {
  try {
    const Module tree = parse_scenario(text);
    const std::string printed = print(tree);
    fuzzing::demand(parse_scenario(printed) == tree, "parse(print(tree)) == tree", printed);
    fuzzing::demand(decode_tree(encode(tree)) == tree, "decode(encode(tree)) == tree", printed);
  } catch (const ParseError&) {
  } catch (const InvalidScenario&) {
  }
}

}  // namespace touchstone::scenario

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  touchstone::scenario::fuzz(touchstone::fuzzing::text(data, size));
  return 0;
}

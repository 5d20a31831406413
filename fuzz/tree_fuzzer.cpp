/// JSON that decodes to a scenario is a tree that prints and parses again; all else is refused with
/// a typed error.
#include "conformance/scenario/parse.h"
#include "conformance/scenario/print.h"
#include "conformance/scenario/tree_json.h"
#include "conformance/scenario/validate.h"
#include "fuzz/fuzzer.h"

namespace touchstone::scenario {

void fuzz(std::string_view json) {
  try {
    const Module tree = decode_tree_text(json);
    const std::string printed = print(tree);
    validate(tree);
    fuzzing::demand(parse_scenario(printed) == tree, "parse(print(tree)) == tree", printed);
  } catch (const TreeError&) {
  } catch (const InvalidScenario&) {
  }
}

}  // namespace touchstone::scenario

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  touchstone::scenario::fuzz(touchstone::fuzzing::text(data, size));
  return 0;
}

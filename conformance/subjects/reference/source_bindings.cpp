#include "conformance/native/operations/operations.h"
#include "conformance/native/runtime/text.h"
#include "conformance/scenario/parse.h"
#include "conformance/scenario/validate.h"
#include "conformance/subjects/reference/registry.h"

namespace touchstone::reference {
namespace {

native::PythonError syntax_error(const std::string& message, int line) {
  const native::PythonError error = native::python_error("SyntaxError", message);
  native::set_attribute(error.exception(), "msg", native::make_str(message));
  native::set_attribute(error.exception(), "lineno", line);
  return error;
}

/// The reference's compiler is the scenario's parser: it knows the subset that scenarios are
/// written in.
void compile(std::string_view source) {
  try {
    scenario::parse_scenario(source);
  } catch (const scenario::ParseError& error) {
    throw syntax_error(error.what(), error.line);
  } catch (const scenario::InvalidScenario& error) {
    throw syntax_error(error.what(), error.line);
  }
}

}  // namespace

void bind_source(native::Registry& registry) {
  registry.language.compile = compile;
  registry.claims({"source.compile"});
}

}  // namespace touchstone::reference

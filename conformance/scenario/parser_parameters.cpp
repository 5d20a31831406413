#include "conformance/scenario/parser.h"

namespace touchstone::scenario {

Arguments Parser::parameters(std::string_view closing) {
  Arguments arguments;
  bool keyword_only = false;
  while (!at(closing)) {
    if (at("/")) fail("a parameter", "positional-only parameters are left out");
    if (arguments.kwarg) fail("'" + std::string(closing) + "'", "nothing follows the ** parameter");
    if (accept("**")) {
      arguments.kwarg = name_of_parameter();
    } else if (at("*")) {
      if (keyword_only) fail("a parameter", "only one * may stand here");
      keyword_only = true;
      star_parameter(arguments, closing);
    } else {
      parameter(arguments, keyword_only);
    }
    if (!accept(",")) break;
  }
  return arguments;
}

void Parser::star_parameter(Arguments& arguments, std::string_view closing) {
  expect("*");
  if (at_kind(TokenKind::name)) {
    arguments.vararg = name_of_parameter();
  } else if (!at(",") || at(1, closing) || at(1, "**")) {
    fail("a parameter", "a bare * stands before a parameter that is given by name");
  }
}

void Parser::parameter(Arguments& arguments, bool keyword_only) {
  const Token start = peek();
  Arg arg = name_of_parameter();
  OptionalExpr value;
  if (accept("=")) value = expression();
  if (keyword_only) {
    arguments.kwonlyargs.push_back(std::move(arg));
    arguments.kw_defaults.push_back(std::move(value));
    return;
  }
  if (!value && !arguments.defaults.empty())
    fail_at(start, "a default value", "a default stands before this parameter");
  arguments.args.push_back(std::move(arg));
  if (value) arguments.defaults.push_back(std::move(**value));
}

Arg Parser::name_of_parameter() {
  Arg arg{expect_name("the name of a parameter")};
  return arg;
}

}  // namespace touchstone::scenario

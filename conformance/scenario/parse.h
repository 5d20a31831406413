/// Scenario text to tree: a strict subset of Python 3.8's grammar, so that whatever parse() and
/// validate() accept is valid Python with the same `ast` on every Python since.
///
/// The leading white space that all lines share is removed first (as textwrap.dedent does), so a
/// raw string literal in a check may be indented. Left out of Python, each with a message of its
/// own: import, annotations, :=, match, positional-only parameters, except*, complex numbers,
/// `...`, tabs in indentation, names beyond ASCII, \N{...} and unknown escapes, `=` in f-strings,
/// parenthesised with-items.
///
/// Linear in the length of the text; thread-safe; recursion is bounded (trees higher than
/// max_height are a ParseError).
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "conformance/scenario/tree.h"

namespace touchstone::scenario {

/// Positions count in the dedented text: line from 1, column from 0 in code points.
struct ParseError : std::runtime_error {
  ParseError(Position at, std::string found, std::string expected, std::string message);

  int line;
  int column;
  std::string found;     ///< what stood there: "':'", "end of line", "a name (x)"
  std::string expected;  ///< what would have been right there
};

/// Throws ParseError.
Module parse(std::string_view text);

/// The text without the leading white space that its lines share; lines of white space alone become
/// empty.
std::string dedent(std::string_view text);

}  // namespace touchstone::scenario

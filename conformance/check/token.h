/// A repro token: one printable word that repeats a failed execution exactly (subject, claim, part,
/// seed, shrunk picks).
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "conformance/check/check.h"
#include "conformance/verdicts/judgement.h"

namespace touchstone {

struct Token {
  std::string subject;
  std::string claim;
  PartKind part = PartKind::example;
  std::uint64_t seed = 0;
  Picks picks;
};

struct TokenError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Letters, digits, `-`, `_` and a leading version `t1.`: safe in any shell.
std::string print_token(const Token& token);
/// Throws TokenError where the word is cut, misspelt or of another version.
Token parse_token(std::string_view word);

}  // namespace touchstone

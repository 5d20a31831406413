/// What the kit says of one claim on one subject.
#pragma once

#include <optional>
#include <string_view>

namespace touchstone {

enum class Verdict {
  conforms,
  violates,        ///< an assertion of the check failed, or the program ended by an uncaught error
  unsupported,     ///< the subject does not claim a capability that the claim needs
  reported,        ///< figures were measured and shown, nothing was judged
  crashed,         ///< the subject's process died
  hung,            ///< the deadline passed
  protocol_error,  ///< the subject broke the protocol
  unresolved,      ///< the run never reached the situation that it was to judge
};

/// The word in results and on the command line: `protocol-error` for protocol_error.
std::string_view name(Verdict verdict);
/// The verdict of such a word, if it is one.
std::optional<Verdict> parse_verdict(std::string_view word);
/// Everything but conforms, unsupported and reported.
bool is_red(Verdict verdict);

}  // namespace touchstone

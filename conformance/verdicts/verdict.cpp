#include "conformance/verdicts/verdict.h"

#include <algorithm>
#include <array>
#include <utility>

namespace touchstone {
namespace {

constexpr std::array<std::pair<Verdict, std::string_view>, 8> kNames{{
    {Verdict::conforms, "conforms"},
    {Verdict::violates, "violates"},
    {Verdict::unsupported, "unsupported"},
    {Verdict::reported, "reported"},
    {Verdict::crashed, "crashed"},
    {Verdict::hung, "hung"},
    {Verdict::protocol_error, "protocol-error"},
    {Verdict::unresolved, "unresolved"},
}};

}  // namespace

std::string_view name(Verdict verdict) {
  return std::ranges::find(kNames, verdict, &std::pair<Verdict, std::string_view>::first)->second;
}

std::optional<Verdict> parse_verdict(std::string_view word) {
  const auto found = std::ranges::find(kNames, word, &std::pair<Verdict, std::string_view>::second);
  if (found == kNames.end()) return std::nullopt;
  return found->first;
}

bool is_red(Verdict verdict) {
  return verdict != Verdict::conforms && verdict != Verdict::unsupported &&
         verdict != Verdict::reported;
}

}  // namespace touchstone

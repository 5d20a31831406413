#include "tools/touchstone/summary.h"

#include <fmt/format.h>

#include "spec/claim_id.h"
#include "tools/touchstone/terminal.h"

namespace touchstone::cli {
namespace {

Colour colour_of(const std::string& verdict) {
  if (verdict == "conforms") return Colour::green;
  return is_red(*parse_verdict(verdict)) ? Colour::red : Colour::yellow;
}

std::string counts_as_text(const std::map<std::string, int>& counts) {
  std::string text;
  for (const auto& [verdict, count] : counts)
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count,
                        coloured(colour_of(verdict), verdict));
  return text.empty() ? "nothing" : text;
}

void print_indented(const std::string& text) {
  std::size_t from = 0;
  while (from < text.size()) {
    const auto end = std::min(text.find('\n', from), text.size());
    fmt::print("    {}\n", text.substr(from, end - from));
    from = end + 1;
  }
}

}  // namespace

void print_unexpected(const Row& row) {
  fmt::print("{} {} on {}", coloured(Colour::red, name(row.verdict)),
             coloured(Colour::bold, row.claim), row.subject);
  if (row.expected != Verdict::conforms)
    fmt::print(" (expected: {}, {})", name(row.expected), row.reason);
  fmt::print("\n");
  print_indented(row.evidence);
  if (!row.repro.empty()) fmt::print("    repeat it: touchstone repro {}\n", row.repro);
}

void Summary::add(const Row& row) {
  tally_.add(row);
  ++table_[{row.subject, std::string(spec::chapter_of(row.claim))}][std::string(name(row.verdict))];
}

void Summary::print() const {
  for (const auto& [key, counts] : table_)
    fmt::print("{:<12} {:<14} {}\n", key.first, key.second, counts_as_text(counts));
  fmt::print("{} judged, {} unexpected\n", tally_.judged,
             coloured(tally_.unexpected == 0 ? Colour::green : Colour::red,
                      std::to_string(tally_.unexpected)));
}

}  // namespace touchstone::cli

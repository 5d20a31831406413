#include "spec/claim.h"

#include <array>
#include <charconv>

namespace touchstone::spec {

template <>
std::span<const NamedValue<Tier>> named_values() {
  static constexpr std::array<NamedValue<Tier>, 2> values{
      {{Tier::stated, "stated"}, {Tier::implied, "implied"}}};
  return values;
}

template <>
std::span<const NamedValue<Kind>> named_values() {
  static constexpr std::array<NamedValue<Kind>, 9> values{{{Kind::advice, "advice"},
                                                           {Kind::error, "error"},
                                                           {Kind::example, "example"},
                                                           {Kind::lifecycle, "lifecycle"},
                                                           {Kind::limit, "limit"},
                                                           {Kind::ordering, "ordering"},
                                                           {Kind::property, "property"},
                                                           {Kind::structural, "structural"},
                                                           {Kind::timing, "timing"}}};
  return values;
}

template <>
std::span<const NamedValue<DocumentVerdict>> named_values() {
  static constexpr std::array<NamedValue<DocumentVerdict>, 5> values{
      {{DocumentVerdict::holds, "holds"},
       {DocumentVerdict::refuted, "refuted"},
       {DocumentVerdict::racy, "racy"},
       {DocumentVerdict::version_bound, "version-bound"},
       {DocumentVerdict::untestable, "untestable"}}};
  return values;
}

namespace {

std::optional<int> line_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  if (!whole || value < 1 || text.front() == '0') return std::nullopt;
  return value;
}

}  // namespace

std::string to_string(const LineRange& lines) {
  std::string text = std::to_string(lines.first);
  if (lines.last != lines.first) text += "-" + std::to_string(lines.last);
  return text;
}

std::string to_string(const Source& source) {
  return source.document + ":" + to_string(source.lines);
}

std::optional<LineRange> line_range(std::string_view text) {
  const auto dash = text.find('-');
  const auto first = line_number(text.substr(0, dash));
  if (!first) return std::nullopt;
  if (dash == std::string_view::npos) return LineRange{*first, *first};
  const auto last = line_number(text.substr(dash + 1));
  if (!last || *last <= *first) return std::nullopt;
  return LineRange{*first, *last};
}

std::optional<Source> source(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0) return std::nullopt;
  const auto lines = line_range(text.substr(colon + 1));
  if (!lines) return std::nullopt;
  return Source{std::string(text.substr(0, colon)), *lines};
}

}  // namespace touchstone::spec

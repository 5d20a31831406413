/// A claim: one rule that an implementation keeps or breaks, with the lines of the documents where
/// it is stated or implied.
///
/// Claims are values read from spec/<chapter>.toml and never changed. The closed lists below have
/// their names in one place, claim.cpp.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "spec/problem.h"

namespace touchstone::spec {

/// Whether a document says it, or it is an edge or error of something that a document uses.
enum class Tier { stated, implied };

enum class Kind {
  advice,
  error,
  example,
  lifecycle,
  limit,
  ordering,
  property,
  structural,
  timing
};

/// What became of the document's own statement when it was tried.
enum class DocumentVerdict { holds, refuted, racy, version_bound, untestable };

template <class Enum>
struct NamedValue {
  Enum value;
  std::string_view name;
};

/// The closed list of an enumeration, in the order of its declaration.
template <class Enum>
std::span<const NamedValue<Enum>> named_values();

template <class Enum>
std::string_view name_of(Enum value) {
  for (const auto& entry : named_values<Enum>()) {
    if (entry.value == value) return entry.name;
  }
  return {};
}

template <class Enum>
std::optional<Enum> value_named(std::string_view name) {
  for (const auto& entry : named_values<Enum>()) {
    if (entry.name == name) return entry.value;
  }
  return std::nullopt;
}

/// Lines first to last, both included, counted from 1.
struct LineRange {
  int first = 0;
  int last = 0;

  bool meets(const LineRange& other) const { return first <= other.last && other.first <= last; }
  bool operator==(const LineRange&) const = default;
};

/// Lines of a document, written "001:146-155" or "001:146".
struct Source {
  std::string document;
  LineRange lines;

  bool operator==(const Source&) const = default;
};

struct Claim {
  std::string id;
  Tier tier = Tier::stated;
  std::string statement;
  std::vector<Source> sources;
  std::string figure;  ///< the exact output that a document prints; empty where it prints none
  Kind kind = Kind::property;
  DocumentVerdict verdict = DocumentVerdict::holds;
  std::string truth;  ///< what was seen; for what is not simply so, what is so instead; for the
                      ///< untestable, why
  std::vector<std::string> needs;  ///< capabilities without which a subject cannot be asked
  Position at;
};

std::string to_string(const LineRange& lines);
std::string to_string(const Source& source);

/// Only the canonical form is read: no leading zeros, and one line stands alone ("7", not "7-7").
std::optional<LineRange> line_range(std::string_view text);
std::optional<Source> source(std::string_view text);

}  // namespace touchstone::spec

/// The specification as a value: all claims, the documents they come from, and the vocabulary they
/// use.
///
/// Made by load(); plain data, safe to read from any number of threads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "spec/claim.h"

namespace touchstone::spec {

/// Something that a subject may lack as a unit.
struct Capability {
  std::string name;
  std::string meaning;
};

/// An id that is never used again; it either has a successor or was dropped for a reason.
struct Tombstone {
  std::string id;
  std::string renamed_to;
  std::string reason;
  Position at;
};

/// The lines from one heading of a document to the next, and what is claimed there.
struct Section {
  std::string title;
  LineRange lines;
  std::vector<std::string> claims;
  std::vector<std::string> pending;  ///< ids of claims whose chapter is not built yet
  std::string none;                  ///< why nothing is claimed here; empty where something is
  Position at;
};

struct Document {
  std::string number;  ///< as in the sources of claims: "001"
  std::string file;
  std::string sha256;
  int lines = 0;
  std::vector<Section> sections;
  Position at;
};

struct Spec {
  std::vector<Claim> claims;  ///< in the order of their ids
  std::vector<Document> documents;
  std::vector<Capability> capabilities;
  std::vector<std::string> modules;  ///< the library's modules that a scenario may name
  std::vector<Tombstone> tombstones;
  std::string hash;  ///< of all files read, for the header of results

  /// By id or by test name (`_` for `-`); nullptr where there is none. Logarithmic.
  const Claim* find(std::string_view id) const;
  /// The claims whose ids match a glob (`*`, `?`; `_` stands for `-`), in the order of their ids.
  std::vector<const Claim*> matching(std::string_view glob) const;
  /// Ids like the one that was not found: the present id of a retired one first, then misspellings.
  std::vector<std::string> suggestions(std::string_view id) const;

  const Document* document(std::string_view number) const;
  const Tombstone* tombstone(std::string_view id) const;
  bool has_capability(std::string_view name) const;
  /// Chapters with at least one claim, in alphabetical order.
  std::vector<std::string> chapters() const;
};

std::vector<std::string> ids_of(const std::vector<Claim>& claims);

}  // namespace touchstone::spec

#include "spec/reading/read_chapter.h"

#include <utility>

#include "spec/claim_id.h"
#include "spec/nearest.h"
#include "spec/reading/table_reader.h"

namespace touchstone::spec {
namespace {

std::string read_id(TableReader& table, const std::string& chapter, const Spec& spec) {
  const std::string id = table.text("id");
  if (id.empty()) return id;
  if (!is_claim_id(id)) {
    table.problem("id", "bad id: " + id,
                  "chapter.subject.property, each of lower-case letters, digits and hyphens");
  } else if (chapter_of(id) != chapter) {
    table.problem("id", id + " belongs to another chapter",
                  "an id that begins with " + chapter + ".");
  }
  if (const Tombstone* retired = spec.tombstone(id)) {
    table.problem("id", id + " is retired",
                  retired->renamed_to.empty() ? "another id"
                                              : "the id it was renamed to, " + retired->renamed_to);
  }
  return id;
}

std::vector<Source> read_sources(TableReader& table, const Spec& spec) {
  std::vector<Source> result;
  for (const Text& text : table.texts("sources")) {
    const auto parsed = source(text.value);
    if (!parsed) {
      table.problem("sources", "bad range: " + text.value,
                    "a document and its lines, the smaller first: \"001:7-12\" or \"001:7\"",
                    text.line);
    } else if (spec.document(parsed->document) == nullptr) {
      table.problem("sources", "unknown document " + parsed->document,
                    "the number of a document in documents.toml", text.line);
    } else {
      result.push_back(*parsed);
    }
  }
  return result;
}

std::vector<std::string> read_needs(TableReader& table, const Spec& spec) {
  const std::vector<Text> needs = table.texts("needs", Presence::optional);
  for (const Text& need : needs) {
    if (spec.has_capability(need.value)) continue;
    std::vector<std::string> names;
    for (const Capability& capability : spec.capabilities) names.push_back(capability.name);
    table.problem("needs", "unknown capability " + need.value + did_you_mean(need.value, names),
                  "names from capabilities.toml", need.line);
  }
  return values_of(needs);
}

Claim read_claim(TableReader& table, const std::string& chapter, const Spec& spec) {
  Claim claim;
  claim.id = read_id(table, chapter, spec);
  claim.tier = table.one_of<Tier>("tier");
  claim.statement = table.text("statement");
  claim.sources = read_sources(table, spec);
  claim.figure = table.text("figure", Presence::optional);
  claim.kind = table.one_of<Kind>("kind");
  claim.verdict = table.one_of<DocumentVerdict>("verdict");
  claim.truth = table.text("truth", Presence::optional);
  claim.needs = read_needs(table, spec);
  claim.at = table.position();
  table.refuse_other_keys();
  return claim;
}

}  // namespace

void read_chapter(const std::string& file, const Node& root, Spec& spec,
                  std::vector<Problem>& problems) {
  const std::string chapter = file.substr(0, file.rfind(".toml"));
  TableReader top(file, root, problems);
  for (TableReader& table : top.tables("claim"))
    spec.claims.push_back(read_claim(table, chapter, spec));
  top.refuse_other_keys();
}

}  // namespace touchstone::spec

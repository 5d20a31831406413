#include "spec/reading/read_vocabulary.h"

#include <algorithm>
#include <string>

#include "spec/claim_id.h"
#include "spec/reading/table_reader.h"

namespace touchstone::spec {
namespace {

constexpr std::string_view lower_case_name = "abcdefghijklmnopqrstuvwxyz0123456789_";

bool is_name(std::string_view text, std::string_view characters) {
  return text.find_first_not_of(characters) == std::string_view::npos;
}

bool is_dotted_name(std::string_view text) {
  return is_name(text, std::string(lower_case_name) + ".") && !text.starts_with('.') &&
         !text.ends_with('.') && text.find("..") == std::string_view::npos;
}

std::vector<std::string> read_modules(TableReader& top) {
  std::vector<std::string> modules;
  for (const Text& module : top.texts("modules", Presence::optional)) {
    if (!is_name(module.value, lower_case_name))
      top.problem("modules", "bad name: " + module.value, "the name of a module", module.line);
    if (std::ranges::find(modules, module.value) != modules.end()) {
      top.problem("modules", "duplicate module " + module.value, "each module once", module.line);
    }
    modules.push_back(module.value);
  }
  return modules;
}

Capability read_capability(TableReader& table, const Spec& spec) {
  const Capability capability{table.text("name"), table.text("meaning")};
  if (!is_dotted_name(capability.name)) {
    table.problem("name", "bad name: " + capability.name,
                  "lower-case letters, digits and underscores, with dots between");
  }
  if (!capability.name.empty() && spec.has_capability(capability.name)) {
    table.problem("name", "duplicate capability " + capability.name, "each capability once");
  }
  table.refuse_other_keys();
  return capability;
}

Tombstone read_tombstone(TableReader& table, const Spec& spec) {
  Tombstone tombstone{table.text("id"), table.text("renamed_to", Presence::optional),
                      table.text("reason", Presence::optional), table.position()};
  if (!tombstone.id.empty() && !is_claim_id(tombstone.id))
    table.problem("id", "bad id: " + tombstone.id, "the id of a claim");
  if (!tombstone.id.empty() && spec.tombstone(tombstone.id))
    table.problem("id", "duplicate id " + tombstone.id, "each retired id once");
  if (tombstone.renamed_to.empty() == tombstone.reason.empty()) {
    table.problem("renamed_to", "an id was either renamed or dropped",
                  "exactly one of renamed_to and reason");
  }
  table.refuse_other_keys();
  return tombstone;
}

}  // namespace

void read_capabilities(const Node& root, Spec& spec, std::vector<Problem>& problems) {
  TableReader top("capabilities.toml", root, problems);
  spec.modules = read_modules(top);
  for (TableReader& table : top.tables("capability", Presence::optional))
    spec.capabilities.push_back(read_capability(table, spec));
  top.refuse_other_keys();
}

void read_tombstones(const Node& root, Spec& spec, std::vector<Problem>& problems) {
  TableReader top("tombstones.toml", root, problems);
  for (TableReader& table : top.tables("tombstone", Presence::optional))
    spec.tombstones.push_back(read_tombstone(table, spec));
  top.refuse_other_keys();
}

}  // namespace touchstone::spec

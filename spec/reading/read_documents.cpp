#include "spec/reading/read_documents.h"

#include <string>

#include "spec/claim_id.h"
#include "spec/reading/table_reader.h"

namespace touchstone::spec {
namespace {

bool consists_of(const std::string& text, std::size_t size, std::string_view characters) {
  return text.size() == size && text.find_first_not_of(characters) == std::string::npos;
}

std::vector<std::string> read_ids(TableReader& table, std::string_view key) {
  const std::vector<Text> ids = table.texts(key, Presence::optional);
  for (const Text& id : ids) {
    if (!is_claim_id(id.value))
      table.problem(key, "bad id: " + id.value, "ids of claims, chapter.subject.property", id.line);
  }
  return values_of(ids);
}

Section read_section(TableReader& table) {
  Section section;
  section.title = table.text("title");
  section.lines = table.lines("lines");
  section.claims = read_ids(table, "claims");
  section.pending = read_ids(table, "pending");
  section.none = table.text("none", Presence::optional);
  section.at = table.position();
  table.refuse_other_keys();
  return section;
}

std::string read_number(TableReader& table, const Spec& spec) {
  const std::string number = table.text("number");
  if (!number.empty() && !consists_of(number, 3, "0123456789"))
    table.problem("number", "bad number: " + number, "three digits");
  if (spec.document(number) != nullptr)
    table.problem("number", "duplicate document " + number, "a number of its own");
  return number;
}

Document read_document(TableReader& table, const Spec& spec) {
  Document document;
  document.number = read_number(table, spec);
  document.file = table.text("file");
  document.sha256 = table.text("sha256");
  if (!document.sha256.empty() && !consists_of(document.sha256, 64, "0123456789abcdef")) {
    table.problem("sha256", "bad SHA-256: " + document.sha256, "64 lower-case hexadecimal digits");
  }
  document.lines = table.count("lines");
  for (TableReader& section : table.tables("section"))
    document.sections.push_back(read_section(section));
  document.at = table.position();
  table.refuse_other_keys();
  return document;
}

}  // namespace

void read_documents(const Node& root, Spec& spec, std::vector<Problem>& problems) {
  TableReader top("documents.toml", root, problems);
  for (TableReader& table : top.tables("document", Presence::optional))
    spec.documents.push_back(read_document(table, spec));
  top.refuse_other_keys();
}

}  // namespace touchstone::spec

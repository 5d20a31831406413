#include <algorithm>

#include "spec/claim_id.h"
#include "spec/lint_rules.h"
#include "spec/nearest.h"

namespace touchstone::spec {
namespace {

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

void check_form(const Section& section, std::vector<Problem>& problems) {
  const bool claims_something = !section.claims.empty() || !section.pending.empty();
  if (claims_something == !section.none.empty()) {
    problems.push_back({section.at, "none",
                        claims_something ? "the section has claims and a reason for having none"
                                         : "the section has neither claims nor a reason",
                        "claims, pending or both, or else none"});
  }
  if (!is_ascii(section.title))
    problems.push_back(
        {section.at, "title", "the title is not in English", "words of our own, in ASCII"});
  for (const auto& [key, ids] :
       {std::pair("claims", &section.claims), {"pending", &section.pending}}) {
    if (!in_strict_order(*ids))
      problems.push_back({section.at, key, "ids are repeated or out of order",
                          "each once, in alphabetical order"});
  }
}

bool is_made_in(const Claim& claim, const Document& document, const Section& section) {
  return std::ranges::any_of(claim.sources, [&](const Source& s) {
    return s.document == document.number && s.lines.meets(section.lines);
  });
}

void check_claims(const Spec& spec, const Document& document, const Section& section,
                  std::vector<Problem>& problems) {
  for (const std::string& id : section.claims) {
    const Claim* claim = spec.find(id);
    if (claim == nullptr) {
      problems.push_back({section.at, "claims",
                          "there is no claim " + id + did_you_mean(id, ids_of(spec.claims)),
                          "ids of claims in this folder"});
    } else if (!is_made_in(*claim, document, section)) {
      problems.push_back(
          {section.at, "claims",
           id + " has no source in " + document.number + ":" + to_string(section.lines),
           "claims that are made in these lines"});
    }
  }
}

void check_pending(const Spec& spec, const Section& section, std::vector<Problem>& problems) {
  for (const std::string& id : section.pending) {
    if (spec.find(id) != nullptr)
      problems.push_back({section.at, "pending", id + " is there already", "it under claims"});
    if (spec.tombstone(id) != nullptr)
      problems.push_back({section.at, "pending", id + " is retired", "ids that are to come"});
  }
}

/// Every section that the lines of a source meet has to name the claim.
void check_source(const Claim& claim, const Source& source, const Document& document,
                  std::vector<Problem>& problems) {
  if (source.lines.last > document.lines) {
    problems.push_back({claim.at, "sources", to_string(source) + " lies beyond the document",
                        "lines up to " + std::to_string(document.lines)});
  }
  for (const Section& section : document.sections) {
    if (!section.lines.meets(source.lines) ||
        std::ranges::find(section.claims, claim.id) != section.claims.end())
      continue;
    problems.push_back({section.at, "claims",
                        claim.id + " is missing: its source " + to_string(source) + " lies here",
                        "every claim that is made in these lines"});
  }
}

}  // namespace

std::vector<Problem> section_problems(const Spec& spec) {
  std::vector<Problem> problems;
  for (const Document& document : spec.documents) {
    for (const Section& section : document.sections) {
      check_form(section, problems);
      check_claims(spec, document, section, problems);
      check_pending(spec, section, problems);
    }
  }
  return problems;
}

std::vector<Problem> source_problems(const Spec& spec) {
  std::vector<Problem> problems;
  for (const Claim& claim : spec.claims) {
    for (const Source& source : claim.sources) {
      if (const Document* document = spec.document(source.document))
        check_source(claim, source, *document, problems);
    }
  }
  return problems;
}

}  // namespace touchstone::spec

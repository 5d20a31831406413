#include <algorithm>
#include <map>
#include <tuple>

#include "spec/lint_rules.h"

namespace touchstone::spec {
namespace {

bool says(std::string_view text, std::string_view word) {
  const auto is_letter = [&](std::size_t i) {
    return i < text.size() &&
           ((text[i] >= 'A' && text[i] <= 'Z') || (text[i] >= 'a' && text[i] <= 'z'));
  };
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    if (!(at > 0 && is_letter(at - 1)) && !is_letter(at + word.size())) return true;
  }
  return false;
}

bool states_a_rule(std::string_view text) {
  return says(text, "MUST") || says(text, "SHOULD") || says(text, "MAY");
}

bool is_one_line(std::string_view text) {
  return text.find_first_of("\r\n") == std::string_view::npos;
}

auto place(const Source& source) {
  return std::tie(source.document, source.lines.first, source.lines.last);
}

/// Collects what is wrong with one claim, all at its position.
class ClaimReview {
 public:
  explicit ClaimReview(const Claim& claim) : claim_(claim) {}

  void demand(bool holds, std::string key, std::string message, std::string expected) {
    if (!holds)
      problems_.push_back({claim_.at, std::move(key), std::move(message), std::move(expected)});
  }

  void statement() {
    const std::string& text = claim_.statement;
    demand(untestable() || states_a_rule(text), "statement", "no rule is stated",
           "MUST, SHOULD or MAY in what can be tested");
    demand(text.ends_with('.'), "statement", "the statement does not end",
           "a full stop at its end");
  }

  void lines() {
    for (const auto& [key, text] : {std::pair("statement", &claim_.statement),
                                    {"figure", &claim_.figure},
                                    {"truth", &claim_.truth}}) {
      demand(is_one_line(*text), key, "the text has several lines", "one line");
    }
  }

  void verdict() {
    demand(claim_.kind != Kind::advice || untestable(), "verdict", "advice cannot be tried",
           "untestable");
    demand(claim_.verdict == DocumentVerdict::holds || !claim_.truth.empty(), "truth",
           "the verdict is " + std::string(name_of(claim_.verdict)) + " and nothing tells why",
           untestable() ? "the reason" : "what is so, with evidence");
    demand(!untestable() || claim_.needs.empty(), "needs",
           "an untestable claim needs nothing of a subject", "no needs");
  }

  void lists() {
    demand(in_strict_order(claim_.needs), "needs", "capabilities are repeated or out of order",
           "each once, in alphabetical order");
    const auto later = [](const Source& a, const Source& b) { return place(a) >= place(b); };
    demand(std::ranges::adjacent_find(claim_.sources, later) == claim_.sources.end(), "sources",
           "sources are repeated or out of order", "each once, by document and line");
  }

  std::vector<Problem> problems() const { return problems_; }

 private:
  bool untestable() const { return claim_.verdict == DocumentVerdict::untestable; }

  const Claim& claim_;
  std::vector<Problem> problems_;
};

}  // namespace

bool in_strict_order(const std::vector<std::string>& texts) {
  return std::ranges::adjacent_find(texts, std::greater_equal{}) == texts.end();
}

std::vector<Problem> claim_problems(const Claim& claim) {
  ClaimReview review(claim);
  review.statement();
  review.lines();
  review.verdict();
  review.lists();
  return review.problems();
}

std::vector<Problem> order_problems(const Spec& spec) {
  std::vector<Problem> problems;
  std::map<std::string, const Claim*> last_of_file;
  for (const Claim& claim : spec.claims) {
    const Claim*& last = last_of_file[claim.at.file];
    if (last != nullptr && last->at.line > claim.at.line) {
      problems.push_back({claim.at, "id", claim.id + " stands before " + last->id,
                          "claims in the order of their ids"});
    }
    last = &claim;
  }
  return problems;
}

}  // namespace touchstone::spec

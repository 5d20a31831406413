#include "conformance/programs/contest.h"

#include "conformance/programs/render.h"
#include "conformance/scenario/needs.h"
#include "conformance/scenario/validate.h"

namespace touchstone::programs {
namespace {

bool has_an_end_of_its_own(const RunEnd& end) {
  return std::holds_alternative<run_end::ByItself>(end) ||
         std::holds_alternative<run_end::Raised>(end) ||
         std::holds_alternative<run_end::Stuck>(end);
}

}  // namespace

std::vector<Outcome> Contest::judge(std::span<const Program> programs) {
  const RunRequest asked = request(batch_of(programs, settings_.mode));
  const auto first = accounts(first_, asked, programs.size());
  const auto second = first ? accounts(second_, asked, programs.size()) : std::nullopt;
  std::vector<Outcome> outcomes;
  for (std::size_t i = 0; i < programs.size(); ++i) {
    if (first && second) {
      outcomes.push_back(
          {difference((*first)[i], (*second)[i], settings_.mode), (*first)[i].stuck.has_value()});
    } else {
      outcomes.push_back(judge_text(text_of(programs[i], settings_.mode)));
    }
  }
  return outcomes;
}

Outcome Contest::judge_text(const std::string& text) {
  const Traces found = traces(text);
  return {difference_of(found), account_of(found.first).stuck.has_value()};
}

std::optional<Difference> Contest::difference_of(const Traces& traces) const {
  const RunEnd& first = traces.first.end();
  const RunEnd& second = traces.second.end();
  if (!has_an_end_of_its_own(first) || !has_an_end_of_its_own(second))
    return Difference{"end", "", describe(first), describe(second)};
  return difference(account_of(traces.first), account_of(traces.second), settings_.mode);
}

Contest::Traces Contest::traces(const std::string& text) {
  const RunRequest asked = request(text);
  return {first_.run(asked), second_.run(asked)};
}

std::optional<std::vector<Account>> Contest::accounts(Subject& subject, const RunRequest& request,
                                                      std::size_t programs) const {
  return accounts_of(subject.run(request), programs);
}

RunRequest Contest::request(const std::string& text) const {
  RunRequest request;
  request.tree = std::make_shared<scenario::Module>(scenario::parse_scenario(text));
  if (scenario::is_plain(*request.tree)) request.text = text;
  request.clock = Clock::virtual_time;
  request.deadline = settings_.deadline;
  request.seed = settings_.seed;
  return request;
}

}  // namespace touchstone::programs

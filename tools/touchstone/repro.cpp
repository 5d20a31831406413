#include <fmt/format.h>
#include <fmt/ranges.h>

#include "conformance/check/runner.h"
#include "spec/load.h"
#include "tools/touchstone/commands.h"
#include "tools/touchstone/installation.h"
#include "tools/touchstone/interruption.h"
#include "tools/touchstone/subject_factory.h"
#include "tools/touchstone/summary.h"

namespace touchstone::cli {
namespace {

Row row_of(const Token& token, const Judgement& judgement) {
  Row row;
  row.claim = token.claim;
  row.subject = token.subject;
  row.verdict = judgement.verdict;
  row.evidence = judgement.evidence;
  row.repro = print_token(token);
  return row;
}

}  // namespace

ExitCode repro(const ReproArguments& arguments) {
  watch_for_interruption();
  const Token token = parse_token(arguments.token);
  const Check* check = find_check(token.claim);
  if (check == nullptr)
    throw std::runtime_error(fmt::format("no check stands for {} any more", token.claim));
  const auto subject = make_subject(described(token.subject), token.seed, arguments.options);
  const Judgement judgement =
      repeat(*check, *subject, token, {.deadline = deadline(arguments.options)});
  if (!is_red(judgement.verdict)) {
    fmt::print("{} {} on {}\n", name(judgement.verdict), token.claim, token.subject);
    return kAsExpected;
  }
  print_unexpected(row_of(token, judgement));
  return kUnexpected;
}

}  // namespace touchstone::cli

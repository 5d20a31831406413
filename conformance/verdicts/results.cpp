#include "conformance/verdicts/results.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <nlohmann/json.hpp>
#include <system_error>

#include "conformance/values/wire.h"

namespace touchstone {
namespace {

using nlohmann::json;

std::string line(const json& fields) {
  return fields.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

[[noreturn]] void fail(const std::string& path, const char* what) {
  throw std::system_error(errno, std::generic_category(), std::string(what) + " " + path);
}

Verdict verdict_of(const json& word) {
  if (const auto verdict = parse_verdict(word.get<std::string>())) return *verdict;
  throw std::runtime_error("no verdict is called " + word.dump());
}

json figures_of(const Row& row) {
  json figures = json::array();
  for (const Figure& figure : row.figures)
    figures.push_back({{"name", figure.name}, {"value", wire::encode(figure.value)}});
  return figures;
}

}  // namespace

bool Row::as_expected() const {
  if (verdict == expected || (intermittent && verdict == Verdict::conforms)) return true;
  return expected == Verdict::conforms && !is_red(verdict);
}

std::string to_line(const ResultsHeader& header) {
  json subjects = json::array();
  for (const SubjectVersion& subject : header.subjects)
    subjects.push_back(
        {{"name", subject.name}, {"version", subject.version}, {"language", subject.language}});
  return line({{"type", "header"},
               {"kit", header.kit},
               {"spec", header.spec},
               {"subjects", subjects},
               {"host", header.host},
               {"seed", header.seed},
               {"shard", header.shard}});
}

std::string to_line(const Row& row) {
  json fields = {{"type", "verdict"},
                 {"claim", row.claim},
                 {"subject", row.subject},
                 {"verdict", name(row.verdict)},
                 {"expected", name(row.expected)},
                 {"evidence", row.evidence},
                 {"repro", row.repro},
                 {"ms", row.ms}};
  if (!row.reason.empty()) fields["reason"] = row.reason;
  if (row.intermittent) fields["intermittent"] = true;
  if (row.repetition != 0) fields["repetition"] = row.repetition;
  if (!row.figures.empty()) fields["figures"] = figures_of(row);
  return line(fields);
}

std::string to_line(const ResultsFooter& footer) {
  json fields = {{"type", "footer"},
                 {"complete", footer.complete},
                 {"counts", footer.counts},
                 {"unexpected", footer.unexpected}};
  if (!footer.why_incomplete.empty()) fields["incomplete"] = footer.why_incomplete;
  return line(fields);
}

Row parse_row(const std::string& text) {
  try {
    const json fields = json::parse(text);
    Row row;
    row.claim = fields.at("claim");
    row.subject = fields.at("subject");
    row.verdict = verdict_of(fields.at("verdict"));
    row.expected = verdict_of(fields.at("expected"));
    row.evidence = fields.at("evidence");
    row.repro = fields.at("repro");
    row.ms = fields.at("ms");
    row.reason = fields.value("reason", "");
    row.intermittent = fields.value("intermittent", false);
    row.repetition = fields.value("repetition", 0);
    for (const json& figure : fields.value("figures", json::array()))
      row.figures.push_back({figure.at("name"), wire::decode(figure.at("value"))});
    return row;
  } catch (const json::exception& error) {
    throw std::runtime_error(std::string("no row of results: ") + error.what());
  }
}

void Tally::add(const Row& row) {
  ++counts[std::string(name(row.verdict))];
  if (!row.as_expected()) ++unexpected;
  if (row.verdict != Verdict::unsupported && row.verdict != Verdict::reported) ++judged;
}

ResultsFile::ResultsFile(const std::string& path)
    : path_(path), fd_(open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)) {
  if (fd_ < 0) fail(path, "cannot write results to");
}

ResultsFile::~ResultsFile() { close(fd_); }

void ResultsFile::write(const std::string& line) {
  for (std::size_t done = 0; done < line.size();) {
    const ssize_t count = ::write(fd_, line.data() + done, line.size() - done);
    if (count < 0 && errno != EINTR) fail(path_, "cannot write results to");
    if (count > 0) done += static_cast<std::size_t>(count);
  }
}

}  // namespace touchstone

/// Results of a run as JSON lines: one header, one row a judged claim, one footer. Every line is
/// written with one write() and at once, so that a file cut at any moment holds whole rows; a file
/// without footer, or whose footer says so, is incomplete.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "conformance/verdicts/judgement.h"

namespace touchstone {

struct SubjectVersion {
  std::string name;
  std::string version;
  std::string language;
};

struct ResultsHeader {
  std::string kit;   ///< version of the kit
  std::string spec;  ///< hash over the claims
  std::vector<SubjectVersion> subjects;
  std::string host;
  std::uint64_t seed = 0;
  std::string shard;
};

struct Row {
  std::string claim;
  std::string subject;
  Verdict verdict = Verdict::unresolved;
  Verdict expected = Verdict::conforms;
  std::string reason;         ///< of the deviation that was expected; else empty
  bool intermittent = false;  ///< that deviation does not show in every run
  std::string evidence;
  std::string repro;  ///< token; empty where nothing is to be repeated
  double ms = 0;
  int repetition = 0;
  std::vector<Figure> figures;

  /// As expected: the same verdict; where conforms was expected, unsupported and reported too, and
  /// conforms where the deviation is intermittent.
  bool as_expected() const;
};

struct ResultsFooter {
  bool complete = false;
  std::string why_incomplete;
  std::map<std::string, int> counts;  ///< by verdict
  int unexpected = 0;
};

std::string to_line(const ResultsHeader& header);
std::string to_line(const Row& row);
std::string to_line(const ResultsFooter& footer);
/// Throws std::runtime_error saying what is wrong with the line.
Row parse_row(const std::string& line);

/// Counts rows as they come.
struct Tally {
  std::map<std::string, int> counts;
  int unexpected = 0;
  int judged = 0;  ///< rows with a verdict on the claim: neither unsupported nor reported
  void add(const Row& row);
};

/// Appends lines to a file; throws std::system_error where the file cannot be made or written (a
/// full disk is told, not hidden).
class ResultsFile {
 public:
  explicit ResultsFile(const std::string& path);
  ResultsFile(const ResultsFile&) = delete;
  ResultsFile& operator=(const ResultsFile&) = delete;
  ~ResultsFile();
  void write(const std::string& line);

 private:
  std::string path_;
  int fd_;
};

}  // namespace touchstone

/// The subjects that the kit knows: one folder each below conformance/subjects, with a
/// subject.toml:
///
///     name = "cpython"                 # as on the command line; the folder's own name
///     language = "python"
///     command = ["python3"]
///     adapter = "../python/adapter.py" # relative to the folder; becomes the last word of the
///     command (optional)
///
///     [environment]                    # added to the scrubbed one (optional)
///     PYTHONDEVMODE = "1"
///
///     [[deviation]]                    # a verdict that is expected, one table a claim (optional)
///     claim = "text.codecs.gbk"
///     verdict = "violates"
///     reason = "why it is so, and since when"
///     intermittent = true              # a race: conforms is expected as well (optional)
///
///     [[divergence]]                   # a way in which random programs are known to differ
///     (optional) program = "divergences/x.py"     # a minimal program that shows it, relative to
///     the folder reason = "why it is so, and since when"
///
/// Strict: unknown keys, missing ones, wrong types and unknown verdicts are CatalogErrors that name
/// the file, the line, the key and what was expected.
#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "conformance/subjects/environment.h"
#include "conformance/verdicts/verdict.h"

namespace touchstone {

struct CatalogError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Deviation {
  std::string claim;
  Verdict verdict = Verdict::violates;
  std::string reason;
  bool intermittent = false;  ///< does not show in every run
};

/// Programs whose minimal form has the same signature as this one's are expected to differ.
struct KnownDivergence {
  std::filesystem::path program;
  std::string reason;
};

struct SubjectDescription {
  std::string name;
  std::string language;
  std::vector<std::string> command;  ///< the whole command line, adapter included
  std::filesystem::path adapter;     ///< absolute; empty where there is none
  Environment environment;
  std::vector<Deviation> deviations;
  std::vector<KnownDivergence> divergences;
};

/// All subjects below `folder`, ordered by name. `executables` is what ${bindir} stands for.
std::vector<SubjectDescription> read_catalog(const std::filesystem::path& folder,
                                             const std::filesystem::path& executables);

/// Throws CatalogError, listing the names that there are, where there is none of this name.
const SubjectDescription& find_subject(const std::vector<SubjectDescription>& catalog,
                                       const std::string& name);

/// A command line typed by a user, to words: quotes and backslashes as in a shell, nothing else is
/// expanded. Throws CatalogError for a quote that is not closed and for a line without a word.
std::vector<std::string> split_command(const std::string& line);

}  // namespace touchstone

#include "tools/touchstone/subject_factory.h"

#include "conformance/subjects/process_subject.h"
#include "spec/load.h"
#include "tools/touchstone/installation.h"

namespace touchstone::cli {
namespace {

const std::vector<std::string>& vocabulary() {
  static const auto names = [] {
    std::vector<std::string> all;
    for (const spec::Capability& capability : spec::load(spec_folder()).capabilities)
      all.push_back(capability.name);
    return all;
  }();
  return names;
}

}  // namespace

const SubjectDescription& described(const std::string& name) {
  static const auto catalog = read_catalog(subjects_folder(), executables_folder());
  return find_subject(catalog, name);
}

std::unique_ptr<Subject> make_subject(const SubjectDescription& description, std::uint64_t seed,
                                      const SubjectOptions& options) {
  ProcessOptions process;
  process.command = options.command.empty() ? description.command : split_command(options.command);
  process.environment = description.environment;
  for (const std::string& assignment : options.environment)
    process.environment.push_back(parse_assignment(assignment));
  process.seed = seed;
  process.vocabulary = vocabulary();
  process.timeout_factor = options.timeout_factor;
  return std::make_unique<ProcessSubject>(std::move(process));
}

std::chrono::milliseconds deadline(const SubjectOptions& options) {
  const auto plain = static_cast<double>(RunRequest().deadline.count());
  return std::chrono::milliseconds(static_cast<std::int64_t>(plain * options.timeout_factor));
}

}  // namespace touchstone::cli

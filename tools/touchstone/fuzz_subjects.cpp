#include "tools/touchstone/fuzz_subjects.h"

#include "conformance/subjects/in_process/in_process_subject.h"
#include "conformance/subjects/reference/registry.h"
#include "tools/touchstone/subject_factory.h"

namespace touchstone::cli {
namespace {

std::unique_ptr<Subject> make(const std::string& name, std::uint64_t seed,
                              const SubjectOptions& options, bool killable) {
  if (name != "reference" || killable || !options.environment.empty())
    return make_subject(described(name), seed, options);
  static const native::Registry registry = reference::reference_registry();
  return std::make_unique<InProcessSubject>(registry);
}

}  // namespace

FuzzSubjects make_fuzz_subjects(const std::vector<std::string>& names, std::uint64_t seed,
                                const SubjectOptions& options, bool killable) {
  SubjectOptions of_first = options;
  of_first.environment.clear();
  return {make(names[0], seed, of_first, killable), make(names[1], seed, options, killable)};
}

}  // namespace touchstone::cli

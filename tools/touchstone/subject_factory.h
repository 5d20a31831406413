/// Makes subjects by name from their descriptions, with what the command line changes about them.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "conformance/subjects/catalog.h"
#include "conformance/subjects/subject.h"
#include "tools/touchstone/arguments.h"

namespace touchstone::cli {

/// Throws CatalogError naming the subjects there are where there is none of that name.
const SubjectDescription& described(const std::string& name);

std::unique_ptr<Subject> make_subject(const SubjectDescription& description, std::uint64_t seed,
                                      const SubjectOptions& options);

/// The deadline of a run, stretched as asked.
std::chrono::milliseconds deadline(const SubjectOptions& options);

}  // namespace touchstone::cli

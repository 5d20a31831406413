/// A small sound specification, which a test spoils in one place.
#pragma once

#include <string>
#include <vector>

#include "spec/load.h"

namespace touchstone::spec {

/// Two claims of the chapter `text`, one document of ten lines in two sections.
std::vector<SourceFile> sample_files();

/// The sample with the first occurrence of `from` replaced in one file; `from` has to be there.
std::vector<SourceFile> sample_with(const std::string& file, const std::string& from,
                                    const std::string& to);

/// The problems of load(), none where it loads.
std::vector<Problem> problems_of(const std::vector<SourceFile>& files);

}  // namespace touchstone::spec

#include "spec/sample_files.h"

#include <algorithm>
#include <stdexcept>

namespace touchstone::spec {
namespace {

constexpr const char* capabilities = R"(modules = ["abc", "queue"]

[[capability]]
name = "text.codecs"
meaning = "codecs"

[[capability]]
name = "text.strings"
meaning = "strings"
)";

constexpr const char* documents = R"([[document]]
number = "001"
file = "document.txt"
sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
lines = 10

[[document.section]]
title = "Title"
lines = "1-2"
none = "The title alone."

[[document.section]]
title = "Text"
lines = "3-10"
claims = ["text.codec.empty", "text.str.type-name"]
pending = ["files.open.missing"]
)";

constexpr const char* tombstones = R"([[tombstone]]
id = "text.str.kind"
renamed_to = "text.str.type-name"
)";

constexpr const char* text = R"([[claim]]
id = "text.codec.empty"
tier = "implied"
statement = "Empty text MUST encode to empty bytes."
sources = ["001:4-6"]
kind = "property"
verdict = "holds"
needs = ["text.codecs", "text.strings"]

[[claim]]
id = "text.str.type-name"
tier = "stated"
statement = "Text MUST be of the type named str."
sources = ["001:3", "001:7-10"]
figure = "<class 'str'>"
kind = "example"
verdict = "refuted"
truth = "Said to be unicode; it was str."
)";

}  // namespace

std::vector<SourceFile> sample_files() {
  return {{"capabilities.toml", capabilities},
          {"documents.toml", documents},
          {"text.toml", text},
          {"tombstones.toml", tombstones}};
}

std::vector<SourceFile> sample_with(const std::string& file, const std::string& from,
                                    const std::string& to) {
  auto files = sample_files();
  auto& content = std::ranges::find(files, file, &SourceFile::name)->text;
  const auto at = content.find(from);
  if (at == std::string::npos) throw std::logic_error(file + " has no " + from);
  content.replace(at, from.size(), to);
  return files;
}

std::vector<Problem> problems_of(const std::vector<SourceFile>& files) {
  try {
    load(files);
    return {};
  } catch (const SpecError& error) {
    return error.problems();
  }
}

}  // namespace touchstone::spec

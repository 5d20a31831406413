#include "spec/load.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "spec/read_file.h"
#include "spec/reading/read_chapter.h"
#include "spec/reading/read_documents.h"
#include "spec/reading/read_vocabulary.h"
#include "spec/reading/toml_tree.h"
#include "spec/sha256.h"

namespace touchstone::spec {
namespace {

namespace fs = std::filesystem;
constexpr const char* capabilities = "capabilities.toml";
constexpr const char* documents = "documents.toml";
constexpr const char* tombstones = "tombstones.toml";

using Trees = std::map<std::string, Node>;

SourceFile source_file(const fs::path& path) {
  auto text = read_file(path);
  if (!text) throw SpecError({{{path.string(), 0}, "", "this cannot be read", "a readable file"}});
  return {path.filename().string(), *std::move(text)};
}

void throw_if_any(std::vector<Problem> problems) {
  if (!problems.empty()) throw SpecError(std::move(problems));
}

Trees parse_all(const std::vector<SourceFile>& files) {
  std::vector<Problem> problems;
  Trees trees;
  for (const SourceFile& file : files) {
    if (auto tree = parse_toml(file.name, file.text, problems))
      trees.insert_or_assign(file.name, *std::move(tree));
  }
  for (const char* name : {capabilities, documents, tombstones}) {
    if (std::ranges::find(files, name, &SourceFile::name) == files.end())
      problems.push_back({{name, 0}, "", "the file is missing", "it beside the chapters"});
  }
  throw_if_any(std::move(problems));
  return trees;
}

Node take(Trees& trees, const char* name) { return std::move(trees.extract(name).mapped()); }

void sort_by_id(std::vector<Claim>& claims, std::vector<Problem>& problems) {
  std::ranges::sort(claims, {},
                    [](const Claim& c) { return std::tie(c.id, c.at.file, c.at.line); });
  for (std::size_t i = 1; i < claims.size(); ++i) {
    const Claim& first = claims[i - 1];
    if (claims[i].id.empty() || claims[i].id != first.id) continue;
    problems.push_back({claims[i].at, "id", "duplicate id " + claims[i].id,
                        "an id of its own; the other one stands in " + first.at.file + ":" +
                            std::to_string(first.at.line)});
  }
}

}  // namespace

std::vector<SourceFile> read_folder(const fs::path& folder) {
  std::error_code error;
  std::vector<SourceFile> files;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (entry->path().extension() == ".toml") files.push_back(source_file(entry->path()));
  }
  if (error)
    throw SpecError({{{folder.string(), 0},
                      "",
                      "the folder cannot be read: " + error.message(),
                      "the folder of the claims"}});
  std::ranges::sort(files, {}, &SourceFile::name);
  return files;
}

std::string spec_hash(std::vector<SourceFile> files) {
  std::ranges::sort(files, {}, &SourceFile::name);
  std::string fingerprints;
  for (const SourceFile& file : files) fingerprints += sha256(file.text) + "  " + file.name + "\n";
  return sha256(fingerprints);
}

Spec load(const std::vector<SourceFile>& files) {
  Trees trees = parse_all(files);
  std::vector<Problem> problems;
  Spec spec;
  read_capabilities(take(trees, capabilities), spec, problems);
  read_tombstones(take(trees, tombstones), spec, problems);
  read_documents(take(trees, documents), spec, problems);
  for (const auto& [name, tree] : trees) read_chapter(name, tree, spec, problems);
  sort_by_id(spec.claims, problems);
  throw_if_any(std::move(problems));
  spec.hash = spec_hash(files);
  return spec;
}

Spec load(const fs::path& folder) { return load(read_folder(folder)); }

}  // namespace touchstone::spec

/// Reads a specification: capabilities.toml, documents.toml, tombstones.toml, and every other
/// *.toml of the folder as a chapter.
///
/// Strict: an unknown key, a wrong type, a missing or empty value, an id of another chapter or of a
/// wrong shape, a duplicate, a bad line range, an unknown document or capability, a retired id in
/// use: each is a problem, and all of them are thrown in one SpecError. Where a file is missing or
/// no TOML, only that is told, since other problems would follow from it. Input of any bytes either
/// loads or throws SpecError. What is well-formed but unwise is lint's business (lint.h).
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "spec/spec.h"

namespace touchstone::spec {

/// A file of the folder: its name without the path, and what stands in it.
struct SourceFile {
  std::string name;
  std::string text;
};

/// The *.toml files of a folder in alphabetical order. Throws SpecError where one cannot be read.
std::vector<SourceFile> read_folder(const std::filesystem::path& folder);

/// A hash over names and texts; it does not depend on the order in which the files are given.
std::string spec_hash(std::vector<SourceFile> files);

Spec load(const std::vector<SourceFile>& files);
Spec load(const std::filesystem::path& folder);

}  // namespace touchstone::spec

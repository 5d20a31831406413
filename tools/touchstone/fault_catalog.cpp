#include "tools/touchstone/fault_catalog.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "spec/claim_id.h"
#include "tools/touchstone/installation.h"

namespace touchstone::cli {
namespace {

namespace fs = std::filesystem;

struct Close {
  void operator()(FILE* stream) const { pclose(stream); }
};

std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, Close> stream(popen(command.c_str(), "re"));
  if (!stream) throw std::runtime_error("cannot start " + command);
  std::string text;
  char chunk[4096];
  while (const std::size_t count = std::fread(chunk, 1, sizeof chunk, stream.get()))
    text.append(chunk, count);
  return text;
}

std::vector<PlantedFault> of_reference() {
  const std::string program = (executables_folder() / "touchstone-faulty").string();
  if (!fs::exists(program))
    throw std::runtime_error(program + " is missing: build the target touchstone-faulty");
  std::vector<PlantedFault> faults;
  std::istringstream lines(output_of("'" + program + "' --list"));
  for (std::string line; std::getline(lines, line);) {
    const auto fields = nlohmann::json::parse(line);
    PlantedFault fault;
    fault.name = fields.at("name");
    fault.what = fields.at("what");
    fault.kills = fields.at("kills");
    fault.lawful = fields.at("lawful");
    fault.tries = fields.at("tries");
    fault.subject = "reference";
    fault.command = {program, "--fault", fault.name};
    faults.push_back(std::move(fault));
  }
  return faults;
}

/// The value of a header line `# key: value`, or empty.
std::string header(const std::string& text, const std::string& key) {
  const std::string start = "# " + key + ":";
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line) && line.starts_with('#');)
    if (line.starts_with(start)) {
      const auto from = line.find_first_not_of(' ', start.size());
      return from == std::string::npos ? "" : line.substr(from);
    }
  return "";
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> words;
  std::istringstream parts(text);
  for (std::string word; std::getline(parts, word, ',');) {
    const auto from = word.find_first_not_of(' ');
    if (from != std::string::npos)
      words.push_back(word.substr(from, word.find_last_not_of(' ') - from + 1));
  }
  return words;
}

PlantedFault of_patch(const std::string& name, const fs::path& path) {
  std::ifstream file(path);
  const std::string text((std::istreambuf_iterator<char>(file)), {});
  const std::string what = header(text, "what");
  const std::string kind = header(text, "kind");
  if (what.empty() || (kind != "fault" && kind != "lawful"))
    throw std::runtime_error(path.string() +
                             ": needs header lines '# what:' and '# kind: fault|lawful'");
  const auto kills = split(header(text, "kills"));
  if (kills.empty() != (kind == "lawful"))
    throw std::runtime_error(path.string() +
                             ": a fault names claims after '# kills:', a lawful mutant none");
  PlantedFault fault;
  fault.name = name;
  fault.what = what;
  fault.kills = kills;
  fault.lawful = kind == "lawful";
  fault.tries = split(header(text, "tries"));
  fault.subject = "cpython";
  fault.environment = {"TOUCHSTONE_FAULT=" + path.string()};
  return fault;
}

/// python/threading/lock_is_reentrant.py is called python.threading.lock_is_reentrant.
std::string name_of_patch(const fs::path& path) {
  std::string name = fs::relative(path, faults_folder()).replace_extension().string();
  std::ranges::replace(name, '/', '.');
  return name;
}

std::vector<PlantedFault> of_python() {
  std::vector<PlantedFault> faults;
  for (const auto& entry : fs::recursive_directory_iterator(faults_folder() / "python"))
    if (entry.path().extension() == ".py")
      faults.push_back(of_patch(name_of_patch(entry.path()), entry.path()));
  return faults;
}

PlantedFault disturbed(const std::string& subject) {
  PlantedFault mutant;
  mutant.name = "disturbed." + subject;
  mutant.what = "All processes are stopped and continued at random moments.";
  mutant.lawful = true;
  mutant.subject = subject;
  mutant.launcher = {"/usr/bin/python3", (faults_folder() / "disturbed.py").string()};
  return mutant;
}

}  // namespace

bool names(const PlantedFault& fault, const std::string& claim) {
  return std::ranges::find(fault.kills, claim) != fault.kills.end();
}

bool is_about(const PlantedFault& fault, const std::string& claim) {
  return fault.lawful ? spec::matches_globs(fault.tries, claim) : names(fault, claim);
}

bool concerns(const PlantedFault& fault, const std::string& claim) {
  const auto& named = fault.lawful ? fault.tries : fault.kills;
  if (fault.lawful && named.empty()) return true;
  return std::ranges::any_of(named, [&](const std::string& each) {
    return spec::chapter_of(each) == spec::chapter_of(claim);
  });
}

std::vector<PlantedFault> planted_faults() {
  std::vector<PlantedFault> faults = of_reference();
  std::ranges::move(of_python(), std::back_inserter(faults));
  for (const char* subject : {"reference", "cpython"}) faults.push_back(disturbed(subject));
  std::ranges::sort(faults, {}, &PlantedFault::name);
  return faults;
}

}  // namespace touchstone::cli

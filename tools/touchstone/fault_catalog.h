/// The planted faults and lawful mutants, each with the subject that carries it: the reference's
/// come from touchstone-faulty, those of the Python runtime are patches in
/// conformance/faults/python, and both are stopped and continued by
/// conformance/faults/disturbed.py.
#pragma once

#include <string>
#include <vector>

namespace touchstone::cli {

struct PlantedFault {
  std::string name;
  std::string what;
  std::vector<std::string> kills;
  bool lawful = false;
  std::string subject;                   ///< whose description is used: reference or cpython
  std::vector<std::string> command;      ///< replaces the subject's; empty: its own
  std::vector<std::string> environment;  ///< added to the subject's
  std::vector<std::string> launcher;     ///< put in front of the command
  std::vector<std::string> tries = {};   ///< of a lawful mutant: globs over claims; empty: all
};

/// Is the claim one that the fault has to turn red? Of a lawful mutant none is.
bool names(const PlantedFault& fault, const std::string& claim);

/// Is it one that the fault names, or that the lawful mutant has to leave green?
bool is_about(const PlantedFault& fault, const std::string& claim);

/// Is it of the same chapter as one that the fault is about?
bool concerns(const PlantedFault& fault, const std::string& claim);

/// All of them, ordered by name. Throws std::runtime_error where touchstone-faulty cannot be asked
/// or a patch lacks its header.
std::vector<PlantedFault> planted_faults();

}  // namespace touchstone::cli

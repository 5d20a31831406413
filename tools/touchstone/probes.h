/// What the protocol asks of an adapter, as small scenarios whose traces are known whatever the
/// implementation behind it: what is wrong here is the adapter's.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "conformance/subjects/subject.h"

namespace touchstone::cli {

struct Probe {
  std::string_view name;
  std::string_view needs;  ///< a capability; empty: every adapter can be asked
  std::string_view scenario;
  void (*prepare)(RunRequest&);
  /// What is wrong with the trace; empty where nothing is.
  std::string (*judge)(const Trace&);
};

std::span<const Probe> probes();

/// Runs one probe. Empty where the adapter does as the protocol says.
std::string try_probe(const Probe& probe, Subject& subject, std::chrono::milliseconds deadline);

}  // namespace touchstone::cli

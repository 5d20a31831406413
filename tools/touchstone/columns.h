/// Traces side by side, so that a difference meets the eye.
#pragma once

#include <string>
#include <vector>

#include "conformance/trace/trace.h"

namespace touchstone::cli {

struct Column {
  std::string title;
  std::vector<std::string> lines;
  std::vector<std::string> compared;  ///< the same without what differs from run to run
};

Column column_of(std::string title, const Trace& trace);

/// A row that differs is marked.
std::string side_by_side(const std::vector<Column>& columns);

}  // namespace touchstone::cli

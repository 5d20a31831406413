#include "tools/touchstone/columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "conformance/trace/timeline.h"
#include "tools/touchstone/terminal.h"

namespace touchstone::cli {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::string cell(const std::vector<std::string>& lines, std::size_t row) {
  return row < lines.size() ? lines[row] : std::string();
}

/// The rows are as wide as the longest line, where that fits a screen.
std::size_t width_of(const std::vector<Column>& columns) {
  std::size_t width = 20;
  for (const Column& column : columns)
    for (const std::string& line : column.lines) width = std::max(width, line.size());
  return std::min<std::size_t>(width, 76);
}

}  // namespace

Column column_of(std::string title, const Trace& trace) {
  return {std::move(title), lines_of(timeline(trace)),
          lines_of(timeline(trace, longest_timeline, Times::virtual_only))};
}

std::string side_by_side(const std::vector<Column>& columns) {
  const std::size_t width = width_of(columns);
  std::size_t rows = 0;
  std::string text;
  for (const Column& column : columns) {
    rows = std::max(rows, column.lines.size());
    text += fmt::format("  {:<{}}", column.title, width);
  }
  text += "\n";
  for (std::size_t row = 0; row < rows; ++row) {
    std::string line;
    for (const Column& column : columns)
      line += fmt::format("  {:<{}}", cell(column.lines, row), width);
    const bool same = std::ranges::all_of(columns, [&](const Column& column) {
      return cell(column.compared, row) == cell(columns.front().compared, row);
    });
    text += (same ? line : coloured(Colour::red, "!" + line.substr(1))) + "\n";
  }
  return text;
}

}  // namespace touchstone::cli

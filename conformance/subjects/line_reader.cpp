#include "conformance/subjects/line_reader.h"

#include <algorithm>

namespace touchstone {

void LineReader::append(std::string_view bytes) {
  buffer_.erase(0, from_);
  searched_ -= from_;
  from_ = 0;
  buffer_.append(bytes);
}

std::optional<std::string_view> LineReader::next() {
  const std::size_t end = buffer_.find('\n', std::max(searched_, from_));
  if (end == std::string::npos) {
    searched_ = buffer_.size();
    overlong_ = overlong_ || buffer_.size() - from_ > longest_;
    return std::nullopt;
  }
  const std::string_view line = std::string_view(buffer_).substr(from_, end - from_);
  from_ = searched_ = end + 1;
  if (line.size() <= longest_) return line;
  overlong_ = true;
  return std::nullopt;
}

}  // namespace touchstone

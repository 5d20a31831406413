/// The mode string of `open`: one of r (read), w (truncate), a (append), x (create); + for both
/// directions; b for binary, t (or neither) for text. ValueError for anything else.
#pragma once

#include <string_view>

namespace files {

struct Mode {
  bool reads = false;
  bool writes = false;
  bool binary = false;
  int open_flags = 0;  ///< for the system's open
};

Mode parse_mode(std::string_view mode);

}  // namespace files

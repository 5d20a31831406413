/// What a subject says of itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace touchstone {

struct Hello {
  std::string name;
  std::string version;
  std::string language;
  std::string os;
  bool forks = false;  ///< runs each isolated scenario in a process of its own; else it is
                       ///< restarted after each
  std::vector<std::string> capabilities;
  bool reads_text = false;  ///< takes a plain scenario as its text, too

  bool claims(std::string_view capability) const;
};

}  // namespace touchstone

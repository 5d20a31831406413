/// What a person sees while and after a run: colours and a progress line on a terminal, plain lines
/// otherwise; NO_COLOR and TERM=dumb are honoured. Writes to stdout (results) and stderr (progress)
/// only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace touchstone::cli {

enum class Colour { none, green, yellow, red, dim, bold };

/// The text in that colour where stdout is a terminal that wants colours, else as it is.
std::string coloured(Colour colour, std::string_view text);

/// One line on stderr that is rewritten in place; nothing at all where stderr is no terminal.
class Progress {
 public:
  explicit Progress(std::size_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void advance(std::string_view current, int unexpected);

 private:
  void erase() const;

  std::size_t total_;
  std::size_t done_ = 0;
  bool shown_;
};

}  // namespace touchstone::cli

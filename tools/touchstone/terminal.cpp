#include "tools/touchstone/terminal.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace touchstone::cli {
namespace {

bool wants_colour() {
  const char* refused = std::getenv("NO_COLOR");
  if (refused != nullptr && *refused != '\0') return false;
  const char* terminal = std::getenv("TERM");
  return isatty(STDOUT_FILENO) == 1 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

const char* code(Colour colour) {
  switch (colour) {
    case Colour::green:
      return "32";
    case Colour::yellow:
      return "33";
    case Colour::red:
      return "31";
    case Colour::dim:
      return "2";
    case Colour::bold:
      return "1";
    case Colour::none:
      break;
  }
  return "0";
}

constexpr std::size_t kBarWidth = 24;

std::string bar(std::size_t done, std::size_t total) {
  const std::size_t filled = total == 0 ? kBarWidth : done * kBarWidth / total;
  return std::string(filled, '#') + std::string(kBarWidth - filled, '.');
}

}  // namespace

std::string coloured(Colour colour, std::string_view text) {
  static const bool wanted = wants_colour();
  if (!wanted || colour == Colour::none) return std::string(text);
  return fmt::format("\033[{}m{}\033[0m", code(colour), text);
}

Progress::Progress(std::size_t total) : total_(total), shown_(isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() { erase(); }

void Progress::erase() const {
  if (shown_) fmt::print(stderr, "\r\033[K");
}

void Progress::advance(std::string_view current, int unexpected) {
  ++done_;
  if (!shown_) return;
  erase();
  fmt::print(stderr, "[{}] {}/{} unexpected {} {}", bar(done_, total_), done_, total_, unexpected,
             current.substr(0, 60));
  std::fflush(stderr);
}

}  // namespace touchstone::cli

#include "impl/files/mode.h"

#include <fcntl.h>

#include <algorithm>
#include <string>

#include "impl/errors/hierarchy.h"

namespace files {
namespace {

void require_known_letters(std::string_view mode) {
  for (const char letter : mode) {
    const bool known = std::string_view("rwaxbt+").find(letter) != std::string_view::npos;
    if (!known || std::ranges::count(mode, letter) > 1) {
      throw errors::ValueError("invalid mode: '" + std::string(mode) + "'");
    }
  }
}

int creation_flags(char action) {
  switch (action) {
    case 'w':
      return O_CREAT | O_TRUNC;
    case 'a':
      return O_CREAT | O_APPEND;
    case 'x':
      return O_CREAT | O_EXCL;
    default:
      return 0;
  }
}

}  // namespace

Mode parse_mode(std::string_view mode) {
  require_known_letters(mode);
  const auto has = [&](char letter) { return mode.find(letter) != std::string_view::npos; };
  if (has('b') && has('t')) throw errors::ValueError("can't have text and binary mode at once");
  if (has('r') + has('w') + has('a') + has('x') != 1) {
    throw errors::ValueError("must have exactly one of create/read/write/append mode");
  }
  Mode parsed{has('r') || has('+'), !has('r') || has('+'), has('b')};
  const int direction = !parsed.writes ? O_RDONLY : !parsed.reads ? O_WRONLY : O_RDWR;
  parsed.open_flags = direction | O_CLOEXEC | creation_flags(mode[mode.find_first_of("rwax")]);
  return parsed;
}

}  // namespace files

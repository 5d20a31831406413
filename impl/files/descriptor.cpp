#include "impl/files/descriptor.h"

#include <unistd.h>

#include <cerrno>
#include <utility>

#include "impl/errors/hierarchy.h"

namespace files {

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

Descriptor::~Descriptor() {
  if (is_open()) ::close(number_);
}

int Descriptor::release() { return std::exchange(number_, none); }

void Descriptor::close() {
  if (!is_open()) return;
  // Linux frees the number even where it is interrupted: a second close could hit another file.
  if (::close(release()) < 0 && errno != EINTR) errors::raise_os_error(errno);
}

std::string Descriptor::read(std::size_t limit) {
  std::string bytes(limit, '\0');
  ssize_t count = 0;
  do {
    count = ::read(number_, bytes.data(), limit);
  } while (count < 0 && errno == EINTR);
  if (count < 0) errors::raise_os_error(errno);
  bytes.resize(static_cast<std::size_t>(count));
  return bytes;
}

std::string Descriptor::read_all() {
  constexpr std::size_t chunk_bytes = 65536;
  std::string all;
  while (true) {
    const std::string chunk = read(chunk_bytes);
    if (chunk.empty()) return all;
    all += chunk;
  }
}

void Descriptor::write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(number_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) errors::raise_os_error(errno);
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

}  // namespace files

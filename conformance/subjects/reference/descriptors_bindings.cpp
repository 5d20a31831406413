#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "conformance/native/operations/operations.h"
#include "conformance/native/runtime/text.h"
#include "conformance/subjects/reference/registry.h"

namespace touchstone::reference {
namespace {

using native::arg;
using native::Value;

/// The result of a system call, begun again where a signal ends it; OSError.
template <class Act>
auto checked(Act act) {
  while (true) {
    const auto result = act();
    if (result >= 0) return result;
    if (errno != EINTR) throw native::os_error(errno);
  }
}

std::string bytes_from(const Value& value) {
  std::string bytes;
  if (native::bytes_of(value, &bytes)) return bytes;
  throw native::type_error("a bytes-like object is required, not '" + native::type_name(value) +
                           "'");
}

int open_file(const Value& path, int flags, int mode) {
  std::string name;
  if (!native::bytes_of(path, &name)) name = native::from_value<std::string>(path);
  return checked([&] { return open(name.c_str(), flags | O_CLOEXEC, mode); });
}

Value make_pipe() {
  int ends[2];
  checked([&] { return pipe2(ends, O_CLOEXEC); });
  return native::make_tuple({Value(ends[0]), Value(ends[1])});
}

Value read_bytes(int descriptor, std::int64_t limit) {
  if (limit < 0) throw native::os_error(EINVAL);
  std::string bytes(static_cast<std::size_t>(limit), '\0');
  const ssize_t count = checked([&] { return read(descriptor, bytes.data(), bytes.size()); });
  bytes.resize(static_cast<std::size_t>(count));
  return native::make_bytes(bytes);
}

ssize_t write_bytes(int descriptor, const Value& data) {
  const std::string bytes = bytes_from(data);
  return checked([&] { return write(descriptor, bytes.data(), bytes.size()); });
}

bool is_blocking(int descriptor) {
  return (checked([&] { return fcntl(descriptor, F_GETFL); }) & O_NONBLOCK) == 0;
}

void set_blocking(int descriptor, bool blocking) {
  const int flags = checked([&] { return fcntl(descriptor, F_GETFL); });
  const int changed = blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK;
  checked([&] { return fcntl(descriptor, F_SETFL, changed); });
}

/// Linux frees the number even where it is interrupted: a second close could hit another file.
void close_descriptor(int descriptor) {
  if (close(descriptor) < 0 && errno != EINTR) throw native::os_error(errno);
}

}  // namespace

void bind_descriptors(native::Registry& registry) {
  registry.function("os.open", open_file, arg("path"), arg("flags"), arg("mode", 0777))
      .function("os.pipe", make_pipe);
  registry.function("os.read", read_bytes).function("os.write", write_bytes);
  registry.function("os.close", close_descriptor, arg("fd"));
  registry.function("os.get_blocking", is_blocking).function("os.set_blocking", set_blocking);
  const std::pair<const char*, int> flags[] = {{"O_RDONLY", O_RDONLY}, {"O_WRONLY", O_WRONLY},
                                               {"O_RDWR", O_RDWR},     {"O_CREAT", O_CREAT},
                                               {"O_EXCL", O_EXCL},     {"O_TRUNC", O_TRUNC},
                                               {"O_APPEND", O_APPEND}, {"O_NONBLOCK", O_NONBLOCK}};
  for (const auto& [name, flag] : flags) registry.value("os." + std::string(name), flag);
  registry.claims({"descriptors"});
}

}  // namespace touchstone::reference

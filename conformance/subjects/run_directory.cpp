#include "conformance/subjects/run_directory.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <system_error>

#include "conformance/subjects/folder.h"
#include "conformance/values/wire.h"

namespace touchstone {
namespace {

constexpr mode_t for_the_owner = 0700;
constexpr mode_t fifo_mode = 0600;

bool stands_for_itself(unsigned char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9') || byte == '.' || byte == '_' || byte == '-';
}

[[noreturn]] void fail(const std::string& what, const std::filesystem::path& path) {
  throw std::system_error(errno, std::generic_category(), what + " " + path.string());
}

/// The machine's fault; anything else is that of a name, or of who spoiled the directory.
bool is_want_of_resources(int error) {
  return error == EMFILE || error == ENFILE || error == ENOSPC || error == ENOMEM;
}

void make_directory(const std::filesystem::path& path) {
  if (mkdir(path.c_str(), for_the_owner) != 0) fail("cannot make", path);
}

Descriptor open_fifo(const std::filesystem::path& path) {
  const bool is_there = mkfifo(path.c_str(), fifo_mode) == 0 || errno == EEXIST;
  Descriptor fifo;
  if (is_there) fifo.reset(open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW));
  if (fifo.is_open()) return fifo;
  if (is_want_of_resources(errno)) fail("cannot open", path);
  throw wire::WireError("no FIFO can be at " + path.string() + ": " + std::strerror(errno));
}

bool is_value_name(std::string_view name) {
  constexpr std::string_view folder = "values/";
  if (!name.starts_with(folder)) return false;
  const std::string_view file = name.substr(folder.size());
  return !file.empty() && file.front() != '.' && std::ranges::all_of(file, stands_for_itself);
}

std::string read_all(int fd, std::size_t size) {
  std::string text(size, '\0');
  std::size_t done = 0;
  while (done < size) {
    const ssize_t count = read(fd, text.data() + done, size - done);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    done += static_cast<std::size_t>(count);
  }
  text.resize(done);
  return text;
}

/// The events' channel of a new run's directory, and the folders beside it.
Descriptor make_contents(const std::filesystem::path& path) {
  make_directory(path);
  make_directory(path / "gates");
  make_directory(path / "values");
  return open_fifo(path / "events");
}

bool holds(const OpenFolder& folder, std::size_t count) {
  const auto entries = folder.entries();
  return entries && entries->size() == count;
}

}  // namespace

std::string gate_file_name(const std::string& gate) {
  std::string name;
  for (const char c : gate) {
    const auto byte = static_cast<unsigned char>(c);
    name += stands_for_itself(byte) ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return name;
}

RunDirectory::RunDirectory(std::filesystem::path path, std::size_t most_value_bytes)
    : path_(std::move(path)),
      most_value_bytes_(most_value_bytes),
      value_bytes_left_(most_value_bytes),
      events_(make_contents(path_)),
      folder_(path_),
      gate_folder_(path_ / "gates"),
      value_folder_(path_ / "values"),
      made_(folder_.entries().value_or(OpenFolder::Entries())) {}

RunDirectory::~RunDirectory() { remove_folder(path_); }

bool RunDirectory::is_pristine() const {
  return folder_.entries() == made_ && holds(value_folder_, 0) &&
         holds(gate_folder_, gates_.size());
}

void RunDirectory::renew() {
  value_bytes_left_ = most_value_bytes_;
  for (const auto& [gate, fifo] : gates_) unlink((path_ / "gates" / gate_file_name(gate)).c_str());
  gates_.clear();
}

void RunDirectory::open_gate(const std::string& gate) {
  gates_[gate] = open_fifo(path_ / "gates" / gate_file_name(gate));
}

std::string RunDirectory::read_value(const std::string& name) {
  if (!is_value_name(name))
    throw wire::WireError("a value's file is named \"" + name +
                          "\", expected values/ and a plain name");
  const Descriptor file(
      open((path_ / name).c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
  struct stat status{};
  if (!file.is_open() || fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode))
    throw wire::WireError("there is no file " + name + ": it is written before its event");
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > value_bytes_left_)
    throw wire::WireError(
        fmt::format("{} holds {} bytes, more than a run's values may have in all", name, size));
  value_bytes_left_ -= size;
  return read_all(file.get(), size);
}

}  // namespace touchstone

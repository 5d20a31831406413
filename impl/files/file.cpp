#include "impl/files/file.h"

#include <fcntl.h>

#include <cerrno>
#include <utility>

#include "impl/text/codec.h"

namespace files {
namespace {

Descriptor open_descriptor(const std::string& path, int flags) {
  int number = -1;
  do {
    number = ::open(path.c_str(), flags, 0666);
  } while (number < 0 && errno == EINTR);
  if (number < 0) errors::raise_os_error(errno, path);
  return Descriptor(number);
}

}  // namespace

Stream::Stream(std::string path, const Mode& mode)
    : path_(std::move(path)),
      mode_(mode),
      descriptor_(files::open_descriptor(path_, mode.open_flags)) {}

const Descriptor& Stream::open_descriptor() const {
  if (closed()) throw errors::ValueError("I/O operation on closed file.");
  return descriptor_;
}

Descriptor& Stream::reading() {
  open_descriptor();
  if (!mode_.reads) throw errors::UnsupportedOperation("not readable");
  return descriptor_;
}

Descriptor& Stream::writing() {
  open_descriptor();
  if (!mode_.writes) throw errors::UnsupportedOperation("not writable");
  return descriptor_;
}

text::Bytes BinaryFile::read(std::optional<std::size_t> limit) {
  Descriptor& descriptor = reading();
  if (!limit) return descriptor.read_all();
  text::Bytes bytes;
  while (bytes.size() < *limit) {
    const text::Bytes more = descriptor.read(*limit - bytes.size());
    if (more.empty()) break;
    bytes += more;
  }
  return bytes;
}

std::size_t BinaryFile::write(const text::Bytes& bytes) {
  writing().write_all(bytes);
  return bytes.size();
}

TextFile::TextFile(std::string path, const Mode& mode, std::string encoding, std::string policy)
    : Stream(std::move(path), mode), encoding_(std::move(encoding)), policy_(std::move(policy)) {}

text::Text TextFile::read(std::optional<std::size_t> limit) {
  Descriptor& descriptor = reading();
  if (!limit || read_ahead_.size() < *limit) {
    read_ahead_ += text::decode(descriptor.read_all(), encoding_, policy_);
  }
  if (!limit) return std::exchange(read_ahead_, {});
  text::Text taken = read_ahead_.substr(0, *limit);
  read_ahead_.erase(0, *limit);
  return taken;
}

std::size_t TextFile::write(const text::Text& text) {
  writing().write_all(text::encode(text, encoding_, policy_));
  return text.size();
}

text::Data File::read(std::optional<std::size_t> limit) {
  return std::visit([&](auto& file) { return text::Data(file.read(limit)); }, file_);
}

std::size_t File::write(const text::Data& data) {
  if (auto* file = std::get_if<TextFile>(&file_)) return file->write(text::require_text(data));
  return std::get<BinaryFile>(file_).write(text::require_bytes(data));
}

File open(std::string path, std::string_view mode, const std::optional<std::string>& encoding,
          const std::optional<std::string>& policy) {
  const Mode parsed = parse_mode(mode);
  if (!parsed.binary) {
    return File(
        TextFile(std::move(path), parsed, encoding.value_or("utf-8"), policy.value_or("strict")));
  }
  if (encoding) throw errors::ValueError("binary mode doesn't take an encoding argument");
  if (policy) throw errors::ValueError("binary mode doesn't take an errors argument");
  return File(BinaryFile(std::move(path), parsed));
}

}  // namespace files

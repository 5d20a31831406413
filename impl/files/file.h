/// Files as `open` gives them: the mode, and nothing about the content, decides whether they carry
/// text or bytes.
///
/// TextFile and BinaryFile say it by their type; File is either, for callers that learn it at run
/// time, and refuses the other kind of data with a TypeError that writes nothing. Text is encoded
/// and decoded in the named set; line ends stay as they are. Unbuffered: what is written is in the
/// file when `write` returns. Errors: OSError of the system; ValueError on a closed file;
/// UnsupportedOperation against the mode's direction; those of impl/text. `close` may be called
/// again; destruction closes. Thread safety: one thread at a time. Claims: text.use.*
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "impl/files/descriptor.h"
#include "impl/files/mode.h"
#include "impl/text/data.h"

namespace files {

/// What both kinds share.
class Stream {
 public:
  bool closed() const { return !descriptor_.is_open(); }
  void close() { descriptor_.close(); }
  int fileno() const { return open_descriptor().number(); }
  const std::string& name() const { return path_; }

 protected:
  Stream(std::string path, const Mode& mode);

  Descriptor& reading();
  Descriptor& writing();

 private:
  const Descriptor& open_descriptor() const;

  std::string path_;
  Mode mode_;
  Descriptor descriptor_;
};

class BinaryFile : public Stream {
 public:
  BinaryFile(std::string path, const Mode& mode) : Stream(std::move(path), mode) {}

  /// Up to `limit` bytes, without a limit all that is left; empty at the end.
  text::Bytes read(std::optional<std::size_t> limit = std::nullopt);
  std::size_t write(const text::Bytes& bytes);
};

class TextFile : public Stream {
 public:
  TextFile(std::string path, const Mode& mode, std::string encoding, std::string policy);

  /// As above, in characters.
  text::Text read(std::optional<std::size_t> limit = std::nullopt);
  std::size_t write(const text::Text& text);

 private:
  std::string encoding_;
  std::string policy_;
  text::Text read_ahead_;  ///< decoded and not yet asked for
};

class File {
 public:
  explicit File(BinaryFile file) : file_(std::move(file)) {}
  explicit File(TextFile file) : file_(std::move(file)) {}

  text::Data read(std::optional<std::size_t> limit = std::nullopt);
  std::size_t write(const text::Data& data);
  void close() { stream().close(); }
  bool closed() const { return stream().closed(); }
  int fileno() const { return stream().fileno(); }
  bool is_text() const { return std::holds_alternative<TextFile>(file_); }

 private:
  Stream& stream() {
    return std::visit([](auto& file) -> Stream& { return file; }, file_);
  }
  const Stream& stream() const {
    return std::visit([](const auto& file) -> const Stream& { return file; }, file_);
  }

  std::variant<BinaryFile, TextFile> file_;
};

/// Python's open. ValueError for a bad mode, and for an encoding or policy given to a binary one.
File open(std::string path, std::string_view mode = "r",
          const std::optional<std::string>& encoding = std::nullopt,
          const std::optional<std::string>& policy = std::nullopt);

}  // namespace files

/// An open file descriptor with one owner, closed with it; calls are repeated where a signal
/// interrupts them. Thread safety: as a file's of the system; not while it is closed or moved.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace files {

class Descriptor {
 public:
  static constexpr int none = -1;

  explicit Descriptor(int number = none) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();

  /// `none` once it is closed.
  int number() const { return number_; }
  bool is_open() const { return number_ != none; }
  /// Gives it away unclosed.
  int release();
  /// Nothing where it is closed already. OSError where the system reports one; it is closed
  /// nevertheless.
  void close();

  /// At most `limit` bytes; empty at the end. OSError.
  std::string read(std::size_t limit);
  std::string read_all();
  void write_all(std::string_view bytes);

 private:
  int number_;
};

}  // namespace files

/// The last bytes of a stream, however long the stream is.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace touchstone {

class Tail {
 public:
  explicit Tail(std::size_t kept) : kept_(kept) {}

  void append(std::string_view bytes) {
    total_ += bytes.size();
    bytes_.append(bytes);
    if (bytes_.size() > 2 * kept_) bytes_.erase(0, bytes_.size() - kept_);
  }
  /// Says how much is missing in front of it.
  std::string text() const {
    if (total_ <= kept_) return bytes_;
    return "[" + std::to_string(total_ - kept_) + " bytes before]\n" +
           bytes_.substr(bytes_.size() - kept_);
  }
  void clear() {
    bytes_.clear();
    total_ = 0;
  }

 private:
  std::size_t kept_;
  std::size_t total_ = 0;
  std::string bytes_;
};

}  // namespace touchstone

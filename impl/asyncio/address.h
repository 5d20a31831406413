/// Internet addresses of stream sockets. Values; any thread. Errors: OSError where a name has no
/// address; OverflowError for a port out of range.
#pragma once

#include <sys/socket.h>

#include <cstdint>
#include <string>
#include <vector>

namespace asyncio {

class Address {
 public:
  Address() = default;
  Address(const sockaddr* address, socklen_t length);
  /// Of the socket's own end, or of the other; an empty one where there is none.
  static Address of_socket(int descriptor);
  static Address of_peer(int descriptor);

  int family() const { return storage_.ss_family; }
  /// Numeric.
  std::string host() const;
  std::uint16_t port() const;

  const sockaddr* data() const { return reinterpret_cast<const sockaddr*>(&storage_); }
  socklen_t length() const { return length_; }

  friend bool operator==(const Address& a, const Address& b) {
    return a.host() == b.host() && a.port() == b.port();
  }

 private:
  sockaddr_storage storage_{};
  socklen_t length_ = 0;
};

/// Empty where `host` is a name: that takes a look-up. An empty host means all interfaces.
std::vector<Address> numeric_addresses(const std::string& host, int port);
/// Asks the system, and may take its time.
std::vector<Address> look_up(const std::string& host, int port);

}  // namespace asyncio

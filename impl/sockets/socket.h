/// Stream sockets: connected pairs, sending and receiving bytes.
///
/// A socket carries bytes; the overloads for Data refuse text with a TypeError and send nothing.
/// `send` may send a part and says how much, `sendall` sends everything; `recv` gives what is
/// there, at most `limit` bytes, and empty bytes once the peer has closed and all is read.
/// Blocking; a signal does not end a wait. Errors: OSError of the system, EBADF where this socket
/// is closed, BrokenPipeError (never SIGPIPE) where the peer's is. `close` may be called again;
/// destruction closes. Thread safety: sending and receiving from two threads; not while it is
/// closed. Claims: text.use.sockets-take-bytes
#pragma once

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "impl/files/descriptor.h"
#include "impl/text/data.h"

namespace sockets {

class Socket {
 public:
  explicit Socket(files::Descriptor descriptor) : descriptor_(std::move(descriptor)) {}

  std::size_t send(std::string_view bytes);
  template <std::same_as<text::Data> Data>
  std::size_t send(const Data& data) {
    return send(std::string_view(text::require_bytes(data)));
  }
  void sendall(std::string_view bytes);
  template <std::same_as<text::Data> Data>
  void sendall(const Data& data) {
    sendall(std::string_view(text::require_bytes(data)));
  }
  text::Bytes recv(std::size_t limit);

  /// Not blocking: what would wait raises BlockingIOError.
  void setblocking(bool blocking);
  /// The system's options that are a number, such as SO_SNDBUF at SOL_SOCKET.
  void setsockopt(int level, int option, int value);
  /// `how`: SHUT_RD, SHUT_WR or SHUT_RDWR.
  void shutdown(int how);

  void close() { descriptor_.close(); }
  /// Gives the open socket away; this one counts as closed.
  files::Descriptor detach() { return std::move(descriptor_); }
  /// -1 once it is closed.
  int fileno() const { return descriptor_.number(); }

 private:
  files::Descriptor descriptor_;
};

/// Two sockets that are connected to each other.
std::pair<Socket, Socket> socketpair();

}  // namespace sockets

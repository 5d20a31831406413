#include "impl/sockets/socket.h"

#include <fcntl.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>

namespace sockets {

std::size_t Socket::send(std::string_view bytes) {
  ssize_t count = 0;
  do {
    count = ::send(fileno(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
  } while (count < 0 && errno == EINTR);
  if (count < 0) errors::raise_os_error(errno);
  return static_cast<std::size_t>(count);
}

void Socket::sendall(std::string_view bytes) {
  do {
    bytes.remove_prefix(send(bytes));
  } while (!bytes.empty());
}

text::Bytes Socket::recv(std::size_t limit) {
  text::Bytes bytes(limit, '\0');
  ssize_t count = 0;
  do {
    count = ::recv(fileno(), bytes.data(), limit, 0);
  } while (count < 0 && errno == EINTR);
  if (count < 0) errors::raise_os_error(errno);
  bytes.resize(static_cast<std::size_t>(count));
  return bytes;
}

void Socket::setblocking(bool blocking) {
  const int flags = fcntl(fileno(), F_GETFL);
  const int wanted = blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK;
  if (flags < 0 || fcntl(fileno(), F_SETFL, wanted) < 0) errors::raise_os_error(errno);
}

void Socket::setsockopt(int level, int option, int value) {
  if (::setsockopt(fileno(), level, option, &value, sizeof value) < 0)
    errors::raise_os_error(errno);
}

void Socket::shutdown(int how) {
  if (::shutdown(fileno(), how) < 0) errors::raise_os_error(errno);
}

std::pair<Socket, Socket> socketpair() {
  std::array<int, 2> numbers{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, numbers.data()) < 0)
    errors::raise_os_error(errno);
  return {Socket(files::Descriptor(numbers[0])), Socket(files::Descriptor(numbers[1]))};
}

}  // namespace sockets

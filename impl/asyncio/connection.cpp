#include "impl/asyncio/connection.h"

#include <sys/socket.h>

#include <cerrno>

#include "impl/asyncio/resolve.h"

namespace asyncio {
namespace {

/// Wakes who waits when the descriptor is writable, for a scope.
class WakeWhenWritable {
 public:
  WakeWhenWritable(LoopPointer loop, int descriptor, const Wake& wake)
      : loop_(std::move(loop)), descriptor_(descriptor) {
    loop_->add_writer(descriptor, [wake] { release(*wake); });
  }
  WakeWhenWritable(const WakeWhenWritable&) = delete;
  WakeWhenWritable& operator=(const WakeWhenWritable&) = delete;
  ~WakeWhenWritable() { loop_->remove_writer(descriptor_); }

 private:
  const LoopPointer loop_;
  const int descriptor_;
};

Coroutine<> connected(const files::Descriptor& socket, Address address) {
  const int number = socket.number();
  if (connect(number, address.data(), address.length()) == 0) co_return;
  if (errno != EINPROGRESS) errors::raise_os_error(errno);
  const Wake wake = make_wake(Loop::running());
  {
    const WakeWhenWritable waiting(Loop::running(), number, wake);
    co_await wake;
  }
  int error = 0;
  socklen_t length = sizeof error;
  getsockopt(number, SOL_SOCKET, SO_ERROR, &error, &length);
  if (error != 0) errors::raise_os_error(error);
}

}  // namespace

Coroutine<files::Descriptor> connect_socket(std::string host, int port) {
  // An empty host means this machine.
  if (host.empty()) host = "localhost";
  std::exception_ptr failure;
  for (const Address& address : co_await resolve(std::move(host), port)) {
    files::Descriptor socket(
        ::socket(address.family(), SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket.is_open()) errors::raise_os_error(errno);
    try {
      co_await connected(socket, address);
      co_return socket;
    } catch (const errors::OSError&) {
      failure = std::current_exception();
    }
  }
  std::rethrow_exception(failure);
}

Coroutine<TransportPointer> create_connection(ProtocolPointer protocol, std::string host,
                                              int port) {
  files::Descriptor socket = co_await connect_socket(std::move(host), port);
  const LoopPointer loop = Loop::running();
  const Wake made = make_wake(loop);
  auto transport = Transport::start(loop, std::move(socket), std::move(protocol), made);
  std::exception_ptr error;
  try {
    co_await made;
  } catch (...) {
    error = std::current_exception();
  }
  if (error) {
    transport->close();
    std::rethrow_exception(error);
  }
  co_return transport;
}

Coroutine<Stream> open_connection(std::string host, int port, std::int64_t limit) {
  const LoopPointer loop = Loop::running();
  const auto reader = std::make_shared<StreamReader>(loop, limit);
  const auto protocol = std::make_shared<StreamProtocol>(loop, reader);
  auto transport = co_await create_connection(protocol, std::move(host), port);
  co_return Stream{reader, std::make_shared<StreamWriter>(std::move(transport), protocol, reader)};
}

Coroutine<ServerPointer> start_server(ConnectionHandler handler, std::string host, int port,
                                      std::int64_t limit) {
  const LoopPointer loop = Loop::running();
  return create_server(
      [loop, handler = std::move(handler), limit]() -> ProtocolPointer {
        return std::make_shared<StreamProtocol>(loop, std::make_shared<StreamReader>(loop, limit),
                                                handler);
      },
      std::move(host), port);
}

}  // namespace asyncio

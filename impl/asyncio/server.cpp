#include "impl/asyncio/server.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <cerrno>

#include "impl/asyncio/resolve.h"
#include "impl/asyncio/sleep.h"

namespace asyncio {
namespace {

constexpr int backlog = 100;
constexpr Seconds accept_retry_delay(1);

files::Descriptor bound_socket(const Address& address) {
  files::Descriptor socket(
      ::socket(address.family(), SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  const int on = 1;
  const int number = socket.number();
  const bool ready =
      socket.is_open() && setsockopt(number, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0 &&
      (address.family() != AF_INET6 ||
       setsockopt(number, IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on) == 0) &&
      bind(number, address.data(), address.length()) == 0 && ::listen(number, backlog) == 0;
  if (!ready) errors::raise_os_error(errno);
  return socket;
}

bool out_of_resources(int error) {
  return error == EMFILE || error == ENFILE || error == ENOBUFS || error == ENOMEM;
}

}  // namespace

Coroutine<ServerPointer> create_server(ProtocolFactory factory, std::string host, int port) {
  std::vector<files::Descriptor> sockets;
  for (const Address& address : co_await resolve(std::move(host), port))
    sockets.push_back(bound_socket(address));
  auto server = std::make_shared<Server>(Loop::running(), std::move(sockets), std::move(factory));
  co_await server->start_serving();
  co_return server;
}

Coroutine<> Server::start_serving() {
  listen();
  co_await sleep(Seconds(0));
}

void Server::listen() {
  if (closed_) throw errors::RuntimeError("the server is closed");
  if (std::exchange(serving_, true)) return;
  for (const auto& socket : sockets_) watch(socket.number());
}

void Server::watch(int descriptor) {
  loop_->add_reader(descriptor,
                    [self = shared_from_this(), descriptor] { self->accept_all(descriptor); });
}

void Server::accept_all(int descriptor) {
  for (int i = 0; i < backlog; ++i) {
    files::Descriptor socket(accept4(descriptor, nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (socket.is_open()) {
      connect(std::move(socket));
    } else {
      if (out_of_resources(errno)) pause_accepting(descriptor, errno);
      return;
    }
  }
}

void Server::connect(files::Descriptor socket) {
  ++connections_;
  Transport::start(loop_, std::move(socket), factory_(), nullptr, [weak = weak_from_this()] {
    if (const auto self = weak.lock()) self->connection_ended();
  });
}

/// Connections wait in the kernel until others have ended.
void Server::pause_accepting(int descriptor, int error) {
  try {
    errors::raise_os_error(error);
  } catch (...) {
    loop_->call_exception_handler({.message = "socket.accept() out of system resource",
                                   .exception = std::current_exception()});
  }
  loop_->remove_reader(descriptor);
  loop_->call_later(accept_retry_delay, [self = shared_from_this(), descriptor] {
    if (!self->closed_) self->watch(descriptor);
  });
}

void Server::connection_ended() {
  if (--connections_ == 0 && closed_) wake_closed();
}

void Server::wake_closed() {
  for (const Wake& waiter : std::exchange(closing_, {})) release(*waiter);
}

std::vector<Address> Server::addresses() const {
  std::vector<Address> all;
  for (const auto& socket : sockets_) all.push_back(Address::of_socket(socket.number()));
  return all;
}

void Server::close() {
  if (std::exchange(closed_, true)) return;
  const auto self = shared_from_this();  // the loop may have been the last to keep it
  for (const auto& socket : sockets_) loop_->remove_reader(socket.number());
  sockets_.clear();
  serving_ = false;
  if (const Wake serving = std::exchange(serving_forever_, nullptr)) serving->cancel();
  if (connections_ == 0) wake_closed();
}

Coroutine<> Server::serve_forever() {
  if (serving_forever_)
    throw errors::RuntimeError("the server is already being awaited on serve_forever()");
  if (closed_) throw errors::RuntimeError("the server is closed");
  listen();
  const Wake serving = serving_forever_ = make_wake(loop_);
  std::exception_ptr error;
  try {
    co_await serving;
  } catch (...) {
    error = std::current_exception();
  }
  if (serving_forever_ == serving) serving_forever_.reset();
  if (errors::matches(error, "CancelledError")) close();
  if (error) std::rethrow_exception(error);
}

Coroutine<> Server::wait_closed() {
  if (closed_) co_return;
  const Wake waiter = closing_.emplace_back(make_wake(loop_));
  co_await waiter;
}

}  // namespace asyncio

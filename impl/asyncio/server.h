/// A server: listening sockets whose connections go to protocols of their own.
///
/// `close` stops listening and leaves the connections alone. `serve_forever` ends by a cancellation
/// only, and closes the server then. Errors: RuntimeError for serving what is closed, and for a
/// second serve_forever. It outlives its coroutines; who drops it closes it. The loop's thread
/// alone. Claims: asyncio.streams.*
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "impl/asyncio/coroutine.h"
#include "impl/asyncio/transport.h"

namespace asyncio {

using ProtocolFactory = std::function<ProtocolPointer()>;

class Server : public std::enable_shared_from_this<Server> {
 public:
  Server(LoopPointer loop, std::vector<files::Descriptor> sockets, ProtocolFactory factory)
      : loop_(std::move(loop)), sockets_(std::move(sockets)), factory_(std::move(factory)) {}
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  Coroutine<> start_serving();
  Coroutine<> serve_forever();
  bool is_serving() const { return serving_; }
  /// Bound addresses; none once it is closed.
  std::vector<Address> addresses() const;
  void close();
  /// Returns once it is closed and its connections have ended, as CPython 3.11 does: at once where
  /// it is closed already.
  Coroutine<> wait_closed();

 private:
  void listen();
  void watch(int descriptor);
  void accept_all(int descriptor);
  void connect(files::Descriptor socket);
  void pause_accepting(int descriptor, int error);
  void connection_ended();
  void wake_closed();

  const LoopPointer loop_;
  std::vector<files::Descriptor> sockets_;
  const ProtocolFactory factory_;
  std::vector<Wake> closing_;
  Wake serving_forever_;
  std::size_t connections_ = 0;
  bool serving_ = false;
  bool closed_ = false;
};

using ServerPointer = std::shared_ptr<Server>;

/// Listens at all addresses of `host` (empty: all interfaces); port 0 means a free one. OSError
/// where one cannot be had.
Coroutine<ServerPointer> create_server(ProtocolFactory factory, std::string host, int port);

}  // namespace asyncio

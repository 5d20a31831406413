/// Connections to servers, by callbacks or as streams, and servers of streams. Errors: OSError of
/// the last address that was tried, as ConnectionRefusedError where nobody listens. Where a loop
/// runs. Claims: asyncio.streams.*
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <utility>

#include "impl/asyncio/server.h"
#include "impl/asyncio/stream_writer.h"
#include "impl/asyncio/task.h"

namespace asyncio {

/// A connected socket; the addresses of `host` are tried in turn.
Coroutine<files::Descriptor> connect_socket(std::string host, int port);

Coroutine<TransportPointer> create_connection(ProtocolPointer protocol, std::string host, int port);

struct Stream {
  StreamReaderPointer reader;
  StreamWriterPointer writer;
};

Coroutine<Stream> open_connection(std::string host, int port,
                                  std::int64_t limit = StreamReader::default_limit);

/// An error of the task that serves a connection ends that connection alone.
Coroutine<ServerPointer> start_server(ConnectionHandler handler, std::string host, int port,
                                      std::int64_t limit = StreamReader::default_limit);

/// `serve(reader, writer)` is a coroutine, which runs as a task for each connection.
template <class Serve>
  requires std::same_as<std::invoke_result_t<Serve&, StreamReaderPointer, StreamWriterPointer>,
                        Coroutine<>>
Coroutine<ServerPointer> start_server(Serve serve, std::string host, int port,
                                      std::int64_t limit = StreamReader::default_limit) {
  ConnectionHandler handler = [serve = std::move(serve)](
                                  StreamReaderPointer reader,
                                  StreamWriterPointer writer) mutable -> FuturePointer {
    return create_task(serve(std::move(reader), std::move(writer)));
  };
  return start_server(std::move(handler), std::move(host), port, limit);
}

}  // namespace asyncio

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
/// Over a connected socket, which it takes over.
Coroutine<TransportPointer> create_connection(ProtocolPointer protocol, files::Descriptor socket);

struct Stream {
  StreamReaderPointer reader;
  StreamWriterPointer writer;
};

Coroutine<Stream> open_connection(std::string host, int port,
                                  std::int64_t limit = StreamReader::default_limit);
Coroutine<Stream> open_connection(files::Descriptor socket,
                                  std::int64_t limit = StreamReader::default_limit);

/// An error of the task that serves a connection ends that connection alone.
Coroutine<ServerPointer> start_server(ConnectionHandler handler, std::string host, int port,
                                      std::int64_t limit = StreamReader::default_limit);

template <class Serve>
concept ConnectionCoroutine =
    std::same_as<std::invoke_result_t<Serve&, StreamReaderPointer, StreamWriterPointer>,
                 Coroutine<>>;

/// `serve(reader, writer)` runs as a task for each connection.
template <ConnectionCoroutine Serve>
ConnectionHandler in_tasks(Serve serve) {
  return [serve = std::move(serve)](StreamReaderPointer reader,
                                    StreamWriterPointer writer) mutable -> FuturePointer {
    return create_task(serve(std::move(reader), std::move(writer)));
  };
}
template <ConnectionCoroutine Serve>
Coroutine<ServerPointer> start_server(Serve serve, std::string host, int port,
                                      std::int64_t limit = StreamReader::default_limit) {
  return start_server(in_tasks(std::move(serve)), std::move(host), port, limit);
}

}  // namespace asyncio

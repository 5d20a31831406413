/// Connections to servers, by callbacks or as streams, and servers of streams. Errors: OSError of
/// the last address that was tried, as ConnectionRefusedError where nobody listens. Where a loop
/// runs. Claims: asyncio.streams.*
#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "impl/asyncio/server.h"
#include "impl/asyncio/stream_writer.h"

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

/// `handler` runs as a task for each connection; an error of it ends that connection alone.
Coroutine<ServerPointer> start_server(ConnectionHandler handler, std::string host, int port,
                                      std::int64_t limit = StreamReader::default_limit);

}  // namespace asyncio

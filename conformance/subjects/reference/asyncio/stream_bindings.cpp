#include "conformance/native/run.h"
#include "conformance/subjects/reference/asyncio/asyncio_bindings.h"
#include "conformance/subjects/reference/asyncio/coroutines.h"
#include "conformance/subjects/reference/asyncio/loops.h"
#include "conformance/subjects/reference/asyncio/streams.h"
#include "conformance/subjects/reference/asyncio/tasks.h"
#include "impl/asyncio/connection.h"

namespace touchstone::reference {
namespace {

using asyncio::StreamReader;
using asyncio::StreamReaderPointer;
using asyncio::StreamWriter;
using asyncio::StreamWriterPointer;
using native::arg;
using native::Call;
using native::keyword_arg;

struct AsBytes {
  Value operator()(std::string data) const { return native::make_bytes(std::move(data)); }
};

/// A reading method with one optional argument: `read(reader, argument)` gives the coroutine.
template <class Read>
auto reading_method(std::string name, native::Parameter parameter, Read read) {
  return [name = std::move(name), parameter = std::move(parameter), read](const Value& self,
                                                                          Call& call) {
    const Value argument = call.match({parameter}).front();
    auto reader = native::from_value<StreamReaderPointer>(self);
    return implemented(
        name, [reader = std::move(reader), argument, read] { return read(*reader, argument); },
        AsBytes());
  };
}

StreamReaderPointer make_reader(std::int64_t limit, const Value& loop) {
  return std::make_shared<StreamReader>(
      loop.is_none() ? current_loop() : native::from_value<LoopHandle>(loop).loop, limit);
}

/// The next line of an `async for`; StopAsyncIteration at the end.
asyncio::Coroutine<std::string> next_line(StreamReaderPointer reader) {
  std::string line = co_await reader->readline();
  if (line.empty()) throw native::python_error("StopAsyncIteration", "");
  co_return line;
}

void bind_readers(native::Registry& registry) {
  const auto count = [](StreamReader& reader, const Value& n) {
    return reader.read(native::int64_from(n));
  };
  const auto exactly = [](StreamReader& reader, const Value& n) {
    return reader.readexactly(native::int64_from(n));
  };
  const auto until = [](StreamReader& reader, const Value& separator) {
    return reader.readuntil(std::string(*bytes_from(separator)));
  };
  registry.type<StreamReader>("asyncio.StreamReader")
      .constructor_from(make_reader, arg("limit", StreamReader::default_limit),
                        arg("loop", Value()))
      .method("read", reading_method("read", arg("n", -1), count))
      .method("readexactly", reading_method("readexactly", arg("n"), exactly))
      .method("readuntil",
              reading_method("readuntil", arg("separator", native::make_bytes("\n")), until))
      .method("readline",
              coroutine_method<StreamReader>("readline", &StreamReader::readline, AsBytes()))
      .method("at_eof", &StreamReader::at_eof)
      .method("feed_data",
              [](StreamReader& self, const Value& data) { self.feed_data(*bytes_from(data)); })
      .method("feed_eof", &StreamReader::feed_eof)
      .method("exception",
              [](StreamReader& self) {
                return self.exception() ? exception_of(self.exception()) : Value();
              })
      .method("__aiter__", [](const Value& self, Call&) { return self; })
      .method("__anext__", [](const Value& self, Call&) {
        return implemented(
            "__anext__",
            [reader = native::from_value<StreamReaderPointer>(self)] { return next_line(reader); },
            AsBytes());
      });
}

void bind_writers(native::Registry& registry) {
  registry.type<StreamWriter>("asyncio.StreamWriter")
      .method("write", [](StreamWriter& self, const Value& data) { self.write(*bytes_from(data)); })
      .method("writelines",
              [](StreamWriter& self, const Value& lines) {
                std::vector<std::string> all;
                for (const Value& line : native::items_of(lines))
                  all.emplace_back(*bytes_from(line));
                self.writelines(all);
              })
      .method("write_eof", &StreamWriter::write_eof)
      .method("can_write_eof", [](StreamWriter&) { return true; })
      .method("drain", coroutine_method<StreamWriter>("drain", &StreamWriter::drain))
      .method("close", &StreamWriter::close)
      .method("is_closing", &StreamWriter::is_closing)
      .method("wait_closed",
              coroutine_method<StreamWriter>("wait_closed", &StreamWriter::wait_closed))
      .method("get_extra_info", extra_info<StreamWriter>, arg("name"), arg("default", Value()));
}

/// A listening socket of a server, to be asked.
struct ListeningSocket {
  asyncio::Address address;
};

Value sockets_of(asyncio::Server& server) {
  native::Values sockets;
  for (const asyncio::Address& address : server.addresses())
    sockets.push_back(native::to_value(ListeningSocket{address}));
  return native::make_tuple(std::move(sockets));
}

asyncio::Coroutine<> close_server(asyncio::ServerPointer server) {
  server->close();
  co_await server->wait_closed();
}

void bind_servers(native::Registry& registry) {
  using asyncio::Server;
  registry.type<ListeningSocket>("asyncio.TransportSocket")
      .method("getsockname", [](ListeningSocket& self) { return address_value(self.address); });
  registry.type<Server>("asyncio.Server")
      .property("sockets", [](Server& self) { return sockets_of(self); })
      .method("start_serving", coroutine_method<Server>("start_serving", &Server::start_serving))
      .method("serve_forever", coroutine_method<Server>("serve_forever", &Server::serve_forever))
      .method("is_serving", &Server::is_serving)
      .method("close", &Server::close)
      .method("wait_closed", coroutine_method<Server>("wait_closed", &Server::wait_closed))
      .method("__aenter__", [](const Value& self,
                               Call&) { return immediate("__aenter__", [self] { return self; }); })
      .method("__aexit__", [](const Value& self, Call&) {
        return implemented("__aexit__", [server = native::from_value<asyncio::ServerPointer>(
                                             self)] { return close_server(server); });
      });
}

/// Calls the scenario's function; where that gives a coroutine it becomes a task.
asyncio::ConnectionHandler connection_handler(const Value& function) {
  return [function](StreamReaderPointer reader, StreamWriterPointer writer) -> FuturePointer {
    const Value serving = for_implementation([&] {
      return native::call(
          function, {native::to_value(std::move(reader)), native::to_value(std::move(writer))});
    });
    return is_coroutine(serving) ? start_task(asyncio::Loop::running(), serving) : nullptr;
  };
}

Value start_server(const Value& handler, const Value& host, const Value& port, std::int64_t limit) {
  return implemented("start_server", [handler, host, port, limit] {
    return asyncio::start_server(connection_handler(handler), host_from(host), port_from(port),
                                 limit);
  });
}

Value open_connection(const Value& host, const Value& port, std::int64_t limit,
                      const Value& socket) {
  return implemented(
      "open_connection",
      [host, port, limit, socket] {
        return socket.is_none() ? asyncio::open_connection(host_from(host), port_from(port), limit)
                                : asyncio::open_connection(taken_over(socket, host, port), limit);
      },
      [](asyncio::Stream stream) {
        return native::make_tuple({native::to_value(std::move(stream.reader)),
                                   native::to_value(std::move(stream.writer))});
      });
}

Value incomplete_read(const asyncio::IncompleteReadError& error) {
  const native::Ref<native::Class> cls(
      &native::current_run().registry().find_class("asyncio.IncompleteReadError"));
  const Value expected =
      error.expected ? Value(static_cast<std::int64_t>(*error.expected)) : Value();
  const auto made =
      native::make<native::Exception>(cls, native::Values{native::make_str(error.message())});
  native::set_attribute(made, "partial", native::make_bytes(error.partial));
  native::set_attribute(made, "expected", expected);
  return made;
}

Value limit_overrun(const asyncio::LimitOverrunError& error) {
  const native::Ref<native::Class> cls(
      &native::current_run().registry().find_class("asyncio.LimitOverrunError"));
  const auto made =
      native::make<native::Exception>(cls, native::Values{native::make_str(error.message())});
  native::set_attribute(made, "consumed", static_cast<std::int64_t>(error.consumed));
  return made;
}

}  // namespace

void bind_streams(native::Registry& registry) {
  registry.error_class("asyncio.IncompleteReadError", "EOFError")
      .error_class("asyncio.LimitOverrunError", "Exception");
  registry.translate<asyncio::IncompleteReadError>(incomplete_read);
  registry.translate<asyncio::LimitOverrunError>(limit_overrun);
  bind_readers(registry);
  bind_writers(registry);
  bind_servers(registry);
  registry
      .function("asyncio.start_server", start_server, arg("client_connected_cb"),
                arg("host", Value()), arg("port", Value()),
                keyword_arg("limit", StreamReader::default_limit))
      .function("asyncio.open_connection", open_connection, arg("host", Value()),
                arg("port", Value()), keyword_arg("limit", StreamReader::default_limit),
                keyword_arg("sock", Value()));
  registry.claims({"asyncio.streams"});
}

}  // namespace touchstone::reference

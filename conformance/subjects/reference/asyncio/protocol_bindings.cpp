#include "conformance/subjects/reference/asyncio/asyncio_bindings.h"
#include "conformance/subjects/reference/asyncio/coroutines.h"
#include "conformance/subjects/reference/asyncio/streams.h"
#include "impl/asyncio/connection.h"

namespace touchstone::reference {
namespace {

using asyncio::Transport;
using asyncio::TransportPointer;
using native::arg;
using native::Call;

/// Stand for the classes from which a scenario's protocols derive.
struct BaseProtocolClass {};
struct ProtocolClass {};
struct DatagramProtocolClass {};

/// Calls the methods of the scenario's protocol.
class ScenarioProtocol final : public asyncio::Protocol {
 public:
  explicit ScenarioProtocol(Value object) : object_(std::move(object)) {}
  const Value& object() const { return object_; }

  void connection_made(const TransportPointer& transport) override {
    tell("connection_made", {native::to_value(transport)});
  }
  void data_received(std::string_view data) override {
    tell("data_received", {native::make_bytes(std::string(data))});
  }
  bool eof_received() override { return native::truth(tell("eof_received")); }
  void connection_lost(const std::exception_ptr& error) override {
    tell("connection_lost", {error ? exception_of(error) : Value()});
  }
  void pause_writing() override { tell("pause_writing"); }
  void resume_writing() override { tell("resume_writing"); }

 private:
  Value tell(std::string_view method, native::Values arguments = {}) {
    return for_implementation(
        [&] { return native::call(native::get_attribute(object_, method), std::move(arguments)); });
  }

  const Value object_;
};

std::shared_ptr<ScenarioProtocol> make_protocol(const Value& factory) {
  return for_implementation(
      [&] { return std::make_shared<ScenarioProtocol>(native::call(factory)); });
}

/// What a protocol hears unless its class says otherwise.
Value ignore(const Value&, Call&) { return {}; }

void bind_protocol_classes(native::Registry& registry) {
  registry.type<BaseProtocolClass>("asyncio.BaseProtocol")
      .constructor<>()
      .method("connection_made", ignore)
      .method("connection_lost", ignore)
      .method("pause_writing", ignore)
      .method("resume_writing", ignore);
  registry.type<ProtocolClass>("asyncio.Protocol", "asyncio.BaseProtocol")
      .method("data_received", ignore)
      .method("eof_received", ignore);
  registry.type<DatagramProtocolClass>("asyncio.DatagramProtocol", "asyncio.BaseProtocol")
      .method("datagram_received", ignore)
      .method("error_received", ignore);
}

void bind_transports(native::Registry& registry) {
  registry.type<Transport>("asyncio.Transport")
      .method("write", [](Transport& self, const Value& data) { self.write(*bytes_from(data)); })
      .method("write_eof", &Transport::write_eof)
      .method("close", &Transport::close)
      .method("abort", &Transport::abort)
      .method("is_closing", &Transport::is_closing)
      .method("pause_reading", &Transport::pause_reading)
      .method("resume_reading", &Transport::resume_reading)
      .method("is_reading", &Transport::is_reading)
      .method("get_write_buffer_size", &Transport::write_buffer_size)
      .method("get_extra_info", extra_info<Transport>, arg("name"), arg("default", Value()));
}

asyncio::Coroutine<Value> connection(Value factory, Value host, Value port, Value socket) {
  files::Descriptor connected;
  if (socket.is_none()) {
    connected = co_await asyncio::connect_socket(host_from(host), port_from(port));
  } else {
    connected = taken_over(socket, host, port);
  }
  const auto protocol = make_protocol(factory);
  auto transport = co_await asyncio::create_connection(protocol, std::move(connected));
  co_return native::make_tuple({native::to_value(std::move(transport)), protocol->object()});
}

Value create_connection(LoopHandle&, const Value& factory, const Value& host, const Value& port,
                        const Value& socket) {
  return implemented("create_connection", [factory, host, port, socket] {
    return connection(factory, host, port, socket);
  });
}

Value create_server(LoopHandle&, const Value& factory, const Value& host, const Value& port) {
  return implemented("create_server", [factory, host, port] {
    return asyncio::create_server(
        [factory]() -> asyncio::ProtocolPointer { return make_protocol(factory); }, host_from(host),
        port_from(port));
  });
}

}  // namespace

void bind_protocols(native::Registry& registry) {
  bind_protocol_classes(registry);
  bind_transports(registry);
  registry.type<LoopHandle>("asyncio.AbstractEventLoop")
      .method("create_connection", create_connection, arg("protocol_factory"), arg("host", Value()),
              arg("port", Value()), native::keyword_arg("sock", Value()))
      .method("create_server", create_server, arg("protocol_factory"), arg("host", Value()),
              arg("port", Value()));
  registry.claims({"asyncio.protocols"});
}

}  // namespace touchstone::reference

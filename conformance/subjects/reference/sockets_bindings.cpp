#include <sys/socket.h>

#include "conformance/native/operations/operations.h"
#include "conformance/native/runtime/text.h"
#include "conformance/subjects/reference/data_values.h"
#include "conformance/subjects/reference/registry.h"
#include "impl/sockets/socket.h"

namespace touchstone::reference {

using native::Value;

Value value_of(const text::Data& data) {
  if (const auto* bytes = std::get_if<text::Bytes>(&data)) return native::make_bytes(*bytes);
  return native::make_str(std::get<text::Text>(data));
}

text::Data data_from(const Value& value) {
  text::Bytes bytes;
  if (native::bytes_of(value, &bytes)) return bytes;
  if (const auto* text = native::as<native::Str>(value)) return text->points();
  throw native::type_error("a bytes-like object is required, not '" + native::type_name(value) +
                           "'");
}

namespace {

Value socket_pair() {
  auto [left, right] = sockets::socketpair();
  return native::make_tuple(
      {native::to_value(std::move(left)), native::to_value(std::move(right))});
}

}  // namespace

void bind_sockets(native::Registry& registry) {
  using sockets::Socket;
  registry.type<Socket>("socket.socket")
      .method("send",
              [](Socket& socket, const Value& data) { return socket.send(data_from(data)); })
      .method("sendall", [](Socket& socket, const Value& data) { socket.sendall(data_from(data)); })
      .method("recv", [](Socket& socket,
                         std::size_t limit) { return native::make_bytes(socket.recv(limit)); })
      .method("setblocking", &Socket::setblocking)
      .method("setsockopt", &Socket::setsockopt)
      .method("shutdown", &Socket::shutdown)
      .method("close", &Socket::close)
      .method("fileno", &Socket::fileno)
      .method("__exit__",
              [](Socket& socket, const Value&, const Value&, const Value&) { socket.close(); })
      .cls()
      .attributes()
      .set("__enter__", native::make<native::Builtin>(
                            "__enter__", [](native::Call& call) { return call[0]; }, true));
  registry.function("socket.socketpair", socket_pair);
  const std::pair<const char*, std::int64_t> numbers[] = {{"SHUT_RD", SHUT_RD},
                                                          {"SHUT_WR", SHUT_WR},
                                                          {"SHUT_RDWR", SHUT_RDWR},
                                                          {"SOL_SOCKET", SOL_SOCKET},
                                                          {"SO_SNDBUF", SO_SNDBUF}};
  for (const auto& [name, number] : numbers) registry.value("socket." + std::string(name), number);
  registry.claims({"socket.socketpair"});
}

}  // namespace touchstone::reference

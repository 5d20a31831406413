#include "conformance/subjects/reference/asyncio/streams.h"

#include <netinet/in.h>

#include "conformance/native/convert.h"
#include "impl/sockets/socket.h"

namespace touchstone::reference {

native::BytesView bytes_from(const Value& value) {
  const native::BytesView data(value);
  if (data.has_value()) return data;
  throw native::type_error("data argument must be a bytes-like object, not '" +
                           native::type_name(value) + "'");
}

Value address_value(const asyncio::Address& address) {
  native::Values parts{native::make_str(address.host()), static_cast<std::int64_t>(address.port())};
  if (address.family() == AF_INET6) parts.insert(parts.end(), 2, Value(0));
  return native::make_tuple(std::move(parts));
}

std::string host_from(const Value& host) {
  return host.is_none() ? "" : native::from_value<std::string>(host);
}
int port_from(const Value& port) { return port.is_none() ? 0 : native::from_value<int>(port); }

files::Descriptor taken_over(const Value& socket, const Value& host, const Value& port) {
  if (!host.is_none() || !port.is_none())
    throw native::value_error("host/port and sock can not be specified at the same time");
  auto descriptor = native::from_value<sockets::Socket>(socket).detach();
  if (!descriptor.is_open()) throw native::value_error("sock is closed: give a connected one");
  return descriptor;
}

}  // namespace touchstone::reference

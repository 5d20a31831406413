#include "conformance/subjects/reference/asyncio/streams.h"

#include <netinet/in.h>

#include "conformance/native/convert.h"

namespace touchstone::reference {

std::string bytes_from(const Value& value) {
  std::string data;
  if (native::bytes_of(value, &data)) return data;
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

}  // namespace touchstone::reference

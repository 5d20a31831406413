/// Addresses and bytes between impl/asyncio's connections and the scenario.
#pragma once

#include <string>

#include "conformance/subjects/reference/asyncio/handles.h"
#include "impl/asyncio/address.h"

namespace touchstone::reference {

/// (host, port), or (host, port, 0, 0) of an IPv6 one.
Value address_value(const asyncio::Address& address);
/// TypeError for what is not bytes-like.
std::string bytes_from(const Value& value);
/// None: all interfaces, or this machine.
std::string host_from(const Value& host);
/// None: 0.
int port_from(const Value& port);

/// What get_extra_info tells of a connection's end.
template <class End>
Value extra_info(End& self, const std::string& name, const Value& fallback) {
  if (name == "peername") return address_value(self.peername());
  if (name == "sockname") return address_value(self.sockname());
  return fallback;
}

}  // namespace touchstone::reference

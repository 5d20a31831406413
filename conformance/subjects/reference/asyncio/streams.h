/// Addresses and bytes between impl/asyncio's connections and the scenario.
#pragma once

#include <string>

#include "conformance/native/runtime/text.h"
#include "conformance/subjects/reference/asyncio/handles.h"
#include "impl/asyncio/address.h"
#include "impl/files/descriptor.h"

namespace touchstone::reference {

/// (host, port), or (host, port, 0, 0) of an IPv6 one.
Value address_value(const asyncio::Address& address);
/// TypeError for what is not bytes-like.
native::BytesView bytes_from(const Value& value);
/// None: all interfaces, or this machine.
std::string host_from(const Value& host);
/// None: 0.
int port_from(const Value& port);

/// The connected socket that a connection is to be made of. ValueError beside a host or port, and
/// for one that is closed.
files::Descriptor taken_over(const Value& socket, const Value& host, const Value& port);

/// What get_extra_info tells of a connection's end.
template <class End>
Value extra_info(End& self, const std::string& name, const Value& fallback) {
  if (name == "peername") return address_value(self.peername());
  if (name == "sockname") return address_value(self.sockname());
  return fallback;
}

}  // namespace touchstone::reference

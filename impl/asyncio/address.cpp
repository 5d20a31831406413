#include "impl/asyncio/address.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>

#include <array>
#include <cstring>
#include <memory>

#include "impl/errors/hierarchy.h"

namespace asyncio {
namespace {

std::vector<Address> addresses(const std::string& host, int port, int flags) {
  if (port < 0 || port > 65535) throw errors::OverflowError("port must be 0-65535.");
  addrinfo hints{};
  hints.ai_socktype = SOCK_STREAM;
  hints.ai_flags = flags | AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  const int error = getaddrinfo(host.empty() ? nullptr : host.c_str(), std::to_string(port).c_str(),
                                &hints, &found);
  if (error == EAI_NONAME && (flags & AI_NUMERICHOST) != 0) return {};
  if (error != 0) throw errors::OSError(std::string(gai_strerror(error)));
  const std::unique_ptr<addrinfo, decltype(&freeaddrinfo)> list(found, freeaddrinfo);
  std::vector<Address> result;
  for (const addrinfo* each = found; each != nullptr; each = each->ai_next)
    result.emplace_back(each->ai_addr, each->ai_addrlen);
  return result;
}

template <class Query>
Address asked(int descriptor, Query query) {
  sockaddr_storage storage{};
  socklen_t length = sizeof storage;
  auto* const address = reinterpret_cast<sockaddr*>(&storage);
  if (query(descriptor, address, &length) < 0) return {};
  return {address, length};
}

}  // namespace

Address::Address(const sockaddr* address, socklen_t length) : length_(length) {
  std::memcpy(&storage_, address, length);
}

Address Address::of_socket(int descriptor) { return asked(descriptor, getsockname); }
Address Address::of_peer(int descriptor) { return asked(descriptor, getpeername); }

std::string Address::host() const {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const void* bytes = nullptr;
  if (family() == AF_INET) {
    bytes = &reinterpret_cast<const sockaddr_in&>(storage_).sin_addr;
  } else if (family() == AF_INET6) {
    bytes = &reinterpret_cast<const sockaddr_in6&>(storage_).sin6_addr;
  } else {
    return {};
  }
  return inet_ntop(family(), bytes, text.data(), text.size());
}

std::uint16_t Address::port() const {
  if (family() == AF_INET) return ntohs(reinterpret_cast<const sockaddr_in&>(storage_).sin_port);
  if (family() == AF_INET6) return ntohs(reinterpret_cast<const sockaddr_in6&>(storage_).sin6_port);
  return 0;
}

std::vector<Address> numeric_addresses(const std::string& host, int port) {
  return addresses(host, port, AI_NUMERICHOST);
}
std::vector<Address> look_up(const std::string& host, int port) { return addresses(host, port, 0); }

}  // namespace asyncio

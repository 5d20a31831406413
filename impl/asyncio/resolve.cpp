#include "impl/asyncio/resolve.h"

#include "impl/asyncio/executor.h"

namespace asyncio {

Coroutine<std::vector<Address>> resolve(std::string host, int port) {
  auto addresses = numeric_addresses(host, port);
  if (addresses.empty())
    addresses = co_await to_thread([host, port] { return look_up(host, port); });
  co_return addresses;
}

}  // namespace asyncio

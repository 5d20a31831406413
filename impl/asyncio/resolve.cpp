#include "impl/asyncio/resolve.h"

#include "impl/asyncio/executor.h"

namespace asyncio {

Coroutine<std::vector<Address>> resolve(std::string host, int port) {
  auto addresses = numeric_addresses(host, port);
  if (addresses.empty()) {
    // Named: g++ 12 destroys a temporary closure in a co_await twice.
    auto job = [host, port] { return look_up(host, port); };
    addresses = co_await to_thread(std::move(job));
  }
  co_return addresses;
}

}  // namespace asyncio

/// The addresses of a host: at once where it is numeric, else by a thread that asks the system.
/// OSError where it has none.
#pragma once

#include <string>
#include <vector>

#include "impl/asyncio/address.h"
#include "impl/asyncio/coroutine.h"

namespace asyncio {

Coroutine<std::vector<Address>> resolve(std::string host, int port);

}  // namespace asyncio

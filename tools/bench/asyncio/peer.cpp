#include "tools/bench/asyncio/peer.h"

#include <fmt/format.h>

#include <cstdio>
#include <exception>
#include <iostream>
#include <stdexcept>

namespace touchstone::bench {
namespace {

std::int64_t measured(const Operations& operations, const std::string& name, std::size_t count) {
  const auto operation = operations.find(name);
  if (operation == operations.end()) throw std::invalid_argument("there is no operation " + name);
  const Outcome outcome = operation->second(count);
  if (outcome.done != count)
    throw std::logic_error(fmt::format("{} did {} of {}", name, outcome.done, count));
  return outcome.figure;
}

}  // namespace

int serve(const Operations& operations) {
  std::string name;
  std::size_t count = 0;
  while (std::cin >> name >> count) {
    try {
      fmt::print("{}\n", measured(operations, name, count));
    } catch (const std::exception& error) {
      fmt::print(stderr, "{}\n", error.what());
      return 1;
    }
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace touchstone::bench

/// What fuzz targets share. A target is one file that defines LLVMFuzzerTestOneInput; it is built
/// with libFuzzer where TOUCHSTONE_FUZZ is on, and always with replay.cpp, which runs it over its
/// corpus as a test.
#pragma once

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace touchstone::fuzzing {

inline std::string_view text(const unsigned char* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Aborts, which every fuzzer takes for a crash, where a law does not hold.
inline void demand(bool holds, const char* law, const std::string& where) {
  if (holds) return;
  std::fprintf(stderr, "violated: %s for\n%s\n", law, where.c_str());
  std::abort();
}

}  // namespace touchstone::fuzzing

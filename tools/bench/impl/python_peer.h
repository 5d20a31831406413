/// CPython's side of the comparison: an interpreter that runs python_peer.py, with an empty
/// environment and isolated from its user's settings.
#pragma once

#include <sys/types.h>

#include <cstddef>
#include <cstdio>
#include <string>

#include "tools/bench/impl/stopwatch.h"

namespace touchstone::bench {

class PythonPeer {
 public:
  PythonPeer(const std::string& interpreter, const std::string& script);
  PythonPeer(const PythonPeer&) = delete;
  PythonPeer& operator=(const PythonPeer&) = delete;
  ~PythonPeer();

  /// How long `count` of the operation took, by its own clock. Throws std::runtime_error where it
  /// gives no figure: what it had to say stands on stderr.
  Nanoseconds measure(const std::string& operation, std::size_t count) const;

 private:
  FILE* requests_ = nullptr;
  FILE* replies_ = nullptr;
  pid_t pid_ = -1;
};

}  // namespace touchstone::bench

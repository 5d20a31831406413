/// The yardstick: a child process that sends each byte back, over two pipes. One round trip is the
/// least that talking to any process costs.
#pragma once

#include <sys/types.h>

namespace touchstone::bench {

class PipePeer {
 public:
  PipePeer();
  PipePeer(const PipePeer&) = delete;
  PipePeer& operator=(const PipePeer&) = delete;
  ~PipePeer();
  void round_trip() const;

 private:
  int to_peer_ = -1;
  int from_peer_ = -1;
  pid_t pid_ = -1;
};

}  // namespace touchstone::bench

#include "tools/bench/pipe_peer.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace touchstone::bench {
namespace {

[[noreturn]] void echo(int in, int out) {
  char byte = 0;
  while (read(in, &byte, 1) == 1)
    if (write(out, &byte, 1) != 1) break;
  _exit(0);
}

[[noreturn]] void fail() {
  throw std::system_error(errno, std::generic_category(), "the bare pipe");
}

}  // namespace

PipePeer::PipePeer() {
  int requests[2];
  int replies[2];
  if (pipe2(requests, O_CLOEXEC) != 0 || pipe2(replies, O_CLOEXEC) != 0) fail();
  pid_ = fork();
  if (pid_ < 0) fail();
  if (pid_ == 0) {
    close(requests[1]);
    echo(requests[0], replies[1]);
  }
  close(requests[0]);
  close(replies[1]);
  to_peer_ = requests[1];
  from_peer_ = replies[0];
}

PipePeer::~PipePeer() {
  close(to_peer_);
  close(from_peer_);
  waitpid(pid_, nullptr, 0);
}

void PipePeer::round_trip() const {
  char byte = 'x';
  if (write(to_peer_, &byte, 1) != 1 || read(from_peer_, &byte, 1) != 1) fail();
}

}  // namespace touchstone::bench

#include "conformance/native/kit/fork_server.h"

#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace touchstone::native {
namespace {

int checked(int result, const char* act) {
  if (result < 0) throw std::system_error(errno, std::generic_category(), act);
  return result;
}

class Socket {
 public:
  explicit Socket(int descriptor) : descriptor_(checked(descriptor, "socket of the fork server")) {}
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  ~Socket() { close(descriptor_); }
  int descriptor() const { return descriptor_; }

  void send_all(const std::string& text) const {
    for (std::size_t sent = 0; sent < text.size();) {
      const ssize_t count = send(descriptor_, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
      if (count < 0 && errno != EINTR) return;  // the other end is gone, and will say nothing
      if (count > 0) sent += static_cast<std::size_t>(count);
    }
    shutdown(descriptor_, SHUT_WR);
  }

  std::string receive_all() const {
    std::string text;
    char part[4096];
    while (true) {
      const ssize_t count = recv(descriptor_, part, sizeof part, 0);
      if (count < 0 && errno == EINTR) continue;
      if (count <= 0) return text;
      text.append(part, static_cast<std::size_t>(count));
    }
  }

 private:
  int descriptor_;
};

Socket make_socket() { return Socket(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)); }

[[noreturn]] void serve(pid_t owner, const Socket& listening, const ForkServer::Answer& answer) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != owner) _exit(0);  // gone before that
  signal(SIGCHLD, SIG_IGN);          // nobody waits for those who answer
  while (true) {
    const int accepted = accept4(listening.descriptor(), nullptr, nullptr, SOCK_CLOEXEC);
    if (accepted < 0) continue;
    const Socket asking(accepted);
    if (fork() != 0) continue;
    signal(SIGCHLD, SIG_DFL);
    asking.send_all(answer(asking.receive_all()));
    _exit(0);
  }
}

}  // namespace

ForkServer::ForkServer(const Answer& answer) {
  const Socket listening = make_socket();
  address_.sun_family = AF_UNIX;  // and no name: the system finds one that is free
  auto* const address = reinterpret_cast<sockaddr*>(&address_);
  checked(bind(listening.descriptor(), address, sizeof(sa_family_t)), "bind");
  checked(getsockname(listening.descriptor(), address, &address_size_), "getsockname");
  checked(listen(listening.descriptor(), SOMAXCONN), "listen");
  const pid_t owner = getpid();
  if (checked(fork(), "fork") == 0) serve(owner, listening, answer);
}

std::string ForkServer::ask(const std::string& request) const {
  const Socket asking = make_socket();
  checked(connect(asking.descriptor(), reinterpret_cast<const sockaddr*>(&address_), address_size_),
          "connect");
  asking.send_all(request);
  return asking.receive_all();
}

}  // namespace touchstone::native

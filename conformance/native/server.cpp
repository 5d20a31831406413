#include "conformance/native/server.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "conformance/native/builtins/builtins.h"
#include "conformance/native/kit/kit_names.h"
#include "conformance/native/serving/requests.h"
#include "conformance/native/serving/run_process.h"

namespace touchstone::native {
namespace {

/// Sets fd 0 and fd 1 aside for the protocol.
Channel take_standard_streams() {
  const Channel channel{fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 100),
                        fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 100)};
  const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);
  dup2(nothing, STDIN_FILENO);
  dup2(STDERR_FILENO, STDOUT_FILENO);
  close(nothing);
  return channel;
}

}  // namespace

int serve(const Registry& registry) {
  signal(SIGPIPE, SIG_IGN);
  // Made on first use, and else by each process of an isolated run anew.
  builtin_names();
  kit_names();
  Requests requests(take_standard_streams());
  while (const auto line = requests.next()) {
    const Request request = read_request(*line);
    if (request.kind == Request::Kind::Stop) return 0;
    if (request.kind == Request::Kind::Hello)
      requests.reply(hello_reply(registry));
    else if (request.kind == Request::Kind::Bad)
      requests.reply(error_reply(request.id, request.message));
    else if (request.isolate)
      requests.reply(run_isolated(registry, request, requests));
    else
      requests.reply(run_here(registry, request));
  }
  return 0;
}

}  // namespace touchstone::native

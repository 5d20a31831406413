/// Lines in, lines out: what the adapter's process reads and writes.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "conformance/native/scenario_run.h"

namespace touchstone::native {

struct Channel {
  int requests;
  int replies;
};

class Requests {
 public:
  explicit Requests(Channel channel) : channel_(channel) {}
  /// The next line; none at the end of input or when a stop signal has come.
  std::optional<std::string> next();
  void reply(const std::string& line) const;
  /// Readable at the end of input too: for those who wait for a run meanwhile.
  int descriptor() const { return channel_.requests; }
  /// Reads what is there without blocking; false at the end of input.
  bool read_more();

 private:
  Channel channel_;
  std::string buffer_;
};

struct Request {
  enum class Kind { Hello, Run, Stop, Bad };
  Kind kind = Kind::Bad;
  std::optional<std::string> id;
  std::string message;  // of Bad
  std::shared_ptr<const Program> program;
  Parameters parameters;
  RunOptions options;
  bool isolate = false;
  std::string directory;
  std::vector<std::string> latches;
};

/// Never throws: what is wrong makes it Bad, with a message.
Request read_request(const std::string& line);

std::string hello_reply(const Registry& registry);
std::string error_reply(const std::optional<std::string>& id, const std::string& message);
std::string run_reply(const std::string& id, const RunResult& result);
std::string crashed_reply(const std::string& id, int wait_status);

}  // namespace touchstone::native

#include "conformance/native/kit/channel_host.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>

#include "conformance/native/kit/high_descriptor.h"
#include "conformance/trace/wire.h"

namespace touchstone::native {
namespace {

using nlohmann::json;

int open_channel(const std::string& path) {
  const int descriptor = open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (descriptor < 0)
    throw std::system_error(errno, std::generic_category(), "cannot open " + path);
  return moved_up(descriptor);
}

std::string percent_encoded(const std::string& name) {
  std::string out;
  for (const char each : name) {
    const bool plain = std::isalnum(static_cast<unsigned char>(each)) != 0 || each == '.' ||
                       each == '_' || each == '-';
    if (plain) {
      out += each;
      continue;
    }
    const auto byte = static_cast<unsigned char>(each);
    out += {'%', "0123456789ABCDEF"[byte >> 4U], "0123456789ABCDEF"[byte & 15U]};
  }
  return out;
}

int open_waiting(const std::string& path) {
  int descriptor = -1;
  do descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  while (descriptor < 0 && errno == EINTR);
  return descriptor;
}

}  // namespace

ChannelHost::ChannelHost(std::string run, std::string directory, std::vector<std::string> latches,
                         bool owns_process)
    : run_(std::move(run)),
      directory_(std::move(directory)),
      latches_(latches.begin(), latches.end()),
      owns_process_(owns_process),
      channel_(open_channel(directory_ + "/events")),
      spare_(moved_up(open("/dev/null", O_RDONLY | O_CLOEXEC))) {}

ChannelHost::~ChannelHost() {
  close(channel_);
  close(spare_);
}

void ChannelHost::emit(Event event) {
  event.run = run_;
  write_line(fitting_line(event));
}

std::string ChannelHost::put_aside(const std::string& text) {
  const std::string name =
      "values/" + std::to_string(getpid()) + std::to_string(1'000'000 + files_.fetch_add(1));
  std::ofstream(directory_ + "/" + name) << text;
  return name;
}

std::string ChannelHost::fitting_line(const Event& event) {
  std::string line = wire::encode_event(event);
  if (line.size() <= wire::longest_event) return line;
  json whole = json::parse(line);
  for (const char* key : {"value", "values", "error"}) {
    if (whole.contains(key)) whole[key] = json{{"file", put_aside(whole[key].dump())}};
  }
  return whole.dump() + "\n";
}

void ChannelHost::write_line(const std::string& line) const {
  while (true) {
    const ssize_t written = write(channel_, line.data(), line.size());
    if (written == static_cast<ssize_t>(line.size())) return;
    if (written < 0 && errno == EAGAIN) {
      pollfd room{channel_, POLLOUT, 0};
      poll(&room, 1, -1);
    } else if (!(written < 0 && errno == EINTR)) {
      _exit(1);  // the kit is gone
    }
  }
}

void ChannelHost::wait_gate(const std::string& name) {
  const std::string path = directory_ + "/gates/" + percent_encoded(name);
  if (mkfifo(path.c_str(), 0600) != 0 && errno != EEXIST)
    throw std::system_error(errno, std::generic_category(), "cannot make gate " + name);
  int descriptor = open_waiting(path);
  if (descriptor < 0 && errno == EMFILE) {
    close(std::exchange(spare_, -1));
    descriptor = open_waiting(path);
    if (descriptor >= 0) descriptor = (close(descriptor), open("/dev/null", O_RDONLY | O_CLOEXEC));
    spare_ = std::exchange(descriptor, -1);
    return;
  }
  if (descriptor < 0)
    throw std::system_error(errno, std::generic_category(), "cannot wait at gate " + name);
  close(descriptor);
}

}  // namespace touchstone::native

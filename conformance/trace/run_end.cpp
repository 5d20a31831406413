#include "conformance/trace/run_end.h"

#include <fmt/format.h>

#include <cstring>

namespace touchstone {
namespace {

struct Describe {
  std::string operator()(const run_end::ByItself&) const { return "ended by itself"; }
  std::string operator()(const run_end::Raised& end) const {
    return "raised " + repr(Value(end.error));
  }
  std::string operator()(const run_end::Stuck& end) const {
    const std::string text = "stuck: nothing could ever happen again, all tasks were cancelled";
    return end.error ? text + "; then raised " + repr(Value(*end.error)) : text;
  }
  std::string operator()(const run_end::Hung& end) const { return "hung: " + end.reason; }
  std::string operator()(const run_end::Crashed& end) const {
    if (end.signal)
      return fmt::format("crashed by signal {} ({}) {}", *end.signal, strsignal(*end.signal),
                         end.when);
    if (end.status) return fmt::format("exited with status {} {}", *end.status, end.when);
    return fmt::format("vanished {}", end.when);
  }
  std::string operator()(const run_end::ProtocolError& end) const {
    return "protocol error: " + end.message;
  }
  std::string operator()(const run_end::Unsupported& end) const {
    return "unsupported: lacks " + end.capability;
  }
};

}  // namespace

std::string describe(const RunEnd& end) { return std::visit(Describe(), end); }

}  // namespace touchstone

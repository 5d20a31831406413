/// The lines between the kit and an adapter: requests out, replies in (conformance/protocol.md
/// gives the form).
///
/// Errors: decode_reply throws wire::WireError, saying what is wrong with the line.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "conformance/subjects/hello.h"
#include "conformance/subjects/subject.h"
#include "conformance/trace/run_end.h"
#include "conformance/values/wire.h"

namespace touchstone::protocol {

inline constexpr int version = 1;

std::string hello_request();
/// The scenario as a tree, unless the adapter `reads_text` and the request has one.
std::string run_request(const RunRequest& request, const std::string& id,
                        const std::string& directory, bool reads_text);
std::string stop_request();

/// The end of a run: `end` is ByItself, Raised, Unsupported, Crashed (the run's own process, not
/// the adapter), or ProtocolError for what the adapter itself reports as its failure.
struct RunReply {
  std::string id;
  RunEnd end;
  Left left;
};

using Reply = std::variant<Hello, RunReply>;

Reply decode_reply(std::string_view line, const wire::FileReader& read_file = wire::refuse_files);

}  // namespace touchstone::protocol

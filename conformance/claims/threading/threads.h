/// What the scenarios of this chapter share, in their own language, and how order between threads
/// is read off a trace.
#pragma once

#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>

#include "conformance/scenario/parse.h"
#include "conformance/trace/trace.h"
#include "conformance/values/value.h"

namespace touchstone::threads {

using namespace std::chrono_literals;

constexpr std::string_view kThreads = R"(
def started(run, *args):
    thread = threading.Thread(target=run, args=args)
    thread.start()
    return thread

def join_all(threads):
    for thread in threads:
        thread.join()

def elsewhere(run, *args):
    thread = started(run, *args)
    thread.join()
)";

constexpr std::string_view kStranger = R"(
def is_free(lock):
    free = lock.acquire(False)
    if free:
        lock.release()
    return free

def ask_stranger(label, lock):
    elsewhere(lambda: record(label, is_free(lock)))
)";

/// The scenario with these in front of it: started(run, *args) gives a thread that was started,
/// join_all(threads) joins them, elsewhere(run, *args) runs a function in a thread of its own to
/// its end.
inline std::string with_threads(std::string_view text) {
  return std::string(kThreads) + scenario::dedent(text);
}

/// The same and ask_stranger(label, lock), which notes whether another thread finds the lock free.
inline std::string with_stranger(std::string_view text) {
  return std::string(kThreads) + std::string(kStranger) + scenario::dedent(text);
}

/// +1 where the event is an entry: an operation `enter` that ended with anything but False or an
/// error, or such a log. -1 where it is an exit: the begin of an operation `leave`, or such a log.
inline int step_of(const Event& event, std::string_view enter, std::string_view leave) {
  const bool is_log = event.kind == EventKind::log;
  if (event.label == leave) return is_log || event.kind == EventKind::begin ? -1 : 0;
  if (event.label != enter || event.kind == EventKind::begin) return 0;
  const Value* value = is_log ? nullptr : event.outcome.value();
  return is_log || (value != nullptr && !(*value == Value(false))) ? 1 : 0;
}

/// The largest number that was inside at once. Never too large: who is counted has entered and has
/// not begun to leave.
inline int most_inside(const Trace& trace, std::string_view enter, std::string_view leave) {
  int inside = 0;
  int most = 0;
  for (const Event& event : trace.events()) {
    inside += step_of(event, enter, leave);
    most = std::max(most, inside);
  }
  return most;
}

/// What was logged under the label first. The trace does not count as judged by it: for figures
/// that are only reported.
inline Value figure(const Trace& trace, std::string_view label) {
  for (const Event& event : trace.observation().events)
    if (event.kind == EventKind::log && event.label == label) return event.values.at(0);
  throw NoSuchLabel("no figure \"" + std::string(label) + "\" was logged");
}

}  // namespace touchstone::threads

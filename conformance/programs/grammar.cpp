#include "conformance/programs/grammar.h"

#include <fmt/format.h>

namespace touchstone::programs {
namespace {

constexpr std::string_view needed[] = {"coroutines",          "asyncio.run",  "asyncio.sleep",
                                       "asyncio.create_task", "asyncio.loop", "asyncio.wait_for",
                                       "clock.virtual"};

constexpr std::string_view optional[] = {
    "asyncio.as_completed", "asyncio.condition", "asyncio.event",     "asyncio.gather",
    "asyncio.lock",         "asyncio.queue",     "asyncio.semaphore", "asyncio.wait",
    "contextvars",          "generators.async"};

}  // namespace

void require_basics(const Hello& subject) {
  for (const std::string_view capability : needed)
    if (!subject.claims(capability))
      throw TooLittleOffered(
          fmt::format("{} lacks {}, which every random program needs", subject.name, capability));
}

Grammar::Grammar(std::initializer_list<const Hello*> subjects) {
  for (const Hello* subject : subjects) {
    require_basics(*subject);
    for (const std::string_view capability : optional)
      if (!subject->claims(capability)) left_out_.emplace(capability);
  }
}

std::string_view Grammar::capability_of(Op op) {
  switch (op) {
    case Op::gather:
      return "asyncio.gather";
    case Op::wait:
      return "asyncio.wait";
    case Op::as_completed:
      return "asyncio.as_completed";
    case Op::lock:
      return "asyncio.lock";
    case Op::semaphore:
      return "asyncio.semaphore";
    case Op::condition:
    case Op::wait_for_notice:
    case Op::notify:
      return "asyncio.condition";
    case Op::set_event:
    case Op::clear_event:
      return "asyncio.event";
    case Op::put:
    case Op::put_nowait:
    case Op::get_nowait:
    case Op::task_done:
      return "asyncio.queue";
    case Op::set_context:
    case Op::get_context:
      return "contextvars";
    case Op::iterate:
      return "generators.async";
    default:
      return "";
  }
}

std::string_view Grammar::capability_of(Awaited::Kind kind) {
  switch (kind) {
    case Awaited::Kind::event:
      return "asyncio.event";
    case Awaited::Kind::get:
    case Awaited::Kind::join:
      return "asyncio.queue";
    default:
      return "";
  }
}

}  // namespace touchstone::programs

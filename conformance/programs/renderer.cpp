#include "conformance/programs/renderer.h"

#include <fmt/format.h>

#include <algorithm>

namespace touchstone::programs {
namespace {

template <class Write>
std::string listed(const Step& step, Write write) {
  std::string text;
  for (const Awaited& each : step.awaited) text += (text.empty() ? "" : ", ") + write(each);
  return text;
}

constexpr double quarter = 0.25;

std::string quoted(const std::string& name) { return '"' + name + '"'; }

std::string task(int number) { return "tasks[" + quoted(name_of_activity(number)) + "]"; }

std::string construction(const std::string& resource) {
  if (resource.starts_with("lock")) return "asyncio.Lock()";
  if (resource.starts_with("semaphore")) return "asyncio.Semaphore(2)";
  if (resource.starts_with("condition")) return "asyncio.Condition()";
  if (resource.starts_with("context"))
    return "contextvars.ContextVar(\"" + resource + "\", default=0)";
  if (resource.starts_with("event")) return "asyncio.Event()";
  return resource == "queue0" ? "asyncio.Queue()" : "asyncio.Queue(1)";
}

const char* caught(Handles handles) {
  switch (handles) {
    case Handles::cancellation:
      return "asyncio.CancelledError";
    case Handles::timeouts:
      return "asyncio.TimeoutError";
    case Handles::values:
      return "ValueError";
    case Handles::everything:
      return "(Exception, asyncio.CancelledError)";
    default:
      return "Exception";
  }
}

const char* return_when(Until until) {
  switch (until) {
    case Until::first_completed:
      return "asyncio.FIRST_COMPLETED";
    case Until::first_exception:
      return "asyncio.FIRST_EXCEPTION";
    default:
      return "asyncio.ALL_COMPLETED";
  }
}

bool ends_early(const Steps& steps) {
  return !steps.empty() && (steps.back().op == Op::raise || steps.back().op == Op::finish);
}

/// "b" in tasks and "c" in tasks
std::string are_there(const Step& step) {
  std::string text;
  for (const int number : used_by(step))
    text += (text.empty() ? "" : " and ") + quoted(name_of_activity(number)) + " in tasks";
  return text;
}

std::string raised(const Step& step) {
  switch (step.raised) {
    case Raised::key_error:
      return "KeyError(\"raised\")";
    case Raised::cancelled:
      return "asyncio.CancelledError()";
    default:
      return "ValueError(\"raised\")";
  }
}

}  // namespace

std::string Renderer::function(const std::string& name) {
  for (const Activity& each : program_.activities)
    if (each.number != 0) define(each);
  Unit main{0, name_of_activity(0), 1};
  steps(main, program_.activities.front().steps);
  own_instant(main);
  std::string text = "async def " + name + "(note):\n";
  for (const std::string& each : resources_)
    text += "    " + each + " = " + construction(each) + "\n";
  return text + definitions_ + main.text + "    return \"main\"\n";
}

void Renderer::define(const Activity& activity) {
  const std::string name = name_of_activity(activity.number);
  Unit unit{activity.number, name};
  turn(unit, 0);
  note(unit);
  steps(unit, activity.steps);
  if (!ends_early(activity.steps)) {
    own_instant(unit);
    line(unit, "return " + quoted(name));
  }
  definitions_ += "    async def " + name + "():\n" + unit.text;
}

void Renderer::steps(Unit& unit, const Steps& steps) {
  for (const Step& each : steps) step(unit, each);
}

void Renderer::step(Unit& unit, const Step& step) {
  switch (step.op) {
    case Op::sleep:
      turn(unit, step.pause, step.amount);
      return note(unit);
    case Op::attempt:
      return attempt(unit, step);
    case Op::iterate:
      return iterate(unit, step);
    default:
      turn(unit, step.pause);
      act(unit, step);
      unit.at_own_instant = false;
  }
}

void Renderer::act(Unit& unit, const Step& step) {
  const std::string target = quoted(name_of_activity(step.target));
  switch (step.op) {
    case Op::start:
      return line(unit, started(step.target));
    case Op::wait_on:
      return guarded(unit, step, [&] { note(unit, "await " + calls(unit, step)); });
    case Op::gather:
      return gather(unit, step);
    case Op::wait:
      return wait(unit, step);
    case Op::as_completed:
      return as_completed(unit, step);
    case Op::cancel:
      return note(unit, helper("cancel") + "(" + target + ")");
    case Op::cancel_self:
      return line(unit, "asyncio.current_task().cancel()");
    case Op::look:
      return note(unit, helper("state") + "(" + target + ")");
    case Op::lock:
      return block(unit, step, resource("lock", step.target));
    case Op::semaphore:
      return block(unit, step, resource("semaphore", step.target));
    case Op::condition:
      return block(unit, step, resource("condition", step.target));
    case Op::wait_for_notice:
      return note(unit, "await " + limited(unit, resource("condition", step.target) + ".wait()",
                                           step.limit));
    case Op::notify:
      return line(unit, resource("condition", step.target) + ".notify()");
    case Op::set_context:
      return line(unit, fmt::format("{}.set({})", resource("context", 0), step.amount));
    case Op::get_context:
      return note(unit, resource("context", 0) + ".get()");
    case Op::set_event:
      return line(unit, resource("event", step.target) + ".set()");
    case Op::clear_event:
      return line(unit, resource("event", step.target) + ".clear()");
    case Op::put:
      line(unit, fmt::format("await {}.put({})", resource("queue", step.target), step.amount));
      return note(unit);
    case Op::put_nowait:
      return line(unit,
                  fmt::format("{}.put_nowait({})", resource("queue", step.target), step.amount));
    case Op::get_nowait:
      return note(unit, resource("queue", step.target) + ".get_nowait()");
    case Op::task_done:
      return line(unit, resource("queue", step.target) + ".task_done()");
    case Op::raise:
      return line(unit, "raise " + raised(step));
    case Op::finish:
      return line(unit, fmt::format("return {}", step.amount));
    default:
      return;
  }
}

void Renderer::line(Unit& unit, const std::string& text) const {
  unit.text.append(static_cast<std::size_t>(unit.indent) * 4, ' ').append(text) += '\n';
}

void Renderer::note(Unit& unit, const std::string& what) {
  const std::string rest = what.empty() ? "" : ", " + what;
  line(unit, fmt::format("note({}, {}{})", quoted(unit.name), ++unit.notes, rest));
}

void Renderer::open(Unit& unit, const std::string& text) const {
  line(unit, text);
  ++unit.indent;
  unit.at_own_instant = false;
}

void Renderer::close(Unit& unit) const {
  --unit.indent;
  unit.at_own_instant = false;
}

void Renderer::turn(Unit& unit, int pause, int rounds) {
  if (mode_ == Mode::spaced) {
    if (rounds == 0 && unit.at_own_instant) return;
    unit.at_own_instant = true;
    const std::string more = rounds == 0 ? "" : fmt::format(", {}", rounds);
    return line(unit, fmt::format("await {}({}{})", helper("turn"), unit.number, more));
  }
  static constexpr double pauses[] = {-1, -1, 0, quarter, 2 * quarter, 4 * quarter};
  const double delay = rounds > 0 ? rounds * quarter : pauses[pause];
  if (delay >= 0) line(unit, fmt::format("await asyncio.sleep({})", delay));
}

void Renderer::own_instant(Unit& unit) {
  if (mode_ == Mode::spaced) turn(unit, 0);
}

void Renderer::guarded(Unit& unit, const Step& step, const std::function<void()>& write) {
  const bool uses_tasks = !used_by(step).empty();
  if (!uses_tasks) return write();
  open(unit, "if " + are_there(step) + ":");
  if (mode_ == Mode::full) {
    write();
  } else {
    open(unit, "try:");
    write();
    close(unit);
    open(unit, "finally:");
    own_instant(unit);
    close(unit);
  }
  close(unit);
}

void Renderer::gather(Unit& unit, const Step& step) {
  const char* collect = step.flag ? ", return_exceptions=True" : "";
  guarded(unit, step,
          [&] { note(unit, "await asyncio.gather(" + calls(unit, step) + collect + ")"); });
}

void Renderer::wait(Unit& unit, const Step& step) {
  const std::string things = listed(step, [&](const Awaited& each) {
    return each.kind == Awaited::Kind::child ? started(each.target) : task(each.target);
  });
  const bool guarded = !used_by(step).empty();
  if (guarded) open(unit, "if " + are_there(step) + ":");
  const std::string timeout = step.limit ? ", timeout=" + limit(unit, *step.limit) : "";
  line(unit, fmt::format("done, pending = await asyncio.wait([{}]{}, return_when={})", things,
                         timeout, return_when(step.until)));
  note(unit, helper("names") + "(done), " + helper("names") + "(pending)");
  if (guarded) close(unit);
}

void Renderer::as_completed(Unit& unit, const Step& step) {
  guarded(unit, step, [&] {
    const std::string timeout = step.limit ? ", timeout=" + limit(unit, *step.limit) : "";
    const std::string things = listed(step, [&](const Awaited& each) { return begun(unit, each); });
    open(unit, "for finished in asyncio.as_completed([" + things + "]" + timeout + "):");
    open(unit, "try:");
    note(unit, "await finished");
    close(unit);
    open(unit, "except Exception as error:");
    note(unit, "kind(error)");
    close(unit);
    if (step.flag) line(unit, "break");
    close(unit);
  });
}

void Renderer::block(Unit& unit, const Step& step, const std::string& resource) {
  open(unit, "async with " + resource + ":");
  if (mode_ == Mode::full) {
    note(unit);
    steps(unit, step.body);
  } else {
    open(unit, "try:");
    note(unit);
    steps(unit, step.body);
    close(unit);
    open(unit, "finally:");
    own_instant(unit);
    close(unit);
  }
  close(unit);
}

void Renderer::attempt(Unit& unit, const Step& step) {
  open(unit, "try:");
  note(unit);
  steps(unit, step.body);
  close(unit);
  if (step.handles != Handles::nothing) handler(unit, step);
  if (step.handles != Handles::nothing && step.cleanup.empty()) return;
  open(unit, "finally:");
  note(unit);
  steps(unit, step.cleanup);
  close(unit);
}

void Renderer::handler(Unit& unit, const Step& step) {
  open(unit, fmt::format("except {} as error:", caught(step.handles)));
  note(unit, "kind(error)");
  steps(unit, step.handler);
  if (step.flag) raise_again(unit, step);
  close(unit);
}

void Renderer::raise_again(Unit& unit, const Step& step) {
  if (step.handles != Handles::cancellation) own_instant(unit);
  line(unit, "raise");
}

void Renderer::iterate(Unit& unit, const Step& step) {
  const std::string generator = this->generator(unit, step);
  const std::string source = "of_" + generator;
  line(unit, source + " = " + generator + "()");
  open(unit, "try:");
  drive(unit, step, source);
  close(unit);
  open(unit, "finally:");
  line(unit, "await " + source + ".aclose()");
  close(unit);
}

void Renderer::drive(Unit& unit, const Step& step, const std::string& source) {
  if (step.iteration == Iteration::thrown_into) {
    note(unit, "await " + source + ".__anext__()");
    steps(unit, step.body);
    return line(unit, "await " + source + ".athrow(ValueError(\"thrown\"))");
  }
  open(unit, "async for item in " + source + ":");
  note(unit, "item");
  steps(unit, step.body);
  if (step.iteration == Iteration::broken_off) line(unit, "break");
  close(unit);
}

std::string Renderer::generator(const Unit& consumer, const Step& step) {
  const std::string name = fmt::format("items{}", generators_++);
  Unit unit{consumer.number, name};
  open(unit, "try:");
  open(unit, fmt::format("for item in range({}):", step.amount));
  turn(unit, step.pause);
  line(unit, "yield item");
  close(unit);
  if (step.iteration == Iteration::fails) {
    own_instant(unit);
    line(unit, "raise ValueError(\"raised\")");
  }
  close(unit);
  open(unit, "finally:");
  note(unit);
  turn(unit, step.pause);
  note(unit);
  definitions_ += "    async def " + name + "():\n" + unit.text;
  return name;
}

std::string Renderer::helper(const std::string& name) { return *helpers_.insert(name).first; }

std::string Renderer::resource(const std::string& kind, int number) {
  return *resources_.insert(fmt::format("{}{}", kind, number)).first;
}

std::string Renderer::calls(const Unit& unit, const Step& step) {
  return listed(step, [&](const Awaited& each) { return awaited(unit, each); });
}

std::string Renderer::begun(const Unit& unit, const Awaited& each) {
  const std::string what = awaited(unit, each);
  const bool is_future = is_of_a_task(each) && !each.limit;
  return mode_ == Mode::spaced || is_future ? what : "asyncio.create_task(" + what + ")";
}

std::string Renderer::awaited(const Unit& unit, const Awaited& awaited) {
  return limited(unit, plain(awaited), awaited.limit);
}

std::string Renderer::limited(const Unit& unit, const std::string& what,
                              std::optional<int> rounds) {
  return rounds ? "asyncio.wait_for(" + what + ", " + limit(unit, *rounds) + ")" : what;
}

std::string Renderer::plain(const Awaited& awaited) {
  switch (awaited.kind) {
    case Awaited::Kind::task:
      return task(awaited.target);
    case Awaited::Kind::shielded:
      return "asyncio.shield(" + task(awaited.target) + ")";
    case Awaited::Kind::event:
      return resource("event", awaited.target) + ".wait()";
    case Awaited::Kind::get:
      return resource("queue", awaited.target) + ".get()";
    case Awaited::Kind::join:
      return resource("queue", awaited.target) + ".join()";
    default:
      return name_of_activity(awaited.target) + "()";
  }
}

/// Ends at an instant that is nobody else's: in a slot of its own.
std::string Renderer::limit(const Unit& unit, int rounds) {
  if (rounds == 0) return "0";
  if (mode_ == Mode::full) return fmt::format("{}", rounds * quarter);
  const int slot = most_activities + limits_++;
  return fmt::format("{}", rounds - 1 + static_cast<double>(slot - unit.number) / slots);
}

std::string Renderer::started(int number) {
  const std::string name = name_of_activity(number);
  return helper("start") + "(" + name + "(), " + quoted(name) + ")";
}

}  // namespace touchstone::programs

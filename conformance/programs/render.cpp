#include "conformance/programs/render.h"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "conformance/programs/renderer.h"

namespace touchstone::programs {
namespace {

struct Helper {
  const char* name;
  const char* text;
};

constexpr const char* told_at_once = R"(
def note(activity, *what):
    log(activity, *what)
)";

/// Notes of its own for each program: what the collector ends later tells nothing of the next one.
constexpr const char* told_at_the_end = R"(
def notebook(notes):
    def note(*what):
        notes.append([asyncio.get_running_loop().time(), *what])
    return note
)";

/// Programs begin on a full second. At their end asyncio.run cancels the rest at one instant, in no
/// promised order; a timer keeps a halt of the rest from that instant, at which main may have come
/// to a halt itself.
constexpr const char* whole = R"(
async def whole(activities, note):
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: None)
    await asyncio.sleep(-loop.time() % 1)
    tasks["main"] = asyncio.current_task()
    note("main", "begin")
    try:
        return await activities(note)
    finally:
        note("main", "end")
        loop.call_later(1 / 512, lambda: None)
)";

/// In the order in which a text has them. What is started after main's end would be left to the
/// collector.
constexpr std::array helpers{Helper{"turn", R"(
async def turn(slot, rounds=0):
    now = asyncio.get_running_loop().time()
    await asyncio.sleep(rounds + ((slot / 256 - now) % 1 or 1))
)"},
                             Helper{"start", R"(
def start(activity, name):
    if tasks["main"].done():
        activity.close()
        raise RuntimeError("too late")
    tasks[name] = asyncio.create_task(activity, name=name)
    return tasks[name]
)"},
                             Helper{"cancel", R"(
def cancel(name):
    return name in tasks and tasks[name].cancel()
)"},
                             Helper{"names", R"(
def names(some):
    return sorted([task.get_name() for task in some])
)"},
                             Helper{"state", R"(
def state(name):
    if name not in tasks:
        return "absent"
    task = tasks[name]
    if not task.done():
        return "pending"
    if task.cancelled():
        return "cancelled"
    return task.result() if task.exception() is None else kind(task.exception())
)"}};

constexpr const char* run_all = R"(
    tasks.clear()
    notes = []
    try:
        end = asyncio.run(whole(activities, notebook(notes)))
    except BaseException as error:
        end = kind(error)
    log("program", end, notes)
)";

std::string definitions(const Helpers& used, const char* note) {
  std::string text = std::string("tasks = {}\n") + note + whole;
  for (const Helper& helper : helpers)
    if (used.contains(helper.name)) text += helper.text;
  return text + "\n";
}

}  // namespace

std::string text_of(const Program& program, Mode mode) {
  Renderer renderer(program, mode);
  const std::string function = renderer.function("activities");
  return definitions(renderer.helpers(), told_at_once) + function +
         "\nlog(\"program\", asyncio.run(whole(activities, note)))\n";
}

std::string batch_of(std::span<const Program> programs, Mode mode) {
  Helpers used;
  std::string functions;
  std::string names;
  for (std::size_t i = 0; i < programs.size(); ++i) {
    Renderer renderer(programs[i], mode);
    const std::string name = fmt::format("activities{}", i);
    functions += renderer.function(name) + "\n";
    used.insert(renderer.helpers().begin(), renderer.helpers().end());
    names += (i == 0 ? "" : ", ") + name;
  }
  return definitions(used, told_at_the_end) + functions + "for activities in [" + names +
         "]:" + run_all;
}

}  // namespace touchstone::programs

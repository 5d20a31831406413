#include "conformance/subjects/reference/library.h"

#include <chrono>
#include <mutex>
#include <thread>

#include "conformance/native/operations/operations.h"
#include "conformance/native/operations/sequences.h"
#include "conformance/native/runtime/integer.h"

namespace touchstone::reference {
namespace {

using native::arg;
using native::Call;
using native::Iteration;
using native::Value;

/// Threads that share one get each number once.
class Counter {
 public:
  Counter(Value start, Value step) : at_(std::move(start)), step_(std::move(step)) {}
  std::optional<Value> next() {
    const std::scoped_lock lock(mutex_);
    return std::exchange(at_, native::add(at_, step_));
  }

 private:
  std::mutex mutex_;
  Value at_;
  const Value step_;
};

struct Repeater {
  Value value;
  std::optional<std::int64_t> left;
};

struct Chain {
  native::Values sources;
  std::size_t at = 0;
  std::optional<Iteration> current;

  std::optional<Value> next() {
    while (current || at < sources.size()) {
      if (!current) current.emplace(sources[at++]);
      if (auto item = current->next()) return item;
      current.reset();
    }
    return std::nullopt;
  }
};

struct Slicer {
  Iteration source;
  std::int64_t start;
  std::optional<std::int64_t> stop;
  std::int64_t step;
  std::int64_t at = 0;

  std::optional<Value> next() {
    while (at < start && (!stop || at < *stop)) {
      if (!source.next()) return std::nullopt;
      ++at;
    }
    if (stop && at >= *stop) return std::nullopt;
    auto item = source.next();
    ++at;
    start += step;
    return item;
  }
};

std::optional<std::int64_t> bound(const Value& value) {
  return value.is_none() ? std::nullopt : std::optional(native::int64_from(value));
}

std::shared_ptr<Slicer> make_slicer(Call& call) {
  call.expect(2, 4);
  const bool only_stop = call.size() == 2;
  const auto start = only_stop ? 0 : bound(call[1]).value_or(0);
  const auto step = call.size() == 4 ? bound(call[3]).value_or(1) : 1;
  return std::make_shared<Slicer>(
      Slicer{Iteration(call[0]), start, bound(call[only_stop ? 1 : 2]), step});
}

std::optional<Value> next_repeated(Repeater& repeater) {
  if (repeater.left && (*repeater.left)-- <= 0) return std::nullopt;
  return repeater.value;
}

/// functools.partial.
struct Partial {
  Value function;
  native::Arguments arguments;
};

Value call_partial(Partial& partial, Call& call) {
  native::Arguments all = partial.arguments;
  const auto& given = call.arguments();
  all.positional.insert(all.positional.end(), given.positional.begin(), given.positional.end());
  for (const auto& [name, value] : given.keywords) {
    std::erase_if(all.keywords, [&](const auto& known) { return known.first == name; });
    all.keywords.emplace_back(name, value);
  }
  return native::call(partial.function, std::move(all));
}

std::shared_ptr<Partial> make_partial(Call& call) {
  native::Arguments rest = call.arguments();
  const Value function = call[0];
  rest.positional.erase(rest.positional.begin());
  return std::make_shared<Partial>(Partial{function, std::move(rest)});
}

/// functools.wraps(wrapped): copies its name and documentation.
Value wraps(const Value& wrapped) {
  return native::make<native::Builtin>("wraps", [wrapped](Call& call) {
    for (const char* name : {"__name__", "__qualname__", "__doc__"})
      native::set_attribute(call[0], name, native::find_attribute(wrapped, name).value_or(Value()));
    native::set_attribute(call[0], "__wrapped__", wrapped);
    return call[0];
  });
}

template <class Clock>
double seconds_now() {
  return std::chrono::duration<double>(Clock::now().time_since_epoch()).count();
}

}  // namespace

void bind_itertools(native::Registry& registry) {
  registry.type<Counter>("itertools.count")
      .constructor_from([](const Value& start,
                           const Value& step) { return std::make_shared<Counter>(start, step); },
                        arg("start", 0), arg("step", 1))
      .iterator(&Counter::next);
  registry.type<Repeater>("itertools.repeat")
      .constructor_from(
          [](const Value& value, const Value& times) {
            return std::make_shared<Repeater>(Repeater{value, bound(times)});
          },
          arg("object"), arg("times", Value()))
      .iterator(next_repeated);
  registry.type<Chain>("itertools.chain")
      .constructor_from([](Call& call) {
        return std::make_shared<Chain>(Chain{call.arguments().positional, 0, std::nullopt});
      })
      .iterator(&Chain::next);
  registry.type<Slicer>("itertools.islice").constructor_from(make_slicer).iterator(&Slicer::next);
}

void bind_function_tools(native::Registry& registry) {
  registry.type<Partial>("functools.partial")
      .constructor_from(make_partial)
      .method("__call__", call_partial);
  registry.function("functools.wraps", wraps);
}

void bind_time(native::Registry& registry) {
  registry.function("time.monotonic", seconds_now<std::chrono::steady_clock>);
  registry.function("time.perf_counter", seconds_now<std::chrono::steady_clock>);
  registry.function("time.time", seconds_now<std::chrono::system_clock>);
  registry.function("time.sleep", [](std::chrono::nanoseconds time) {
    if (time < std::chrono::nanoseconds::zero())
      throw native::value_error("sleep length must be non-negative");
    if (time == std::chrono::nanoseconds::max())
      throw native::overflow_error("sleep length is too large: give at most 9e9 seconds");
    std::this_thread::sleep_for(time);
  });
}

}  // namespace touchstone::reference

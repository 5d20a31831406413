#include "conformance/native/operations/operations.h"
#include "conformance/subjects/reference/registry.h"
#include "conformance/subjects/reference/scenario_error.h"
#include "conformance/subjects/reference/source_iterator.h"
#include "impl/functional/map.h"
#include "impl/functional/reduce.h"

namespace touchstone::reference {

MapObject::MapObject(native::Value function, std::vector<SourceIterator> sources)
    : map_(functional::map(Apply{std::move(function)}, std::move(sources))) {}

native::Value Apply::operator()(native::Values row) const {
  return for_implementation([&] { return native::call(function, std::move(row)); });
}

SourceIterator::SourceIterator(const native::Value& iterable) : iteration_(iterable) {}

std::optional<native::Value> SourceIterator::next() {
  return for_implementation([&] { return iteration_.next(); });
}

namespace {

using native::Call;
using native::Value;

std::shared_ptr<MapObject> make_map(Call& call) {
  call.expect_no_keywords();
  std::vector<SourceIterator> sources;
  for (std::size_t at = 1; at < call.size(); ++at) sources.emplace_back(call[at]);
  return std::make_shared<MapObject>(call.size() == 0 ? Value() : call[0], std::move(sources));
}

Value reduce(Call& call) {
  call.expect(2, 3);
  const auto fold = [function = call[0]](Value accumulator, Value element) {
    return for_implementation(
        [&] { return native::call(function, {std::move(accumulator), std::move(element)}); });
  };
  SourceIterator elements(call[1]);
  if (call.size() == 3) return functional::reduce(fold, elements, call[2]);
  return functional::reduce(fold, elements);
}

/// filter(None, xs) keeps what is true.
std::optional<Value> next_kept(FilterObject& filter) {
  while (auto item = filter.source.next()) {
    const Value kept = filter.function.is_none() ? *item : native::call(filter.function, {*item});
    if (native::truth(kept)) return item;
  }
  return std::nullopt;
}

}  // namespace

void bind_functional(native::Registry& registry) {
  registry.type<MapObject>("map").constructor_from(make_map).iterator(&MapObject::next);
  registry.type<FilterObject>("filter")
      .constructor_from([](const Value& function, const Value& iterable) {
        return std::make_shared<FilterObject>(FilterObject{function, SourceIterator(iterable)});
      })
      .iterator(next_kept);
  registry.function("functools.reduce", reduce);
  registry.claims({"builtins.map", "functools.reduce"});
}

}  // namespace touchstone::reference

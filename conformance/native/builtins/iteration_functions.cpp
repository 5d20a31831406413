#include <atomic>

#include "conformance/native/builtins/builtins.h"
#include "conformance/native/builtins/method_table.h"
#include "conformance/native/builtins/sorting.h"
#include "conformance/native/operations/iterators.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/operations/resume.h"
#include "conformance/native/operations/sequences.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/integer.h"

namespace touchstone::native {
namespace {

class Enumerate : public Iterator {
 public:
  Enumerate(const Value& iterable, mpz_class start) : items_(iterable), at_(std::move(start)) {}
  std::optional<Value> next() override {
    auto item = items_.next();
    if (!item) return std::nullopt;
    const Value index = make_int(at_);
    ++at_;
    return make_tuple({index, std::move(*item)});
  }
  const char* type_name() const override { return "enumerate"; }

 private:
  Iteration items_;
  mpz_class at_;
};

class Zip : public Iterator {
 public:
  Zip(const Values& iterables, bool strict) : strict_(strict) {
    for (const Value& each : iterables) sources_.emplace_back(each);
  }
  std::optional<Value> next() override {
    Values items;
    for (Iteration& source : sources_) {
      auto item = source.next();
      if (!item) return ended(items.size());
      items.push_back(std::move(*item));
    }
    if (items.empty()) return std::nullopt;
    return make_tuple(std::move(items));
  }
  const char* type_name() const override { return "zip"; }

 private:
  std::optional<Value> ended(std::size_t taken) {
    if (!strict_) return std::nullopt;
    if (taken > 0)
      throw value_error("zip() argument " + std::to_string(taken + 1) +
                        " is shorter than argument 1");
    for (std::size_t at = 1; at < sources_.size(); ++at) {
      if (sources_[at].next())
        throw value_error("zip() argument " + std::to_string(at + 1) +
                          " is longer than argument 1");
    }
    return std::nullopt;
  }

  std::vector<Iteration> sources_;
  const bool strict_;
};

/// `iter(callable, sentinel)`.
class CallableIterator : public Iterator {
 public:
  CallableIterator(Value callable, Value sentinel)
      : callable_(std::move(callable)), sentinel_(std::move(sentinel)) {}
  std::optional<Value> next() override {
    if (ended_) return std::nullopt;
    Value value = call(callable_);
    ended_ = equal(value, sentinel_);
    if (ended_) return std::nullopt;
    return value;
  }
  const char* type_name() const override { return "callable_iterator"; }

 private:
  const Value callable_;
  const Value sentinel_;
  std::atomic<bool> ended_{false};
};

/// StopIteration keeps its value where there is no default.
Value next_or(Call& call) {
  call.expect(1, 2);
  const Value& iterator = call[0];
  if (auto* generator = as<Generator>(iterator)) {
    if (!find_attribute(iterator, "__next__"))
      throw type_error("'" + type_name(iterator) + "' object is not an iterator");
    Suspension step = resume_next(*generator);
    if (step.kind == Suspension::Kind::Returned && call.size() == 2) return call[1];
    return value_or_throw(std::move(step));
  }
  if (auto* native = as<Iterator>(iterator)) {
    if (auto item = native->next()) return std::move(*item);
    if (call.size() == 2) return call[1];
    throw stop_iteration({});
  }
  const auto special = find_special(iterator, "__next__");
  if (!special) throw type_error("'" + type_name(iterator) + "' object is not an iterator");
  Arguments none;
  Outcome<Value> outcome = try_call(*special, none);
  if (outcome.value) return std::move(*outcome.value);
  if (call.size() == 2 && is_exception(outcome.error, "StopIteration")) return call[1];
  throw PythonError(std::move(outcome.error));
}

Value iterator_from(Call& call) {
  call.expect(1, 2);
  if (call.size() == 1) return get_iterator(call[0]);
  if (!is_callable(call[0])) throw type_error("iter(v, w): v must be callable");
  return make<CallableIterator>(call[0], call[1]);
}

Value async_iterator_from(const Value& iterable) {
  if (const auto made = call_special(iterable, "__aiter__")) return *made;
  throw type_error("'" + type_name(iterable) + "' object is not an async iterable");
}

/// The smallest or largest by `<`, of the arguments or of one iterable.
Value extreme(Call& call, bool largest) {
  const Value key = call.take_keyword("key");
  Value fallback = call.take_keyword("default", Value::unbound());
  call.expect_no_keywords();
  const Values items = call.size() == 1 ? items_of(call[0]) : call.arguments().positional;
  if (call.size() == 0) throw type_error("expected at least 1 argument, got 0");
  if (items.empty() && fallback.is_bound()) return fallback;
  if (items.empty()) throw value_error("arg is an empty sequence");
  const auto rank = [&](const Value& item) {
    return key.is_none() ? item : native::call(key, {item});
  };
  Value best = items.front();
  Value best_rank = rank(best);
  for (std::size_t at = 1; at < items.size(); ++at) {
    Value other = rank(items[at]);
    if (!(largest ? less(best_rank, other) : less(other, best_rank))) continue;
    best = items[at];
    best_rank = std::move(other);
  }
  return best;
}

Value total(const Value& iterable, const Value& start) {
  if (as<Str>(start) != nullptr)
    throw type_error("sum() can't sum strings [use ''.join(seq) instead]");
  Value sum = start;
  Iteration iteration(iterable);
  while (const auto item = iteration.next()) sum = add(sum, *item);
  return sum;
}

bool holds(const Value& iterable, bool wanted) {
  Iteration iteration(iterable);
  while (const auto item = iteration.next()) {
    if (truth(*item) == wanted) return true;
  }
  return false;
}

Value reversed_from(const Value& sequence) {
  if (auto made = sequence.is_object() ? reverse_iterator(sequence) : std::nullopt) return *made;
  throw type_error("'" + type_name(sequence) + "' object is not reversible");
}

void bind_iterator_class(const char* name, Value (*make_iterator)(Call&)) {
  builtin_class(name).set_constructor([name, make_iterator](Class&, Arguments& arguments) {
    Call call(name, arguments);
    return make_iterator(call);
  });
}

}  // namespace

void bind_iteration_functions(Registry& core) {
  core.function("iter", iterator_from);
  core.function("next", next_or);
  core.function("aiter", async_iterator_from);
  core.function("min", [](Call& call) { return extreme(call, false); });
  core.function("max", [](Call& call) { return extreme(call, true); });
  core.function("sum", total, Parameter{}, arg("start", 0));
  core.function("any", [](const Value& iterable) { return holds(iterable, true); });
  core.function("all", [](const Value& iterable) { return !holds(iterable, false); });
  core.function(
      "sorted",
      [](const Value& iterable, const Value& key, bool reverse) {
        return make_list(sorted(items_of(iterable), key, reverse));
      },
      Parameter{}, keyword_arg("key", Value()), keyword_arg("reverse", false));
  bind_iterator_class("reversed",
                      [](Call& call) { return call.expect(1), reversed_from(call[0]); });
  bind_iterator_class("enumerate", [](Call& call) -> Value {
    const std::vector<Value> given = call.match({arg("iterable"), arg("start", 0)});
    return make<Enumerate>(given[0], Convert<mpz_class>::from(given[1]));
  });
  bind_iterator_class("zip", [](Call& call) -> Value {
    const bool strict = truth(call.take_keyword("strict", false));
    call.expect_no_keywords();
    return make<Zip>(call.arguments().positional, strict);
  });
}

}  // namespace touchstone::native

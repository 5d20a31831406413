#include "conformance/native/operations/iterators.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/operations/resume.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/builtin_class.h"
#include "conformance/native/runtime/function.h"
#include "conformance/native/runtime/translate.h"

namespace touchstone::native {
namespace {

Value checked_iterator(const Value& iterator) {
  const bool iterates = as<Iterator>(iterator) != nullptr || as<Generator>(iterator) != nullptr ||
                        find_special(iterator, "__next__");
  if (!iterates)
    throw type_error("iter() returned non-iterator of type '" + type_name(iterator) + "'");
  return iterator;
}

[[noreturn]] void refuse_to_iterate(const Value& value) {
  throw type_error("'" + type_name(value) + "' object is not iterable");
}

Value iterator_of_instance(const Value& value, const Instance& instance) {
  if (const auto special = find_special(value, "__iter__")) {
    if (special->is_none()) refuse_to_iterate(value);
    return checked_iterator(call(*special));
  }
  if (instance.primitive().is_bound()) return get_iterator(instance.primitive());
  if (find_special(value, "__getitem__")) return make<ItemIterator>(value);
  refuse_to_iterate(value);
}

Value iterator_of_generator(const Value& value, Generator& generator) {
  if (generator.flavour() == Flavour::Generator) return language().generators.iterate(generator);
  if (generator.flavour() == Flavour::CoroutineWrapper) return value;
  refuse_to_iterate(value);
}

}  // namespace

Value get_iterator(const Value& value) {
  if (!value.is_object()) refuse_to_iterate(value);
  Object& object = *value.object();
  switch (object.kind()) {
    case Kind::Iterator:
      return value;
    case Kind::Instance:
    case Kind::Exception:
      return iterator_of_instance(value, static_cast<Instance&>(object));
    case Kind::Generator:
      return iterator_of_generator(value, static_cast<Generator&>(object));
    case Kind::Class:
      if (auto made = call_special(value, "__iter__")) return checked_iterator(*made);
      refuse_to_iterate(value);
    default:
      break;
  }
  if (auto made = built_in_iterator(value)) return *made;
  refuse_to_iterate(value);
}

Outcome<Value> Iteration::try_next() noexcept {
  try {
    if (auto* native = as<Iterator>(iterator_)) {
      auto item = native->next();
      return {item ? std::move(*item) : Value::unbound(), {}};
    }
    if (auto* generator = as<Generator>(iterator_)) {
      Suspension step = resume_next(*generator);
      if (step.kind == Suspension::Kind::Raised)
        return Outcome<Value>::failure(std::move(step.value));
      return {step.is_over() ? Value::unbound() : std::move(step.value), {}};
    }
    const auto special = find_special(iterator_, "__next__");
    if (!special) throw type_error("'" + type_name(iterator_) + "' object is not an iterator");
    Arguments none;
    Outcome<Value> outcome = try_call(*special, none);
    if (outcome.failed() && is_exception(outcome.error, "StopIteration"))
      return {Value::unbound(), {}};
    return outcome;
  } catch (...) {
    Value error = python_error_in_flight();
    if (is_exception(error, "StopIteration")) return {Value::unbound(), {}};
    return Outcome<Value>::failure(std::move(error));
  }
}

Iteration::Iteration(const Value& iterable) : iterator_(get_iterator(iterable)) {}

std::optional<Value> Iteration::next() {
  Outcome<Value> outcome = try_next();
  if (outcome.failed()) throw PythonError(std::move(outcome.error));
  if (!outcome.value->is_bound()) return std::nullopt;
  return std::move(outcome.value);
}

Values items_of(const Value& iterable) {
  if (const auto* tuple = as<Tuple>(iterable)) return tuple->items();
  if (const auto* list = as<List>(iterable)) return list->snapshot();
  Values items;
  Iteration iteration(iterable);
  while (auto item = iteration.next()) items.push_back(std::move(*item));
  return items;
}

}  // namespace touchstone::native

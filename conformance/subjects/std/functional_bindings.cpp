#include <numeric>
#include <ranges>

#include "conformance/subjects/std/registry.h"

namespace touchstone::standard {
namespace {

/// An input iterator over an iterable of the scenario; a default one is the end.
class Cursor {
 public:
  using value_type = Value;
  using difference_type = std::ptrdiff_t;

  Cursor() = default;
  explicit Cursor(native::Iteration& source) : source_(&source) { ++*this; }
  const Value& operator*() const { return item_; }
  Cursor& operator++() {
    auto item = source_->next();
    if (!item) source_ = nullptr;
    item_ = std::move(item).value_or(Value());
    return *this;
  }
  void operator++(int) { ++*this; }
  bool operator==(const Cursor& other) const { return source_ == other.source_; }

 private:
  native::Iteration* source_ = nullptr;
  Value item_;
};

Value reduce(native::Call& call) {
  call.expect(2, 3);
  native::Iteration source(call[1]);
  Cursor first(source);
  Value total = call.size() == 3 ? call[2] : *first;
  if (call.size() == 2) {
    if (first == Cursor()) throw NotOffered("undefined: the first element of an empty range");
    ++first;
  }
  return std::accumulate(first, Cursor(), std::move(total), [&](Value sum, const Value& item) {
    return native::call(call[0], {std::move(sum), item});
  });
}

/// One pass over std::views::transform; to read an element is what calls the function.
class Map {
 public:
  Map(Value function, const Value& iterable) : function_(std::move(function)), source_(iterable) {}

  std::optional<Value> next() {
    if (!pass_)
      pass_ = std::make_unique<Pass>(source_, function_);
    else if (pass_->place != pass_->view.end())
      ++pass_->place;
    return pass_->place == pass_->view.end() ? std::nullopt : std::optional(*pass_->place);
  }

 private:
  struct Caller {
    Value function;
    Value operator()(const Value& item) const { return native::call(function, {item}); }
  };
  using View = std::ranges::transform_view<std::ranges::subrange<Cursor>, Caller>;
  struct Pass {
    Pass(native::Iteration& source, const Value& function)
        : view({Cursor(source), Cursor()}, Caller{function}), place(view.begin()) {}
    View view;
    std::ranges::iterator_t<View> place;
  };

  const Value function_;
  native::Iteration source_;
  std::unique_ptr<Pass> pass_;
};

}  // namespace

void bind_functional(native::Registry& registry) {
  registry.function("functools.reduce", reduce);
  registry.type<Map>("map").constructor<Value, Value>().iterator(&Map::next);
  registry.claims({"functools.reduce", "builtins.map"});
}

}  // namespace touchstone::standard

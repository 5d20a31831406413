#include <unordered_map>

#include "conformance/native/run.h"
#include "conformance/native/runtime/builtin_class.h"
#include "conformance/subjects/reference/concurrent_futures.h"
#include "conformance/subjects/reference/return_when.h"
#include "impl/futures/as_completed.h"
#include "impl/futures/wait.h"

namespace touchstone::reference {
namespace {

using native::arg;
using native::Call;

/// The futures that the scenario gave, and the objects in which they came.
class Given {
 public:
  explicit Given(const Value& iterable) {
    for (Value& object : native::items_of(iterable)) {
      futures_.push_back(native::from_value<std::shared_ptr<PoolFuture>>(object));
      objects_.emplace(futures_.back().get(), std::move(object));
    }
  }

  std::vector<std::shared_ptr<PoolFuture>> futures() { return std::move(futures_); }
  /// Lets go of it.
  Value take(const futures::FutureBase& future) {
    return std::move(objects_.extract(&future).mapped());
  }

 private:
  std::vector<std::shared_ptr<PoolFuture>> futures_;
  std::unordered_map<const futures::FutureBase*, Value> objects_;
};

class Completed {
 public:
  using value_type = Value;
  Completed(const Value& iterable, threading::Timeout timeout)
      : given_(iterable), completed_(futures::as_completed(given_.futures(), timeout)) {}

  std::optional<Value> next() {
    const auto future = completed_.next();
    return future ? std::optional(given_.take(**future)) : std::nullopt;
  }

 private:
  Given given_;
  futures::AsCompleted<PoolFuture> completed_;
};

using Completions = OneAtATime<Completed>;

std::shared_ptr<Completions> as_completed(const Value& iterable, threading::Timeout timeout) {
  return std::make_shared<Completions>(Completed(iterable, timeout));
}

/// Stands for the class of the pair that wait gives: a tuple whose items have names.
struct DoneAndNotDone {};

template <std::size_t at>
Value item_of(const Value& pair, Call&) {
  return native::get_item(pair, Value(static_cast<std::int64_t>(at)));
}

Value set_of(Given& given, const std::vector<std::shared_ptr<PoolFuture>>& futures) {
  native::Values objects;
  for (const auto& future : futures) objects.push_back(given.take(*future));
  return native::call(Value(&native::builtin_class("set")),
                      {native::make_list(std::move(objects))});
}

Value wait(const Value& iterable, threading::Timeout timeout, const Value& return_when) {
  Given given(iterable);
  const auto [done, not_done] =
      futures::wait(given.futures(), timeout, condition_from<futures::ReturnWhen>(return_when));
  const native::Ref<native::Class> cls(
      native::current_run().registry().class_for(native::type_tag<DoneAndNotDone>()));
  const auto pair = native::make<native::Instance>(cls);
  pair->set_primitive(native::make_tuple({set_of(given, done), set_of(given, not_done)}));
  return pair;
}

}  // namespace

void bind_waiting(native::Registry& registry) {
  registry.type<Completions>("concurrent.futures._base.Completions").iterator(&Completions::next);
  registry.function("concurrent.futures.as_completed", as_completed, arg("fs"),
                    arg("timeout", Value()));
  registry.type<DoneAndNotDone>("concurrent.futures._base.DoneAndNotDoneFutures", "tuple")
      .property("done", item_of<0>)
      .property("not_done", item_of<1>);
  for (const auto& [name, condition] : return_conditions<futures::ReturnWhen>)
    registry.value("concurrent.futures." + std::string(name), native::make_str(name));
  registry.function("concurrent.futures.wait", wait, arg("fs"), arg("timeout", Value()),
                    arg("return_when", native::make_str("ALL_COMPLETED")));
  registry.claims({"futures.wait"});
}

}  // namespace touchstone::reference

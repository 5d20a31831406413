#include "conformance/native/kit/kit_names.h"

#include <memory>
#include <vector>

#include "conformance/native/kit/gates.h"
#include "conformance/native/kit/observation.h"
#include "conformance/native/kit/programs.h"
#include "conformance/native/kit/snapshot.h"
#include "conformance/native/kit/telling.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"

namespace touchstone::native {
namespace {

/// `with record(label):` and `with attempt(label):`.
class ObservedBlock {
 public:
  ObservedBlock(Value label, bool goes_on) : label_(std::move(label)), goes_on_(goes_on) {}
  void enter() { observation_ = std::make_unique<Observation>(label_, goes_on_); }
  bool exit(const Value& error) {
    if (error.is_none())
      observation_->end({});
    else
      observation_->fail(error);
    return !error.is_none() && observation_->goes_on_after(error);
  }

 private:
  Value label_;
  bool goes_on_;
  std::unique_ptr<Observation> observation_;
};

void log(Call& call) {
  call.expect_no_keywords();
  const Value& label = call[0];
  if (as<Str>(label) == nullptr) throw type_error("a label must be str, not " + type_name(label));
  touchstone::Values values;
  for (std::size_t at = 1; at < call.size(); ++at) values.push_back(snapshot(call[at], 1));
  Event event = event_here(EventKind::log);
  event.label = utf8_of(label);
  event.values = std::move(values);
  tell(std::move(event));
}

/// record or attempt called otherwise than on the spot (kept in a variable, say): the operation has
/// run already.
Value observed(Call& call, bool goes_on) {
  call.expect(1, 2);
  if (call.size() == 1)
    return Convert<std::shared_ptr<ObservedBlock>>::to(
        std::make_shared<ObservedBlock>(call[0], goes_on));
  Observation(call[0], goes_on).end(call[1]);
  return call[1];
}

struct Names {
  Names() {
    Heap* heap = Heap::set_current(nullptr);
    Registry kit("kit");
    kit.type<ObservedBlock>("ObservedBlock")
        .method("__enter__", &ObservedBlock::enter)
        .method("__exit__",
                [](ObservedBlock& block, Value, Value error, Value) { return block.exit(error); });
    kit.function("record", [](Call& call) { return observed(call, false); });
    kit.function("attempt", [](Call& call) { return observed(call, true); });
    kit.function("log", log);
    kit.function("gate", pass_gate);
    kit.function("kind", kind_of);
    kit.function("compiles", [](const std::string& source) {
      if (!language().compile)
        throw python_error("NotImplementedError", "this subject brings no compiler");
      language().compile(source);
      return true;
    });
    bind_programs(kit);
    type_tag<ObservedBlock>().cls = &kit.find_class("ObservedBlock");
    names = std::make_unique<Registry>(std::move(kit));
    record = names->at("record");
    attempt = names->at("attempt");
    Heap::set_current(heap);
  }
  std::unique_ptr<Registry> names;
  Value record;
  Value attempt;
};

const Names& names() {
  static const auto* const made =
      new Names;  // never destroyed: runs may end after static destruction
  return *made;
}

}  // namespace

const Namespace& kit_names() { return names().names->builtins(); }

const Value* find_observing_form(std::string_view name) {
  if (name == "record") return &names().record;
  if (name == "attempt") return &names().attempt;
  return nullptr;
}

bool is_attempt(const Value& form) { return form.is(names().attempt); }

}  // namespace touchstone::native

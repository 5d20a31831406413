#include "conformance/native/builtins/builtins.h"
#include "conformance/native/builtins/method_table.h"
#include "conformance/native/interpreter/errors.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/operations/resume.h"
#include "conformance/native/run.h"

namespace touchstone::native {
namespace {

/// throw(error), throw(type), throw(type, value) and throw(type, value, traceback).
Value thrown_error(Call& call) {
  call.expect(1, 3);
  if (call.size() > 1 && !call[1].is_none()) {
    if (as<Exception>(call[1]) != nullptr) return call[1];
    return exception_from(native::call(call[0], {call[1]}));
  }
  return exception_from(call[0]);
}

Value throw_into(Generator& self, Call& call) {
  return value_or_throw(resume_throw(self, thrown_error(call)));
}
Value send_into(Generator& self, const Value& sent) {
  return value_or_throw(resume_send(self, sent));
}
Value next_from(Generator& self) { return value_or_throw(resume_next(self)); }

bool is_running(Generator& self) {
  switch (self.flavour()) {
    case Flavour::Generator:
      return language().generators.state(self) == ResumableState::Running;
    case Flavour::AsyncGenerator:
      return language().async_generators.state(self) == ResumableState::Running;
    default:
      return language().coroutines.state(self) == ResumableState::Running;
  }
}

/// send, throw and close, as generators, coroutines and awaitables have them.
MethodTable<Generator> bind_driving(const char* cls) {
  MethodTable<Generator> table(cls);
  table.method("send", send_into).method("throw", throw_into).method("close", close_resumable);
  return table;
}

/// What `coroutine.__await__()` gives: an iterator over the coroutine.
Value await_method(Generator& self) { return language().coroutines.await(self); }
Value itself(Generator& self) { return Value(&self); }

}  // namespace

void bind_generator_methods() {
  bind_driving("generator")
      .method("__next__", next_from)
      .method("__iter__", [](Generator& self) { return language().generators.iterate(self); })
      .property("gi_running", is_running);
  bind_driving("coroutine").method("__await__", await_method).property("cr_running", is_running);
  bind_driving("coroutine_wrapper")
      .method("__next__", next_from)
      .method("__iter__", itself)
      .method("__await__", itself);
  for (const char* cls : {"async_generator_asend", "async_generator_athrow"}) {
    bind_driving(cls)
        .method("__next__", next_from)
        .method("__iter__", itself)
        .method("__await__", itself);
  }
  MethodTable<Generator>("async_generator")
      .method("__aiter__",
              [](Generator& self) { return language().async_generators.iterate(self); })
      .method("__anext__", [](Generator& self) { return language().async_generators.next(self); })
      .method("asend",
              [](Generator& self, const Value& sent) {
                return language().async_generators.send(self, sent);
              })
      .method("athrow",
              [](Generator& self, Call& call) {
                return language().async_generators.throw_error(self, thrown_error(call));
              })
      .method("aclose", [](Generator& self) { return language().async_generators.close(self); })
      .property("ag_running", is_running);
}

}  // namespace touchstone::native

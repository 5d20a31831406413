#include "conformance/native/builtins/builtins.h"
#include "conformance/native/builtins/method_table.h"
#include "conformance/native/operations/instances.h"
#include "conformance/native/operations/operations.h"

namespace touchstone::native {
namespace {

void initialise(Exception& self, Call& call) {
  call.expect_no_keywords();
  Values arguments = call.arguments().positional;
  describe_exception(self.cls(), Value(&self), arguments);
  if (self.cls().derives_from(builtin_class("OSError")) && arguments.size() > 2)
    arguments.resize(2);
  self.set_arguments(make<Tuple>(std::move(arguments)));
}

void add_note(Exception& self, const std::string& note) {
  const auto notes = self.attributes().find("__notes__");
  if (!notes)
    self.attributes().set("__notes__", make_list({make_str(note)}));
  else
    as<List>(*notes)->append(make_str(note));
}

}  // namespace

void bind_exception_methods() {
  MethodTable<Exception>("BaseException")
      .method("__init__", initialise)
      .method("with_traceback", [](Exception& self, const Value&) { return Value(&self); })
      .method("add_note", add_note);
}

}  // namespace touchstone::native

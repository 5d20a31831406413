#include "conformance/native/builtins/builtins.h"
#include "conformance/native/builtins/method_table.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"

namespace touchstone::native {
namespace {

Value with_getter(Property& self, const Value& getter) {
  return make<Property>(getter, self.setter, self.deleter);
}
Value with_setter(Property& self, const Value& setter) {
  return make<Property>(self.getter, setter, self.deleter);
}
Value with_deleter(Property& self, const Value& deleter) {
  return make<Property>(self.getter, self.setter, deleter);
}

/// The method resolution order as a list.
Value order_of(Class& self) {
  Values classes{Value(&self)};
  for (const Ref<Class>& each : self.ancestors()) classes.emplace_back(each);
  return make_list(std::move(classes));
}

Value register_class(Class& self, const Value& implementer) {
  auto* cls = as<Class>(implementer);
  if (cls == nullptr) throw type_error("Can only register classes");
  if (!language().objects.register_subclass)
    throw python_error("NotImplementedError", "this subject brings no abstract base classes");
  language().objects.register_subclass(self, *cls);
  return implementer;
}

}  // namespace

void bind_descriptor_methods() {
  MethodTable<Property>("property")
      .method("getter", with_getter)
      .method("setter", with_setter)
      .method("deleter", with_deleter);
  MethodTable<Class>("type").method("mro", order_of);
  MethodTable<Class>("ABCMeta").method("register", register_class);
}

}  // namespace touchstone::native

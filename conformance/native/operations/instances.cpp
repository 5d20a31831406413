#include "conformance/native/operations/instances.h"

#include <cstdio>

#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/builtin_class.h"
#include "conformance/native/runtime/function.h"
#include "conformance/native/runtime/integer.h"

namespace touchstone::native {
namespace {

void set_names(Exception& exception, std::initializer_list<const char*> names,
               const Values& arguments) {
  std::size_t at = 0;
  for (const char* name : names) {
    exception.attributes().set(name, at < arguments.size() ? arguments[at] : Value());
    ++at;
  }
}

bool derives(Class& cls, std::string_view name) { return cls.derives_from(builtin_class(name)); }

/// OSError(errno, text) is of the subclass that the code demands, unless a subclass was asked for.
Ref<Class> exception_class(Class& made, const Values& arguments) {
  if (&made != &builtin_class("OSError") || arguments.size() < 2) return &made;
  const auto code = small_of(arguments[0]);
  return &builtin_class(code ? os_error_class(static_cast<int>(*code)) : "OSError");
}

Value create_exception(Class& made, Arguments& arguments) {
  const Ref<Class> cls = exception_class(made, arguments.positional);
  Values shown = arguments.positional;
  if (derives(*cls, "OSError") && shown.size() > 2) shown.resize(2);
  const Ref<Exception> exception = make<Exception>(cls, std::move(shown));
  describe_exception(*cls, exception, arguments.positional);
  return exception;
}

}  // namespace

void describe_exception(Class& cls, const Value& value, const Values& arguments) {
  Exception& exception = *as<Exception>(value);
  if (derives(cls, "StopIteration"))
    set_names(exception, {"value"}, arguments);
  else if (derives(cls, "SystemExit")) {
    exception.attributes().set("code", arguments.size() == 1 ? arguments[0]
                                       : arguments.empty()   ? Value()
                                                             : make_tuple(arguments));
  } else if (derives(cls, "OSError")) {
    if (arguments.size() >= 2) set_names(exception, {"errno", "strerror", "filename"}, arguments);
  } else if (derives(cls, "UnicodeEncodeError") || derives(cls, "UnicodeDecodeError")) {
    if (arguments.size() != 5)
      throw type_error("function takes exactly 5 arguments (" + std::to_string(arguments.size()) +
                       " given)");
    set_names(exception, {"encoding", "object", "start", "end", "reason"}, arguments);
  } else if (derives(cls, "BaseExceptionGroup")) {
    if (arguments.size() != 2)
      throw type_error("an exception group takes a message and a sequence of exceptions");
    set_names(exception, {"message"}, arguments);
    exception.attributes().set("exceptions", make_tuple(items_of(arguments[1])));
  }
}

void finalise(Instance& instance) {
  const ThreadState& state = thread_state();
  if (!instance.cls().of_scenario() || state.run == nullptr || state.run->is_over()) return;
  try {
    if (const auto method = find_special(Value(&instance), "__del__")) call(*method);
  } catch (const PythonError& error) {
    std::fprintf(stderr, "Exception ignored in __del__: %s\n", error.what());
  }
}

bool overrides_creation(Class& cls) {
  return find_in_class(cls, "__new__") || find_in_class(cls, "__init__");
}

namespace {

Value create(Class& cls, Arguments& arguments) {
  if (derives(cls, "BaseException")) return create_exception(cls, arguments);
  if (const Constructor* constructor = cls.constructor()) return (*constructor)(cls, arguments);
  if (!arguments.empty() && !overrides_creation(cls))
    throw type_error(cls.name() + "() takes no arguments");
  return make<Instance>(Ref<Class>(&cls));
}

}  // namespace

Value create_instance(Class& cls, Arguments& arguments) {
  Value created = create(cls, arguments);
  if (cls.of_scenario()) language().objects.adopt_instance(*as<Instance>(created));
  return created;
}

Value instantiate_native(Class& cls, Arguments& arguments) {
  Value created = create_instance(cls, arguments);
  if (cls.constructor() != nullptr) return created;
  if (const auto initialise = cls.find("__init__")) {
    Arguments forwarded = arguments;
    forwarded.positional.insert(forwarded.positional.begin(), created);
    call(*initialise, std::move(forwarded));
  }
  return created;
}

}  // namespace touchstone::native

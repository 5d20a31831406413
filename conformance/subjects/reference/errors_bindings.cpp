#include "conformance/native/runtime/builtin_class.h"
#include "conformance/native/runtime/text.h"
#include "conformance/native/runtime/translate.h"
#include "conformance/subjects/reference/registry.h"
#include "conformance/subjects/reference/scenario_error.h"
#include "impl/errors/hierarchy.h"

namespace touchstone::reference {
namespace {

using native::make_bytes;
using native::make_str;
using native::Value;

Value unicode_error(std::string_view cls, const std::string& encoding, Value object,
                    std::size_t start, std::size_t end, const std::string& reason) {
  const auto offset = [](std::size_t at) { return Value(static_cast<std::int64_t>(at)); };
  return native::call(
      Value(&native::builtin_class(cls)),
      {make_str(encoding), std::move(object), offset(start), offset(end), make_str(reason)});
}

Value encode_error(const errors::UnicodeEncodeError& error) {
  const auto& fault = error.fault;
  return unicode_error("UnicodeEncodeError", fault.encoding, make_str(fault.object), fault.start,
                       fault.end, fault.reason);
}

Value decode_error(const errors::UnicodeDecodeError& error) {
  const auto& fault = error.fault;
  return unicode_error("UnicodeDecodeError", fault.encoding, make_bytes(fault.object), fault.start,
                       fault.end, fault.reason);
}

/// Classes that Python keeps in a module are named with it, but for those of asyncio and io.
native::Ref<native::Class> class_named(const native::Registry& registry, std::string_view name) {
  if (native::Class* cls = native::find_builtin_class(name)) return cls;
  for (const char* module : {"", "asyncio.", "io."}) {
    if (const auto found = registry.find(module + std::string(name)))
      return native::as<native::Class>(*found);
  }
  return &native::builtin_class("RuntimeError");
}

Value named_error(const errors::BaseException& error) {
  native::Values arguments;
  if (!error.message().empty()) arguments.push_back(make_str(error.message()));
  const auto cls = class_named(native::current_run().registry(), error.name());
  const auto exception = native::make<native::Exception>(cls, std::move(arguments));
  if (error.cause()) exception->set_cause(exception_of(error.cause()));
  return exception;
}

/// Without an errno it was raised as such, as a TimeoutError is.
Value os_error(const errors::OSError& error) {
  if (error.error_number == 0) return named_error(error);
  const Value made = native::os_error(error.error_number).exception();
  if (!error.filename.empty()) native::set_attribute(made, "filename", make_str(error.filename));
  return made;
}

}  // namespace

ScenarioError::ScenarioError(Value exception) : exception_(std::move(exception)) {}

std::string_view ScenarioError::name() const noexcept {
  return native::as<native::Exception>(exception_)->cls().name();
}

bool ScenarioError::is(std::string_view type) const noexcept {
  const native::Class& cls = native::as<native::Exception>(exception_)->cls();
  if (cls.name() == type) return true;
  return std::ranges::any_of(cls.ancestors(),
                             [&](const auto& each) { return each->name() == type; });
}

std::exception_ptr carried(Value exception) {
  return std::make_exception_ptr(ScenarioError(std::move(exception)));
}

Value exception_of(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const ScenarioError& scenario) {
    return scenario.exception();  // the common case, without the translators' further throws
  } catch (...) {
    return native::python_error_in_flight();
  }
}

void bind_errors(native::Registry& registry) {
  registry.translate<errors::BaseException>(named_error);
  registry.translate<errors::OSError>(os_error);
  registry.translate<errors::UnicodeEncodeError>(encode_error);
  registry.translate<errors::UnicodeDecodeError>(decode_error);
  registry.translate<ScenarioError>([](const ScenarioError& error) { return error.exception(); });
}

}  // namespace touchstone::reference

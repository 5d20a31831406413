#include "conformance/native/convert.h"

#include <cmath>

#include "conformance/native/binding.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/operations/sequences.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/integer.h"

namespace touchstone::native {

void throw_wrong_type(const Value& value, std::string_view expected) {
  throw type_error("expected " + std::string(expected) + ", not " + type_name(value));
}

namespace {

/// What makes instances of the type: the current registry says, else the kit.
Class* class_of(const TypeTag& tag) {
  Class* cls = current_run().registry().class_for(tag);
  return cls != nullptr ? cls : tag.cls;
}

}  // namespace

void* payload_of(const Value& value, const TypeTag& tag) {
  const auto* instance = as<Instance>(value);
  if (instance == nullptr) return nullptr;
  const auto* held = static_cast<const TypeTag*>(instance->payload_type());
  if (held == nullptr) {
    const Class* cls = class_of(tag);
    if (cls != nullptr && cls->find("__init__") && instance->cls().derives_from(*cls))
      throw runtime_error(cls->name() + ".__init__() not called");
    return nullptr;
  }
  void* payload = instance->payload().get();
  while (held != &tag) {
    if (held->base == nullptr) return nullptr;
    payload = held->to_base(payload);
    held = held->base;
  }
  return payload;
}

Value wrap_payload(std::shared_ptr<void> payload, const TypeTag& tag) {
  Class* cls = class_of(tag);
  if (cls == nullptr)
    throw type_error("the registry has no type for a C++ object that its callable gave");
  const Ref<Instance> instance = make<Instance>(Ref<Class>(cls));
  instance->set_payload(std::move(payload), &tag);
  return instance;
}

void set_payload(const Value& instance, std::shared_ptr<void> payload, const TypeTag& tag) {
  as<Instance>(instance)->set_payload(std::move(payload), &tag);
}

Value take_receiver(Call& call) {
  auto& positional = call.arguments().positional;
  if (positional.empty())
    throw type_error("unbound method " + std::string(call.function()) + "() needs an argument");
  Value receiver = std::move(positional.front());
  positional.erase(positional.begin());
  return receiver;
}

std::int64_t int64_from(const Value& value) {
  if (value.is_small_int()) return value.integer();
  const auto index = find_index(value);
  if (!index)
    throw type_error("'" + type_name(value) + "' object cannot be interpreted as an integer");
  if (!index->fits_slong_p()) throw overflow_error("Python int too large to convert to C long");
  return index->get_si();
}

double double_from(const Value& value) {
  if (value.is_float()) return value.real();
  if (is_int(value)) {
    const double nearest = nearest_double(big_of(value));
    if (std::isinf(nearest)) throw overflow_error("int too large to convert to float");
    return nearest;
  }
  if (as<Instance>(value) != nullptr) {
    if (const auto made = call_special(value, "__float__")) return double_from(*made);
  }
  throw type_error("must be real number, not " + type_name(value));
}

std::chrono::nanoseconds seconds_from(const Value& value) {
  const double seconds = double_from(value);
  if (std::isnan(seconds)) throw value_error("Invalid value NaN (not a number)");
  constexpr double seconds_max = 9.2e9;
  if (seconds >= seconds_max) return std::chrono::nanoseconds::max();
  if (seconds <= -seconds_max) return std::chrono::nanoseconds::min();
  return std::chrono::nanoseconds(std::llround(seconds * 1e9));
}

bool Convert<bool>::from(const Value& value) { return truth(value); }

std::string Convert<std::string>::from(const Value& value) {
  if (as<Str>(value) == nullptr) throw_wrong_type(value, "str");
  return utf8_of(value);
}

mpz_class Convert<mpz_class>::from(const Value& value) {
  const auto number = find_index(value);
  if (!number)
    throw type_error("'" + type_name(value) + "' object cannot be interpreted as an integer");
  return *number;
}

Value Convert<mpz_class>::to(const mpz_class& number) { return make_int(number); }

}  // namespace touchstone::native

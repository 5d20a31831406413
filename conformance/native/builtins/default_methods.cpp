#include <array>

#include "conformance/native/builtins/builtins.h"
#include "conformance/native/builtins/method_table.h"
#include "conformance/native/operations/attributes.h"
#include "conformance/native/operations/instances.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/integer.h"

namespace touchstone::native {
namespace {

struct DefaultMethod {
  const char* name;
  Value (*body)(Call& call);
  /// Which receivers have it.
  bool (*fits)(const Value& receiver);
};

bool any(const Value&) { return true; }
bool has_items(const Value& value) {
  return value.is_object() && as<Iterator>(value) == nullptr && find_length(value).has_value();
}
bool is_iterable(const Value& value) { return has_items(value) || as<Iterator>(value) != nullptr; }
bool is_iterator(const Value& value) { return as<Iterator>(value) != nullptr; }
bool is_changeable(const Value& value) {
  return as<List>(primitive_of(value)) != nullptr || as<Dict>(primitive_of(value)) != nullptr;
}
bool is_function(const Value& value) { return value.is_object() && is_callable(value); }
bool is_data(const Value& value) {
  return as<Instance>(value) == nullptr && as<Class>(value) == nullptr;
}

/// The built-in value of a receiver whose class overrides the method that is asked for.
const Value& inside(Call& call) { return primitive_of(call[0]); }

template <BinaryOp op>
Value operate(Call& call) {
  call.expect(2);
  return binary(op, inside(call), call[1]);
}

template <CompareOp op>
Value order(Call& call) {
  call.expect(2);
  return compare(op, inside(call), call[1]);
}

Value default_equal(Call& call) {
  call.expect(2);
  if (as<Instance>(inside(call)) == nullptr) return compare(CompareOp::Eq, inside(call), call[1]);
  return call[0].is(call[1]) ? Value(true) : Value::not_implemented();
}

Value default_repr(Call& call) {
  call.expect(1);
  const Value& value = inside(call);
  if (as<Instance>(value) == nullptr || as<Exception>(value) != nullptr)
    return make_str(plain_repr(value));
  return make_str("<" + as<Instance>(value)->cls().qualified_name() + " object>");
}

Value default_str(Call& call) {
  call.expect(1);
  if (as<Exception>(call[0]) != nullptr) return make_str(plain_str(call[0]));
  return make_str(as<Instance>(inside(call)) == nullptr ? str_of(inside(call)) : repr_of(call[0]));
}

Value default_new(Call& call) {
  auto* cls = as<Class>(call[0]);
  if (cls == nullptr) throw type_error("object.__new__(X): X is not a type object");
  Arguments rest = call.arguments();
  rest.positional.erase(rest.positional.begin());
  if (overrides_creation(*cls) && cls->constructor() == nullptr) rest = Arguments();
  if (cls->of_scenario() && cls->metaclass()) {
    const auto& missing = language().objects.abstract_methods;
    if (missing && !missing(*cls).empty())
      throw type_error("Can't instantiate abstract class " + cls->name());
  }
  return create_instance(*cls, rest);
}

Value do_nothing(Call& call) {
  if (call.size() > 1)
    throw type_error("object.__init__() takes exactly one argument (the instance to initialize)");
  return {};
}

Value default_hash(Call& call) {
  call.expect(1);
  const Value& value = inside(call);
  if (const auto* instance = as<Instance>(value))
    return static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(instance) >> 4U);
  return static_cast<std::int64_t>(hash_of(value) >> 1U);
}

Value default_set(Call& call) {
  call.expect(3);
  set_attribute_plainly(call[0], Convert<std::string>::from(call[1]), call[2]);
  return {};
}

Value default_get(Call& call) {
  call.expect(2);
  return get_attribute_plainly(call[0], Convert<std::string>::from(call[1]));
}

const std::array default_methods = std::to_array<DefaultMethod>({
    {"__init__", do_nothing, any},
    {"__new__", default_new, any},
    {"__init_subclass__", [](Call&) { return Value(); }, any},
    {"__repr__", default_repr, any},
    {"__str__", default_str, any},
    {"__eq__", default_equal, any},
    {"__ne__", [](Call& call) { return compare(CompareOp::NotEq, inside(call), call[1]); }, any},
    {"__hash__", default_hash, any},
    {"__setattr__", default_set, any},
    {"__getattribute__", default_get, any},
    {"__delattr__",
     [](Call& call) {
       return delete_attribute(call[0], Convert<std::string>::from(call[1])), Value();
     },
     any},
    {"__format__",
     [](Call& call) { return make_str(format_of(inside(call), as<Str>(call[1])->points())); }, any},
    {"__dir__", [](Call& call) { return native::call(builtin_names().at("dir"), {call[0]}); }, any},
    {"__len__",
     [](Call& call) { return Value(static_cast<std::int64_t>(length_of(inside(call)))); },
     has_items},
    {"__contains__", [](Call& call) { return Value(contains(inside(call), call[1])); }, has_items},
    {"__iter__", [](Call& call) { return get_iterator(inside(call)); }, is_iterable},
    {"__next__", [](Call& call) { return native::call(builtin_names().at("next"), {call[0]}); },
     is_iterator},
    {"__getitem__", [](Call& call) { return get_item(inside(call), call[1]); }, has_items},
    {"__setitem__", [](Call& call) { return set_item(inside(call), call[1], call[2]), Value(); },
     is_changeable},
    {"__delitem__", [](Call& call) { return delete_item(inside(call), call[1]), Value(); },
     is_changeable},
    {"__call__",
     [](Call& call) {
       const Value function = take_receiver(call);
       return native::call(function, call.arguments());
     },
     is_function},
    {"__bool__", [](Call& call) { return Value(truth(inside(call))); },
     [](const Value& value) { return is_data(value) && !value.is_object(); }},
    {"__int__",
     [](Call& call) { return native::call(Value(&builtin_class("int")), {inside(call)}); },
     [](const Value& value) { return is_int(value) || value.is_float(); }},
    {"__float__", [](Call& call) { return Value(double_from(inside(call))); },
     [](const Value& value) { return is_int(value) || value.is_float(); }},
    {"__index__", [](Call& call) { return inside(call); }, is_int},
    {"__add__", operate<BinaryOp::Add>, is_data},
    {"__sub__", operate<BinaryOp::Sub>, is_data},
    {"__mul__", operate<BinaryOp::Mult>, is_data},
    {"__truediv__", operate<BinaryOp::Div>, is_data},
    {"__floordiv__", operate<BinaryOp::FloorDiv>, is_data},
    {"__mod__", operate<BinaryOp::Mod>, is_data},
    {"__pow__", operate<BinaryOp::Pow>, is_data},
    {"__or__", operate<BinaryOp::BitOr>, is_data},
    {"__and__", operate<BinaryOp::BitAnd>, is_data},
    {"__xor__", operate<BinaryOp::BitXor>, is_data},
    {"__lt__", order<CompareOp::Lt>, is_data},
    {"__le__", order<CompareOp::LtE>, is_data},
    {"__gt__", order<CompareOp::Gt>, is_data},
    {"__ge__", order<CompareOp::GtE>, is_data},
});

struct Callables {
  Callables() {
    for (const DefaultMethod& each : default_methods)
      names.set(each.name,
                make<Builtin>(each.name, each.body, std::string_view(each.name) != "__new__"));
  }
  Namespace names;
};

const Namespace& callables() {
  static const auto* const made = new Callables;
  return made->names;
}

}  // namespace

std::optional<Value> find_default_method(const Value& receiver, std::string_view name) {
  if (!name.starts_with("__")) return std::nullopt;
  for (const DefaultMethod& each : default_methods) {
    if (name != each.name || (receiver.is_bound() && !each.fits(receiver))) continue;
    const auto callable = callables().find(name);
    if (!callable || !receiver.is_bound() || !as<Builtin>(*callable)->binds) return callable;
    return Value(make<Method>(receiver, *callable));
  }
  return std::nullopt;
}

}  // namespace touchstone::native

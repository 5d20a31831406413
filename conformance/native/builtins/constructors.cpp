#include "conformance/native/builtins/builtins.h"
#include "conformance/native/builtins/method_table.h"
#include "conformance/native/builtins/set_operations.h"
#include "conformance/native/builtins/sorting.h"
#include "conformance/native/interpreter/errors.h"
#include "conformance/native/operations/iterators.h"
#include "conformance/native/operations/numbers.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/operations/sequences.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/integer.h"

namespace touchstone::native {
namespace {

using Make = Value (*)(Call& call);

/// A class derived from a built-in one makes instances that hold the built-in value. Those of
/// mutable classes start empty: their initialiser fills them.
void bind_constructor(const char* name, Make make_value, bool fills_later = false) {
  Class& cls = builtin_class(name);
  cls.set_constructor(
      [name, make_value, fills_later, &cls](Class& made, Arguments& arguments) -> Value {
        const bool derived = &made != &cls;
        Arguments none;
        Call call(name, derived && fills_later ? none : arguments);
        Value value = make_value(call);
        if (!derived) return value;
        const Ref<Instance> instance = make<Instance>(Ref<Class>(&made));
        instance->set_primitive(std::move(value));
        return instance;
      });
}

Value int_from_text(const Value& text, std::int64_t base) {
  std::string data;
  const std::u32string points =
      bytes_of(text, &data) ? points_from_utf8(data) : as<Str>(text)->points();
  if (auto number = parse_int(points, static_cast<int>(base))) return *number;
  throw value_error("invalid literal for int() with base " + std::to_string(base) + ": " +
                    utf8_from_points(repr_of(text)));
}

Value int_from_float(double number) {
  if (number != number) throw value_error("cannot convert float NaN to integer");
  if (number - number != 0) throw overflow_error("cannot convert float infinity to integer");
  return make_int(truncate(number));
}

Value make_int_value(Call& call) {
  const Value base = call.take_keyword("base", Value::unbound());
  call.expect(0, 2);
  if (call.size() == 0) return 0;
  const Value& given = primitive_of(call[0]);
  std::string data;
  const bool text = as<Str>(given) != nullptr || bytes_of(given, &data);
  const Value chosen = call.size() == 2 ? call[1] : base;
  if (chosen.is_bound()) {
    if (!text) throw type_error("int() can't convert non-string with explicit base");
    return int_from_text(given, index_from(chosen));
  }
  if (text) return int_from_text(given, 10);
  if (given.is_float()) return int_from_float(given.real());
  if (is_int(given)) return make_int(big_of(given));
  for (const char* method : {"__int__", "__index__", "__trunc__"}) {
    if (const auto answer = call_special(given, method)) return make_int(big_of(*answer));
  }
  throw type_error("int() argument must be a string, a bytes-like object or a real number, not '" +
                   type_name(given) + "'");
}

Value make_float_value(Call& call) {
  call.expect(0, 1);
  if (call.size() == 0) return 0.0;
  const Value& given = primitive_of(call[0]);
  const auto* text = as<Str>(given);
  if (text == nullptr) return double_from(given);
  if (const auto number = parse_float(text->points())) return *number;
  throw value_error("could not convert string to float: " + utf8_from_points(repr_of(given)));
}

Value make_bool_value(Call& call) {
  call.expect(0, 1);
  return call.size() == 1 && truth(call[0]);
}

Value make_str_value(Call& call) {
  const Value charset = call.take_keyword("encoding", Value::unbound());
  const Value errors = call.take_keyword("errors", make_str("strict"));
  call.expect(0, 3);
  if (call.size() == 0) return make_str("");
  if (call.size() == 1 && !charset.is_bound()) return make_str(str_of(call[0]));
  return native::call(get_attribute(call[0], "decode"), {call.size() > 1      ? call[1]
                                                         : charset.is_bound() ? charset
                                                                              : Value(),
                                                         call.size() > 2 ? call[2] : errors});
}

std::string byte_string(Call& call) {
  const Value charset = call.take_keyword("encoding", Value::unbound());
  call.expect(0, 3);
  if (call.size() == 0) return {};
  std::string data;
  const Value& given = primitive_of(call[0]);
  if (bytes_of(given, &data)) return data;
  if (as<Str>(given) != nullptr) {
    if (call.size() == 1 && !charset.is_bound())
      throw type_error("string argument without an encoding");
    const Value encoded =
        native::call(get_attribute(given, "encode"), {call.size() > 1 ? call[1] : charset});
    return as<Bytes>(encoded)->data();
  }
  if (is_int(given)) {
    const std::int64_t count = index_from(given);
    if (count < 0) throw value_error("negative count");
    return std::string(static_cast<std::size_t>(count), '\0');
  }
  if (as<Instance>(given) != nullptr) {
    if (const auto answer = call_special(given, "__bytes__")) return as<Bytes>(*answer)->data();
  }
  for (const Value& item : items_of(given)) {
    const std::int64_t number = index_from(item);
    if (number < 0 || number > 255) throw value_error("bytes must be in range(0, 256)");
    data += static_cast<char>(number);
  }
  return data;
}

Value make_tuple_value(Call& call) {
  call.expect(0, 1);
  if (call.size() == 1 && as<Tuple>(call[0]) != nullptr) return call[0];
  return make_tuple(call.size() == 0 ? Values() : items_of(call[0]));
}

Value make_list_value(Call& call) {
  call.expect(0, 1);
  return make_list(call.size() == 0 ? Values() : items_of(call[0]));
}

Value make_dict_value(Call& call) {
  const Ref<Dict> dict = make<Dict>();
  if (call.size() > 1)
    throw type_error("dict expected at most 1 argument, got " + std::to_string(call.size()));
  if (call.size() == 1) update_dict(*dict, call[0]);
  for (const auto& [name, value] : call.arguments().keywords) set_key(*dict, make_str(name), value);
  return dict;
}

Value make_set_value(Call& call, bool frozen) {
  call.expect(0, 1);
  const Ref<Set> set = make<Set>(frozen);
  if (call.size() == 1) add_items(*set, call[0]);
  return set;
}

mpz_class range_bound(const Value& value) {
  const auto number = find_index(value);
  if (!number)
    throw type_error("'" + type_name(value) + "' object cannot be interpreted as an integer");
  return *number;
}

Value make_range_value(Call& call) {
  call.expect(1, 3);
  const mpz_class first = range_bound(call[0]);
  if (call.size() == 1) return make<Range>(0, first, 1);
  const mpz_class step = call.size() == 3 ? range_bound(call[2]) : mpz_class(1);
  if (step == 0) throw value_error("range() arg 3 must not be zero");
  return make<Range>(first, range_bound(call[1]), step);
}

Value make_slice_value(Call& call) {
  call.expect(1, 3);
  if (call.size() == 1) return make<Slice>(Value(), call[0], Value());
  return make<Slice>(call[0], call[1], call.size() == 3 ? call[2] : Value());
}

Value make_property_value(Call& call) {
  const std::vector<Value> parts = call.match(
      {arg("fget", Value()), arg("fset", Value()), arg("fdel", Value()), arg("doc", Value())});
  return make<Property>(parts[0], parts[1], parts[2]);
}

Value make_super_value(Call& call) {
  call.expect(2);
  auto* cls = as<Class>(call[0]);
  if (cls == nullptr)
    throw type_error("super() argument 1 must be a type, not " + type_name(call[0]));
  return make<Super>(Ref<Class>(cls), call[1]);
}

/// `type(x)`, and `type(name, bases, namespace)` as a class statement.
Value make_type_value(Call& call) {
  if (call.size() == 1) return type_of(call[0]);
  call.expect(3);
  if (!language().objects.create_class)
    throw python_error("NotImplementedError", "this subject brings no classes");
  ClassStatement statement;
  statement.name = Convert<std::string>::from(call[0]);
  statement.qualified_name = statement.name;
  for (const Value& base : items_of(call[1]))
    statement.bases.push_back(Convert<Ref<Class>>::from(base));
  for (const Table::Entry& entry : Convert<Ref<Dict>>::from(call[2])->table().snapshot()) {
    statement.body.emplace_back(Convert<std::string>::from(entry.key), entry.value);
  }
  return language().objects.create_class(statement);
}

}  // namespace

void bind_constructors() {
  bind_constructor("int", make_int_value);
  bind_constructor("float", make_float_value);
  bind_constructor("bool", make_bool_value);
  bind_constructor("str", make_str_value);
  bind_constructor("bytes", [](Call& call) { return make_bytes(byte_string(call)); });
  bind_constructor("bytearray",
                   [](Call& call) { return Value(make<ByteArray>(byte_string(call))); });
  bind_constructor("tuple", make_tuple_value);
  bind_constructor("list", make_list_value, true);
  bind_constructor("dict", make_dict_value, true);
  bind_constructor("set", [](Call& call) { return make_set_value(call, false); }, true);
  bind_constructor("frozenset", [](Call& call) { return make_set_value(call, true); });
  bind_constructor("range", make_range_value);
  bind_constructor("slice", make_slice_value);
  bind_constructor("property", make_property_value);
  bind_constructor("staticmethod",
                   [](Call& call) { return call.expect(1), Value(make<StaticMethod>(call[0])); });
  bind_constructor("classmethod",
                   [](Call& call) { return call.expect(1), Value(make<ClassMethod>(call[0])); });
  bind_constructor("super", make_super_value);
  bind_constructor("type", make_type_value);
}

}  // namespace touchstone::native

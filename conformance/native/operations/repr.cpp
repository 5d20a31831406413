#include "conformance/values/repr.h"

#include <algorithm>
#include <cstdio>
#include <vector>

#include "conformance/native/operations/numbers.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/builtin_class.h"
#include "conformance/native/runtime/function.h"
#include "conformance/native/runtime/generator.h"
#include "conformance/native/runtime/integer.h"
#include "conformance/native/runtime/text.h"

namespace touchstone::native {
namespace {

using Points = std::u32string;

Points ascii_points(std::string_view text) { return {text.begin(), text.end()}; }

/// Containers being written on this thread: one that contains itself is written as dots.
class Nesting {
 public:
  explicit Nesting(const Object* object) {
    repeated_ = std::ranges::find(open(), object) != open().end();
    open().push_back(object);
  }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;
  ~Nesting() { open().pop_back(); }
  bool is_repeated() const { return repeated_; }

 private:
  static std::vector<const Object*>& open() {
    thread_local std::vector<const Object*> objects;
    return objects;
  }
  bool repeated_;
};

Points joined(const Values& items, std::u32string_view open, std::u32string_view close) {
  Points text(open);
  for (std::size_t at = 0; at < items.size(); ++at) {
    if (at > 0) text += U", ";
    text += repr_of(items[at]);
  }
  return text += close;
}

Points repr_tuple(const Tuple& tuple) {
  return joined(tuple.items(), U"(", tuple.items().size() == 1 ? U",)" : U")");
}

Points repr_dict(Dict& dict) {
  Points text = U"{";
  for (const Table::Entry& entry : dict.table().snapshot()) {
    if (text.size() > 1) text += U", ";
    text += repr_of(entry.key) + U": " + repr_of(entry.value);
  }
  return text + U"}";
}

Values keys_of(Table& table) {
  Values keys;
  for (const Table::Entry& entry : table.snapshot()) keys.push_back(entry.key);
  return keys;
}

Points repr_set(Set& set, const std::string& name) {
  const Values items = keys_of(set.table());
  if (items.empty()) return ascii_points(name) + U"()";
  Points inside = joined(items, U"{", U"}");
  return set.frozen() ? ascii_points(name) + U"(" + inside + U")" : inside;
}

Points repr_range(const Range& range) {
  Points text =
      U"range(" + repr_of(make_int(range.start())) + U", " + repr_of(make_int(range.stop()));
  if (range.step() != 1) text += U", " + repr_of(make_int(range.step()));
  return text + U")";
}

Points repr_int(const Value& value) {
  const mpz_class number = big_of(value);
  // Python refuses to write ints beyond this many decimal digits.
  constexpr std::size_t digits_max = 4300;
  std::string digits = number.get_str();
  if (digits.size() - (number < 0 ? 1 : 0) > digits_max) {
    throw value_error(
        "Exceeds the limit (4300 digits) for integer string conversion; use "
        "sys.set_int_max_str_digits() to increase the limit");
  }
  return ascii_points(digits);
}

Points at_address(const std::string& what, const Object& object) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%p", static_cast<const void*>(&object));
  return points_from_utf8("<" + what + " at " + buffer + ">");
}

Points repr_exception(const Exception& exception) {
  const Values& arguments = exception.arguments()->items();
  const Points name = points_from_utf8(exception.cls().name());
  return name + joined(arguments, U"(", U")");
}

Points repr_class(const Class& cls) {
  const std::string prefix = cls.module() == "builtins" ? "" : cls.module() + ".";
  return points_from_utf8("<class '" + prefix + cls.qualified_name() + "'>");
}

Points repr_view(const View& view) {
  return ascii_points(view.type_name()) + U"(" +
         joined(items_of(Value(const_cast<View*>(&view))), U"[", U"]") + U")";
}

Points repr_method(const Method& method) {
  const Value name = get_attribute(method.function, "__name__");
  if (as<Builtin>(method.function) != nullptr)
    return U"<built-in method " + str_of(name) + U" of " +
           points_from_utf8(type_name(method.receiver)) + U" object>";
  return U"<bound method " + str_of(name) + U" of " + repr_of(method.receiver) + U">";
}

Points repr_instance(const Value& value, Instance& instance) {
  if (instance.primitive().is_bound()) return repr_of(instance.primitive());
  if (const auto* exception = as<Exception>(value)) return repr_exception(*exception);
  const Class& cls = instance.cls();
  const std::string prefix = cls.module() == "builtins" ? "" : cls.module() + ".";
  return at_address(prefix + cls.qualified_name() + " object", instance);
}

Points repr_container(Object& object) {
  const Nesting nesting(&object);
  if (object.kind() == Kind::List)
    return nesting.is_repeated() ? U"[...]"
                                 : joined(static_cast<List&>(object).snapshot(), U"[", U"]");
  if (object.kind() == Kind::Dict)
    return nesting.is_repeated() ? U"{...}" : repr_dict(static_cast<Dict&>(object));
  if (object.kind() == Kind::Tuple)
    return nesting.is_repeated() ? U"(...)" : repr_tuple(static_cast<Tuple&>(object));
  return nesting.is_repeated() ? U"set(...)"
                               : repr_set(static_cast<Set&>(object),
                                          static_cast<Set&>(object).frozen() ? "frozenset" : "set");
}

Points repr_object(const Value& value) {
  Object& object = *value.object();
  switch (object.kind()) {
    case Kind::BigInt:
      return repr_int(value);
    case Kind::Str:
      return points_from_utf8(text_repr(static_cast<Str&>(object).points()));
    case Kind::Bytes:
      return ascii_points(bytes_repr(static_cast<Bytes&>(object).data()));
    case Kind::ByteArray:
      return U"bytearray(" + ascii_points(bytes_repr(static_cast<ByteArray&>(object).snapshot())) +
             U")";
    case Kind::Tuple:
    case Kind::List:
    case Kind::Dict:
    case Kind::Set:
      return repr_container(object);
    case Kind::Range:
      return repr_range(static_cast<Range&>(object));
    case Kind::Slice: {
      const auto& slice = static_cast<Slice&>(object);
      return U"slice" + joined({slice.start(), slice.stop(), slice.step()}, U"(", U")");
    }
    case Kind::Class:
      return repr_class(static_cast<Class&>(object));
    case Kind::Instance:
    case Kind::Exception:
      return repr_instance(value, static_cast<Instance&>(object));
    case Kind::View:
      return repr_view(static_cast<View&>(object));
    case Kind::Method:
      return repr_method(static_cast<Method&>(object));
    case Kind::Function:
      return at_address("function " + static_cast<Function&>(object).name, object);
    case Kind::Builtin:
      return points_from_utf8("<built-in function " + static_cast<Builtin&>(object).name + ">");
    case Kind::Generator:
      return at_address(std::string(static_cast<Generator&>(object).type_name()) + " object " +
                            static_cast<Generator&>(object).name(),
                        object);
    case Kind::Module:
      return points_from_utf8("<module '" + static_cast<Module&>(object).name + "'>");
    default:
      return at_address(type_name(value) + " object", object);
  }
}

Points checked_text(const Value& answer, const char* method) {
  const auto* text = as<Str>(answer);
  if (text == nullptr)
    throw type_error(std::string(method) + " returned non-string (type " + type_name(answer) + ")");
  return text->points();
}

}  // namespace

std::u32string repr_of(const Value& value) {
  switch (value.tag()) {
    case Value::Tag::None:
    case Value::Tag::Unbound:
      return U"None";
    case Value::Tag::Bool:
      return value.integer() != 0 ? U"True" : U"False";
    case Value::Tag::Int:
      return repr_int(value);
    case Value::Tag::Float:
      return ascii_points(float_repr(value.real()));
    case Value::Tag::NotImplemented:
      return U"NotImplemented";
    case Value::Tag::Ellipsis:
      return U"Ellipsis";
    case Value::Tag::Object:
      break;
  }
  const DepthGuard depth;
  if (as<Instance>(value) != nullptr) {
    if (const auto answer = call_special(value, "__repr__"))
      return checked_text(*answer, "__repr__");
  }
  return repr_object(value);
}

namespace {

Points str_exception(const Exception& exception) {
  const Ref<Tuple> arguments = exception.arguments();
  if (exception.cls().derives_from(builtin_class("OSError")) && arguments->items().size() == 2) {
    return U"[Errno " + str_of(arguments->items()[0]) + U"] " + str_of(arguments->items()[1]);
  }
  if (arguments->items().empty()) return {};
  if (arguments->items().size() > 1) return repr_tuple(*arguments);
  const bool key = exception.cls().derives_from(builtin_class("KeyError"));
  return key ? repr_of(arguments->items()[0]) : str_of(arguments->items()[0]);
}

}  // namespace

std::u32string plain_repr(const Value& value) {
  return value.is_object() ? repr_object(value) : repr_of(value);
}
std::u32string plain_str(const Value& exception) {
  return str_exception(*as<Exception>(exception));
}

std::u32string str_of(const Value& value) {
  if (const auto* text = as<Str>(value)) return text->points();
  if (const auto* instance = as<Instance>(value)) {
    if (const auto answer = call_special(value, "__str__")) return checked_text(*answer, "__str__");
    if (const auto* exception = as<Exception>(value);
        exception != nullptr && !find_special(value, "__repr__"))
      return str_exception(*exception);
    if (instance->primitive().is_bound() && !find_special(value, "__repr__"))
      return str_of(instance->primitive());
  }
  return repr_of(value);
}

namespace {

Points hex(std::uint32_t number, int width) {
  char buffer[16];
  return ascii_points(std::string_view(buffer, static_cast<std::size_t>(std::snprintf(
                                                   buffer, sizeof buffer, "%0*x", width, number))));
}

Points escape(char32_t point) {
  if (point < 0x100) return U"\\x" + hex(point, 2);
  if (point < 0x10000) return U"\\u" + hex(point, 4);
  return U"\\U" + hex(point, 8);
}

}  // namespace

std::u32string ascii_of(const Value& value) {
  Points out;
  for (const char32_t point : repr_of(value)) {
    if (point < 0x80)
      out += point;
    else
      out += escape(point);
  }
  return out;
}

}  // namespace touchstone::native

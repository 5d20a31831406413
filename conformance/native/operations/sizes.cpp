#include "conformance/native/operations/numbers.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/operations/sequences.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/integer.h"
#include "conformance/native/runtime/text.h"

namespace touchstone::native {
namespace {}  // namespace

namespace {

bool contains_text(const Value& container, const Value& item) {
  if (const auto* text = as<Str>(container)) {
    const auto* part = as<Str>(item);
    if (part == nullptr)
      throw type_error("'in <string>' requires string as left operand, not " + type_name(item));
    return text->points().find(part->points()) != std::u32string::npos;
  }
  std::string data;
  std::string part;
  bytes_of(container, &data);
  if (bytes_of(item, &part)) return data.find(part) != std::string::npos;
  return data.find(static_cast<char>(byte_from(item))) != std::string::npos;
}

std::optional<bool> contained_by_hash(const Value& container, const Value& item) {
  if (auto* dict = as<Dict>(container)) return find_key(*dict, item).has_value();
  if (auto* set = as<Set>(container)) return set->table().find(item, hash_of(item)).has_value();
  if (const auto* view = as<View>(container); view != nullptr && view->what == View::What::Keys)
    return find_key(*view->dict, item).has_value();
  return std::nullopt;
}

}  // namespace

bool contains(const Value& container, const Value& item) {
  if (as<Instance>(container) != nullptr) {
    if (auto answer = call_special(container, "__contains__", {item})) return truth(*answer);
  }
  const Value& inside = primitive_of(container);
  if (as<Str>(inside) != nullptr || as<Bytes>(inside) != nullptr ||
      as<ByteArray>(inside) != nullptr)
    return contains_text(inside, item);
  if (const auto found = contained_by_hash(inside, item)) return *found;
  if (const auto* range = as<Range>(inside); range != nullptr && is_int(item)) {
    const mpz_class offset = big_of(item) - range->start();
    return offset % range->step() == 0 && offset / range->step() >= 0 &&
           offset / range->step() < range->length();
  }
  Iteration iteration(container);
  while (const auto next = iteration.next()) {
    if (next->is(item) || equal(*next, item)) return true;
  }
  return false;
}

std::optional<std::size_t> find_length(const Value& value) {
  if (!value.is_object()) return std::nullopt;
  Object& object = *value.object();
  switch (object.kind()) {
    case Kind::Str:
      return language().text.length(value);
    case Kind::Bytes:
      return language().text.bytes_length(value);
    case Kind::ByteArray:
      return static_cast<ByteArray&>(object).snapshot().size();
    case Kind::Tuple:
      return static_cast<Tuple&>(object).items().size();
    case Kind::List:
      return static_cast<List&>(object).size();
    case Kind::Dict:
      return static_cast<Dict&>(object).table().size();
    case Kind::Set:
      return static_cast<Set&>(object).table().size();
    case Kind::View:
      return static_cast<View&>(object).dict->table().size();
    case Kind::Range: {
      const mpz_class& length = static_cast<Range&>(object).length();
      if (!length.fits_slong_p())
        throw overflow_error("Python int too large to convert to C ssize_t");
      return length.get_ui();
    }
    default:
      break;
  }
  if (const auto length = call_special(value, "__len__")) {
    const std::int64_t number = index_from(*length);
    if (number < 0) throw value_error("__len__() should return >= 0");
    return static_cast<std::size_t>(number);
  }
  const Value& inside = primitive_of(value);
  return inside.is(value) ? std::nullopt : find_length(inside);
}

std::size_t length_of(const Value& value) {
  const auto length = find_length(value);
  if (!length) throw type_error("object of type '" + type_name(value) + "' has no len()");
  return *length;
}

bool truth(const Value& value) {
  switch (value.tag()) {
    case Value::Tag::None:
    case Value::Tag::Unbound:
      return false;
    case Value::Tag::Bool:
    case Value::Tag::Int:
      return value.integer() != 0;
    case Value::Tag::Float:
      return value.real() != 0;
    case Value::Tag::NotImplemented:
    case Value::Tag::Ellipsis:
      return true;
    case Value::Tag::Object:
      break;
  }
  switch (value.object()->kind()) {
    case Kind::Instance:
    case Kind::Exception:
      if (const auto answer = call_special(value, "__bool__")) {
        if (!answer->is_bool())
          throw type_error("__bool__ should return bool, returned " + type_name(*answer));
        return answer->integer() != 0;
      }
      if (const auto* instance = as<Instance>(value); is_number(instance->primitive()))
        return truth(instance->primitive());
      break;
    case Kind::Range:
      return static_cast<Range*>(value.object())->length() != 0;
    case Kind::Function:
    case Kind::Builtin:
    case Kind::Method:
    case Kind::Class:
    case Kind::Generator:
    case Kind::Iterator:
    case Kind::Module:
    case Kind::BigInt:
      return true;
    default:
      break;
  }
  const auto length = find_length(value);
  return !length || *length != 0;
}

}  // namespace touchstone::native

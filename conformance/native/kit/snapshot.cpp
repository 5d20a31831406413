#include "conformance/native/kit/snapshot.h"

#include <algorithm>

#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/builtin_class.h"
#include "conformance/native/runtime/function.h"
#include "conformance/native/runtime/generator.h"
#include "conformance/native/runtime/integer.h"
#include "conformance/native/runtime/text.h"
#include "conformance/values/wire.h"

namespace touchstone::native {
namespace {

touchstone::Value shown(const Value& value, int level);

touchstone::Values shown_all(const Values& items, int level) {
  touchstone::Values data;
  data.reserve(items.size());
  for (const Value& item : items) data.push_back(shown(item, level));
  return data;
}

touchstone::Value shown_dict(Dict& dict, int level) {
  touchstone::Dict data;
  for (const Table::Entry& entry : dict.table().snapshot())
    data.items.emplace_back(shown(entry.key, level), shown(entry.value, level));
  return data;
}

touchstone::Value shown_set(Set& set, int level) {
  touchstone::Set data;
  data.frozen = set.frozen();
  for (const Table::Entry& entry : set.table().snapshot())
    data.items.push_back(shown(entry.key, level));
  return data;
}

touchstone::Value shown_object(Object& object, const Value& value) {
  std::uint32_t ordinal = object.ordinal().load();
  if (ordinal == 0) {
    const std::uint32_t fresh = current_run().next_ordinal();
    if (object.ordinal().compare_exchange_strong(ordinal, fresh)) ordinal = fresh;
  }
  const auto* cls = as<Class>(value);
  return ObjectValue{kind_of(value), ordinal, cls == nullptr ? "" : cls->name()};
}

ErrorValue shown_error(const Exception& exception, int level, int chained);

std::shared_ptr<const ErrorValue> shown_chain(const Value& other, int level, int chained) {
  const auto* exception = as<Exception>(other);
  if (exception == nullptr || chained >= wire::most_chained_errors) return nullptr;
  return std::make_shared<ErrorValue>(shown_error(*exception, level, chained + 1));
}

ErrorValue shown_error(const Exception& exception, int level, int chained) {
  ErrorValue error;
  const Class& cls = exception.cls();
  error.type = cls.name();
  error.bases.push_back(cls.name());
  for (const Ref<Class>& each : cls.ancestors()) error.bases.push_back(each->name());
  error.args = shown_all(exception.arguments()->items(), level + 1);
  Namespace& attributes = const_cast<Exception&>(exception).attributes();
  if (const auto code = attributes.find("errno")) {
    if (const auto number = small_of(*code)) error.errno_code = static_cast<int>(*number);
  }
  error.cause = shown_chain(exception.cause(), level, chained);
  error.context = shown_chain(exception.context(), level, chained);
  const auto members = attributes.find("exceptions");
  if (members && chained < wire::most_chained_errors &&
      cls.derives_from(builtin_class("BaseExceptionGroup"))) {
    for (const Value& each : items_of(*members))
      error.members.push_back(shown_error(*as<Exception>(each), level, chained + 1));
  }
  return error;
}

touchstone::Value shown_of_object(const Value& value, int level) {
  Object& object = *value.object();
  switch (object.kind()) {
    case Kind::BigInt:
      return big_of(value);
    case Kind::Str:
      return Text{static_cast<Str&>(object).points()};
    case Kind::Bytes:
      return touchstone::Bytes{static_cast<Bytes&>(object).data()};
    case Kind::Tuple:
      return touchstone::Tuple{shown_all(static_cast<Tuple&>(object).items(), level + 1)};
    case Kind::List:
      return touchstone::List{shown_all(static_cast<List&>(object).snapshot(), level + 1)};
    case Kind::Dict:
      return shown_dict(static_cast<Dict&>(object), level + 1);
    case Kind::Set:
      return shown_set(static_cast<Set&>(object), level + 1);
    case Kind::Exception:
      return shown_error(static_cast<Exception&>(object), level, 0);
    default:
      return shown_object(object, value);
  }
}

touchstone::Value shown(const Value& value, int level) {
  if (level > wire::most_levels) return TooDeep{};
  switch (value.tag()) {
    case Value::Tag::None:
    case Value::Tag::Unbound:
      return {};
    case Value::Tag::Bool:
      return value.integer() != 0;
    case Value::Tag::Int:
      return value.integer();
    case Value::Tag::Float:
      return value.real();
    case Value::Tag::NotImplemented:
      return ObjectValue{"NotImplementedType", 0, ""};
    case Value::Tag::Ellipsis:
      return ObjectValue{"ellipsis", 0, ""};
    case Value::Tag::Object:
      break;
  }
  return shown_of_object(value, level);
}

}  // namespace

touchstone::Value snapshot(const Value& value, int level) { return shown(value, level); }

ErrorValue snapshot_error(const Value& exception) {
  return shown_error(*as<Exception>(exception), 0, 0);
}

std::string kind_of(const Value& value) {
  if (!value.is_object()) return type_of(value)->name();
  switch (value.object()->kind()) {
    case Kind::Function:
      return "function";
    case Kind::Builtin:
      return "builtin";
    case Kind::Method:
      return as<Function>(as<Method>(value)->function) != nullptr ? "method" : "builtin";
    case Kind::Class:
      return "type";
    default:
      break;
  }
  const std::string name = type_of(value)->name();
  if (name == "Task" || name == "Future") return name == "Task" ? "task" : "future";
  return name;
}

}  // namespace touchstone::native

#include <functional>

#include "conformance/native/operations/numbers.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/builtin_class.h"
#include "conformance/native/runtime/function.h"
#include "conformance/native/runtime/integer.h"
#include "conformance/native/runtime/text.h"

namespace touchstone::native {
namespace {

std::uint64_t mixed(std::uint64_t seed, std::uint64_t next) {
  return (seed ^ next) * 0x100000001b3ULL + 0x9e3779b97f4a7c15ULL;
}

std::uint64_t hash_items(const Values& items) {
  std::uint64_t hash = 0x345678;
  for (const Value& item : items) hash = mixed(hash, hash_of(item));
  return hash;
}

std::uint64_t hash_identity(const Object& object) {
  return std::hash<const void*>{}(&object) >> 4U;
}

[[noreturn]] void refuse_to_hash(const Value& value) {
  throw type_error("unhashable type: '" + type_name(value) + "'");
}

std::uint64_t hash_instance(const Value& value, Instance& instance) {
  const auto find = [&](std::string_view name) { return find_in_class(instance.cls(), name); };
  const auto own = find("__hash__");
  if (own && own->is_none()) refuse_to_hash(value);
  if (own) {
    const Value hash = call(*own, {value});
    if (!is_int(hash)) throw type_error("__hash__ method should return an integer");
    return hash_number(hash);
  }
  if (find("__eq__")) refuse_to_hash(value);
  if (instance.primitive().is_bound()) return hash_of(instance.primitive());
  return hash_identity(instance);
}

/// Order does not matter.
std::uint64_t hash_set(Set& set) {
  std::uint64_t hash = 1927868237;
  for (const Table::Entry& entry : set.table().snapshot())
    hash ^= (entry.hash ^ 89869747ULL) * 3644798167ULL;
  return hash;
}

std::uint64_t hash_object(const Value& value) {
  Object& object = *value.object();
  switch (object.kind()) {
    case Kind::BigInt:
      return hash_number(value);
    case Kind::Str:
      return static_cast<Str&>(object).hash();
    // As the text of the same characters: they meet in a dict, and equality has to tell them apart.
    case Kind::Bytes: {
      const std::string& data = static_cast<Bytes&>(object).data();
      std::u32string points;
      for (const char each : data) points += static_cast<unsigned char>(each);
      return Str(std::move(points)).hash();
    }
    case Kind::Tuple:
      return hash_items(static_cast<Tuple&>(object).items());
    case Kind::Set:
      if (!static_cast<Set&>(object).frozen()) refuse_to_hash(value);
      return hash_set(static_cast<Set&>(object));
    case Kind::Range: {
      const auto& range = static_cast<Range&>(object);
      return hash_number(make_int(range.length())) ^
             hash_number(make_int(range.length() == 0 ? mpz_class(0) : range.start()));
    }
    case Kind::Method:
      return mixed(hash_of(static_cast<Method&>(object).receiver),
                   hash_of(static_cast<Method&>(object).function));
    case Kind::Instance:
    case Kind::Exception:
      return hash_instance(value, static_cast<Instance&>(object));
    case Kind::ByteArray:
    case Kind::List:
    case Kind::Dict:
    case Kind::Slice:
    case Kind::View:
      refuse_to_hash(value);
    default:
      return hash_identity(object);
  }
}

bool same_kind_key(const Value& a, const Value& b, Kind kind) {
  return a.object()->kind() == kind && b.object()->kind() == kind;
}

std::optional<bool> simply_equal(const Value& stored, const Value& asked) {
  if (!stored.is_object() && !asked.is_object()) {
    if (is_number(stored) && is_number(asked)) return compare_numbers(stored, asked) == 0;
    return stored.is(asked);
  }
  if (!stored.is_object() || !asked.is_object()) return std::nullopt;
  if (same_kind_key(stored, asked, Kind::Str))
    return as<Str>(stored)->points() == as<Str>(asked)->points();
  if (same_kind_key(stored, asked, Kind::Bytes))
    return as<Bytes>(stored)->data() == as<Bytes>(asked)->data();
  return std::nullopt;
}

const bool equality_is_set = [] {
  Table::set_equality(simply_equal, equal);
  return true;
}();

}  // namespace

std::uint64_t hash_of(const Value& value) {
  if (value.is_object()) return hash_object(value);
  if (is_number(value)) return hash_number(value);
  return 0x51ed27 + static_cast<std::uint64_t>(value.tag());
}

std::optional<Value> find_key(Dict& dict, const Value& key) {
  return dict.table().find(key, hash_of(key));
}
void set_key(Dict& dict, const Value& key, Value item) {
  dict.table().set(key, hash_of(key), std::move(item));
}

Value dict_of(const Namespace::Bindings& bindings) {
  const Ref<Dict> dict = make<Dict>();
  for (const auto& [name, value] : bindings) set_key(*dict, make_str(name), value);
  return dict;
}

}  // namespace touchstone::native

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "conformance/native/builtins/builtins.h"
#include "conformance/native/builtins/method_table.h"
#include "conformance/native/builtins/sorting.h"
#include "conformance/native/kit/host.h"
#include "conformance/native/operations/instances.h"
#include "conformance/native/operations/numbers.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/operations/sequences.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/integer.h"

namespace touchstone::native {
namespace {

std::string name_from(const Value& name) {
  if (as<Str>(name) == nullptr)
    throw type_error("attribute name must be string, not '" + type_name(name) + "'");
  return utf8_of(name);
}

Value get_attribute_or(Call& call) {
  call.expect(2, 3);
  const std::string name = name_from(call[1]);
  if (call.size() == 2) return get_attribute(call[0], name);
  return find_attribute(call[0], name).value_or(call[2]);
}

bool is_subclass_of(const Value& derived, const Value& info) {
  auto* cls = as<Class>(derived);
  if (cls == nullptr) throw type_error("issubclass() arg 1 must be a class");
  if (const auto* tuple = as<Tuple>(info)) {
    return std::ranges::any_of(tuple->items(),
                               [&](const Value& each) { return is_subclass_of(derived, each); });
  }
  auto* base = as<Class>(info);
  if (base == nullptr)
    throw type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union");
  return is_subclass(*cls, *base);
}

Value rounded(const Value& number, const Value& digits) {
  if (is_int(number)) {
    const std::int64_t places = digits.is_none() ? 0 : index_from(digits);
    if (places >= 0) return make_int(big_of(number));
    mpz_class unit;
    mpz_ui_pow_ui(unit.get_mpz_t(), 10, static_cast<unsigned long>(-places));
    const mpz_class value = big_of(number);
    mpz_class down;
    mpz_fdiv_q(down.get_mpz_t(), value.get_mpz_t(), unit.get_mpz_t());
    const mpz_class twice = (value - down * unit) * 2;
    const bool up = twice > unit || (twice == unit && mpz_odd_p(down.get_mpz_t()) != 0);
    return make_int((down + (up ? 1 : 0)) * unit);
  }
  if (!number.is_float())
    throw type_error("type " + type_name(number) + " doesn't define __round__ method");
  if (digits.is_none()) return make_int(truncate(std::nearbyint(number.real())));
  char buffer[400];
  std::snprintf(buffer, sizeof buffer, "%.*f",
                static_cast<int>(std::clamp<std::int64_t>(index_from(digits), 0, 300)),
                number.real());
  return std::strtod(buffer, nullptr);
}

Value based(const Value& number, int base, const char* prefix) {
  const mpz_class value = Convert<mpz_class>::from(number);
  return make_str((value < 0 ? "-" : "") + std::string(prefix) +
                  mpz_class(abs(value)).get_str(base));
}

Value character(std::int64_t point) {
  if (point < 0 || point > 0x10ffff) throw value_error("chr() arg not in range(0x110000)");
  return make_str(std::u32string(1, static_cast<char32_t>(point)));
}

std::int64_t code_point(const Value& value) {
  std::string data;
  if (const auto* text = as<Str>(primitive_of(value));
      text != nullptr && text->points().size() == 1)
    return static_cast<std::int64_t>(text->points()[0]);
  if (bytes_of(value, &data) && data.size() == 1) return static_cast<unsigned char>(data[0]);
  throw type_error("ord() expected a character, but " + type_name(value) +
                   " of another length or kind found");
}

/// The output of a scenario that shares its process goes to stderr: stdout is not its own.
void print(Call& call) {
  const Value separator = call.take_keyword("sep");
  const Value end = call.take_keyword("end");
  call.take_keyword("file");
  call.take_keyword("flush");
  call.expect_no_keywords();
  std::u32string line;
  for (std::size_t at = 0; at < call.size(); ++at) {
    if (at > 0) line += separator.is_none() ? U" " : str_of(separator);
    line += str_of(call[at]);
  }
  line += end.is_none() ? U"\n" : str_of(end);
  const std::string text = utf8_from_points(line);
  std::FILE* stream = current_run().host().owns_process() ? stdout : stderr;
  std::fwrite(text.data(), 1, text.size(), stream);
  std::fflush(stream);
}

/// One line of the process's standard input, without its end.
Value input(const Value& prompt) {
  Arguments text({prompt});
  text.keywords.emplace_back("end", make_str(""));
  Call asking("print", text);
  print(asking);
  std::string line;
  int each = std::fgetc(stdin);
  if (each == EOF) throw python_error("EOFError", "EOF when reading a line");
  for (; each != EOF && each != '\n'; each = std::fgetc(stdin)) line += static_cast<char>(each);
  return make_str(line);
}

Value names_of(Call& call) {
  call.expect(0, 1);
  Values names;
  const auto add = [&](const Namespace::Bindings& bindings) {
    for (const auto& [name, value] : bindings) names.push_back(make_str(name));
  };
  if (call.size() == 0) {
    add(current_run().globals().snapshot());
  } else if (auto* module = as<Module>(call[0])) {
    add(module->attributes.snapshot());
  } else {
    auto* asked = as<Class>(call[0]);
    const auto own = [](const Value& object) {
      return Convert<Ref<Dict>>::from(get_attribute(object, "__dict__"))->table().snapshot();
    };
    const auto add_own = [&](const Value& object) {
      for (const Table::Entry& entry : own(object)) names.push_back(entry.key);
    };
    Class& cls = asked != nullptr ? *asked : *type_of(call[0]);
    if (asked == nullptr && as<Instance>(call[0]) != nullptr) add_own(call[0]);
    add_own(Value(&cls));
    for (const Ref<Class>& each : cls.ancestors()) add_own(Value(each));
  }
  names = sorted(std::move(names), {}, false);
  names.erase(std::unique(names.begin(), names.end(),
                          [](const Value& a, const Value& b) { return equal(a, b); }),
              names.end());
  return make_list(std::move(names));
}

Value quotient_and_remainder(const Value& left, const Value& right) {
  return make_tuple({binary(BinaryOp::FloorDiv, left, right), binary(BinaryOp::Mod, left, right)});
}

Value absolute(const Value& value) {
  if (value.is_float()) return std::abs(value.real());
  if (is_int(value)) return make_int(abs(big_of(value)));
  if (const auto answer = call_special(value, "__abs__")) return *answer;
  throw type_error("bad operand type for abs(): '" + type_name(value) + "'");
}

void bind_object_functions(Registry& core) {
  core.function("isinstance", matches_class_info);
  core.function("issubclass", is_subclass_of);
  core.function("getattr", get_attribute_or);
  core.function("hasattr", [](const Value& object, const Value& name) {
    return find_attribute(object, name_from(name)).has_value();
  });
  core.function("setattr", [](const Value& object, const Value& name, const Value& value) {
    set_attribute(object, name_from(name), value);
  });
  core.function("delattr", [](const Value& object, const Value& name) {
    delete_attribute(object, name_from(name));
  });
  core.function("callable", is_callable);
  core.function("id", [](const Value& value) {
    return value.is_object()
               ? static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(value.object()))
               : static_cast<std::int64_t>(hash_of(value) * 2 + 1);
  });
  core.function("hash",
                [](const Value& value) { return static_cast<std::int64_t>(hash_of(value)); });
  core.function("vars", [](const Value& object) { return get_attribute(object, "__dict__"); });
  core.function("dir", names_of);
  core.function("globals", [] { return dict_of(current_run().globals().snapshot()); });
}

void bind_text_functions(Registry& core) {
  core.function("repr", [](const Value& value) { return make_str(repr_of(value)); });
  core.function("ascii", [](const Value& value) { return make_str(ascii_of(value)); });
  core.function(
      "format",
      [](const Value& value, const std::string& spec) {
        return make_str(format_of(value, points_from_utf8(spec)));
      },
      Parameter{}, arg("", make_str("")));
  core.function("chr", character);
  core.function("ord", code_point);
  core.function("hex", [](const Value& number) { return based(number, 16, "0x"); });
  core.function("oct", [](const Value& number) { return based(number, 8, "0o"); });
  core.function("bin", [](const Value& number) { return based(number, 2, "0b"); });
  core.function("print", print);
  core.function("input", input, arg("", make_str("")));
}

void bind_number_functions(Registry& core) {
  core.function("abs", absolute);
  core.function("divmod", quotient_and_remainder);
  core.function("pow", power, arg("base"), arg("exp"), arg("mod", Value()));
  core.function("round", rounded, arg("number"), arg("ndigits", Value()));
  core.function("len", length_of);
}

}  // namespace

void bind_functions(Registry& core) {
  bind_object_functions(core);
  bind_text_functions(core);
  bind_number_functions(core);
}

namespace {

struct Core {
  Core() {
    Heap* heap = Heap::set_current(nullptr);
    Registry core("core");
    for (const auto& [name, cls] : builtin_class_names().snapshot()) {
      if (name != "map" && name != "filter") core.value(name, cls);
    }
    core.value("NotImplemented", Value::not_implemented());
    core.value("Ellipsis", Value::ellipsis());
    core.value("__name__", make_str("__main__"));
    bind_functions(core);
    bind_iteration_functions(core);
    bind_text_methods();
    bind_bytes_methods();
    bind_container_methods();
    bind_set_methods();
    bind_number_methods();
    bind_generator_methods();
    bind_exception_methods();
    bind_constructors();
    bind_descriptor_methods();
    set_instance_finaliser(finalise);
    names = std::make_unique<Registry>(std::move(core));
    Heap::set_current(heap);
  }
  std::unique_ptr<Registry> names;
};

}  // namespace

const Namespace& builtin_names() {
  static const auto* const core =
      new Core;  // never destroyed: runs may end after static destruction
  return core->names->builtins();
}

}  // namespace touchstone::native

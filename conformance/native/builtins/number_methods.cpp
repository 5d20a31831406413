#include <cmath>

#include "conformance/native/builtins/builtins.h"
#include "conformance/native/builtins/method_table.h"
#include "conformance/native/operations/numbers.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/runtime/integer.h"

namespace touchstone::native {
namespace {

void bind_value_method(std::string_view cls, const char* name, NativeBody body) {
  builtin_class(cls).attributes().set(name, make<Builtin>(name, std::move(body), true));
}

mpz_class receiver_int(const Value& value) {
  const Value& inside = primitive_of(value);
  if (!is_int(inside)) throw type_error("descriptor requires an int, not " + type_name(value));
  return big_of(inside);
}

double receiver_float(const Value& value) {
  const Value& inside = primitive_of(value);
  if (!inside.is_float()) throw type_error("descriptor requires a float, not " + type_name(value));
  return inside.real();
}

std::int64_t bit_length(const mpz_class& number) {
  return number == 0 ? 0 : static_cast<std::int64_t>(mpz_sizeinbase(number.get_mpz_t(), 2));
}

Value to_bytes(const Value& self, std::int64_t length, const std::string& order, bool is_signed) {
  mpz_class number = receiver_int(self);
  if (number < 0 && !is_signed) throw overflow_error("can't convert negative int to unsigned");
  if (length < 0) throw value_error("length argument must be non-negative");
  const mpz_class limit =
      mpz_class(1) << static_cast<unsigned long>(length * 8 - (is_signed && length > 0 ? 1 : 0));
  if (number >= limit || (is_signed && number < -limit))
    throw overflow_error("int too big to convert");
  if (number < 0) number += mpz_class(1) << static_cast<unsigned long>(length * 8);
  std::string data(static_cast<std::size_t>(length), '\0');
  for (std::size_t at = 0; at < data.size(); ++at) {
    const mpz_class byte = (number >> (8 * at)) & 255;
    data[order == "little" ? at : data.size() - 1 - at] = static_cast<char>(byte.get_ui());
  }
  if (order != "little" && order != "big")
    throw value_error("byteorder must be either 'little' or 'big'");
  return make_bytes(std::move(data));
}

Value from_bytes(const Value&, const Value& bytes, const std::string& order, bool is_signed) {
  std::string data;
  if (!bytes_of(bytes, &data))
    data = as<Bytes>(call(Value(&builtin_class("bytes")), {bytes}))->data();
  mpz_class number;
  for (std::size_t at = 0; at < data.size(); ++at) {
    const char byte = data[order == "little" ? data.size() - 1 - at : at];
    number = number * 256 + static_cast<unsigned long>(static_cast<unsigned char>(byte));
  }
  const mpz_class range = mpz_class(1) << static_cast<unsigned long>(data.size() * 8);
  if (is_signed && !data.empty() && number * 2 >= range) number -= range;
  return make_int(number);
}

}  // namespace

void bind_number_methods() {
  bind_value_method(
      "int", "bit_length",
      bind_function([](const Value& self) { return bit_length(receiver_int(self)); }, {}));
  bind_value_method(
      "int", "conjugate",
      bind_function([](const Value& self) { return make_int(receiver_int(self)); }, {}));
  bind_value_method(
      "int", "to_bytes",
      bind_function(to_bytes, {Parameter{}, arg("length", 1), arg("byteorder", make_str("big")),
                               keyword_arg("signed", false)}));
  const Value from = make<Builtin>(
      "from_bytes",
      bind_function(from_bytes, {Parameter{}, arg("bytes"), arg("byteorder", make_str("big")),
                                 keyword_arg("signed", false)}));
  builtin_class("int").attributes().set("from_bytes", make<ClassMethod>(from));
  bind_value_method("float", "is_integer",
                    bind_function(
                        [](const Value& self) {
                          const double number = receiver_float(self);
                          return std::isfinite(number) && std::trunc(number) == number;
                        },
                        {}));
}

}  // namespace touchstone::native

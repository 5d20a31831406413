#include <cmath>
#include <limits>
#include <numbers>

#include "conformance/native/interpreter/errors.h"
#include "conformance/native/operations/iterators.h"
#include "conformance/native/operations/numbers.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"
#include "conformance/native/runtime/builtin_class.h"
#include "conformance/native/runtime/integer.h"
#include "conformance/subjects/reference/library.h"
#include "conformance/subjects/reference/registry.h"

namespace touchstone::reference {
namespace {

using native::arg;
using native::BinaryOp;
using native::CompareOp;
using native::Value;

template <BinaryOp op>
Value operate(const Value& left, const Value& right) {
  return native::binary(op, left, right);
}

template <CompareOp op>
Value ordered(const Value& left, const Value& right) {
  return native::compare(op, left, right);
}

void bind_operator(native::Registry& registry) {
  registry.function("operator.add", operate<BinaryOp::Add>)
      .function("operator.sub", operate<BinaryOp::Sub>);
  registry.function("operator.mul", operate<BinaryOp::Mult>)
      .function("operator.truediv", operate<BinaryOp::Div>);
  registry.function("operator.floordiv", operate<BinaryOp::FloorDiv>)
      .function("operator.mod", operate<BinaryOp::Mod>);
  registry.function("operator.pow", operate<BinaryOp::Pow>)
      .function("operator.or_", operate<BinaryOp::BitOr>);
  registry.function("operator.and_", operate<BinaryOp::BitAnd>)
      .function("operator.xor", operate<BinaryOp::BitXor>);
  registry.function("operator.eq", ordered<CompareOp::Eq>)
      .function("operator.ne", ordered<CompareOp::NotEq>);
  registry.function("operator.lt", ordered<CompareOp::Lt>)
      .function("operator.le", ordered<CompareOp::LtE>);
  registry.function("operator.gt", ordered<CompareOp::Gt>)
      .function("operator.ge", ordered<CompareOp::GtE>);
  registry.function("operator.neg", [](const Value& value) {
    return native::unary(native::UnaryOpKind::USub, value);
  });
  registry.function("operator.not_", [](const Value& value) { return !native::truth(value); });
  registry.function("operator.getitem", native::get_item);
  registry.function("operator.contains", native::contains);
  registry.function("operator.is_",
                    [](const Value& left, const Value& right) { return left.is(right); });
}

Value greatest_divisor(native::Call& call) {
  call.expect_no_keywords();
  mpz_class divisor;
  for (const Value& each : call.arguments().positional)
    divisor = gcd(divisor, native::from_value<mpz_class>(each));
  return native::make_int(divisor);
}

double checked_square_root(double number) {
  if (number < 0) throw native::value_error("math domain error");
  return std::sqrt(number);
}

Value rounded_to_int(double (*round)(double), const Value& number) {
  return native::is_int(number)
             ? native::make_int(native::big_of(number))
             : native::make_int(native::truncate(round(native::double_from(number))));
}

void bind_math(native::Registry& registry) {
  registry.value("math.pi", std::numbers::pi)
      .value("math.e", std::numbers::e)
      .value("math.inf", std::numeric_limits<double>::infinity());
  registry.value("math.nan", std::numeric_limits<double>::quiet_NaN());
  registry.function("math.floor",
                    [](const Value& number) { return rounded_to_int(std::floor, number); });
  registry.function("math.ceil",
                    [](const Value& number) { return rounded_to_int(std::ceil, number); });
  registry.function("math.trunc",
                    [](const Value& number) { return rounded_to_int(std::trunc, number); });
  registry.function("math.sqrt", checked_square_root).function("math.gcd", greatest_divisor);
  registry.function("math.isnan", [](double number) { return std::isnan(number); });
  registry.function("math.isinf", [](double number) { return std::isinf(number); });
  registry.function("math.isfinite", [](double number) { return std::isfinite(number); });
  registry.function("math.fabs", [](double number) { return std::abs(number); });
  registry.function(
      "math.prod",
      [](const Value& items, const Value& start) {
        Value product = start;
        for (const Value& item : native::items_of(items))
          product = native::binary(BinaryOp::Mult, product, item);
        return product;
      },
      native::Parameter{}, native::keyword_arg("start", 1));
  registry.function("math.factorial", [](std::int64_t number) {
    if (number < 0) throw native::value_error("factorial() not defined for negative values");
    mpz_class result;
    mpz_fac_ui(result.get_mpz_t(), static_cast<unsigned long>(number));
    return native::make_int(result);
  });
}

/// sys.stderr.
struct ErrorStream {
  std::size_t write(const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
    return native::points_from_utf8(text).size();
  }
  void flush() { std::fflush(stderr); }
};

Value error_stream(native::Registry& registry) {
  auto type = registry.type<ErrorStream>("io.ErrorStream");
  type.method("write", &ErrorStream::write).method("flush", &ErrorStream::flush);
  const auto stream = native::make<native::Instance>(native::Ref<native::Class>(&type.cls()));
  stream->set_payload(std::make_shared<ErrorStream>(), &native::type_tag<ErrorStream>());
  return stream;
}

void bind_sys(native::Registry& registry) {
  registry.value("sys.maxsize", std::numeric_limits<std::int64_t>::max())
      .value("sys.platform", native::make_str("linux"))
      .value("sys.byteorder", native::make_str("little"));
  registry.value("sys.stderr", error_stream(registry));
  registry.function("sys.getrecursionlimit", [] { return native::thread_state().depth_max; });
  registry.function("sys.exc_info", [] {
    const native::HandledErrors* handled = native::thread_state().handled;
    const Value error = handled == nullptr ? Value() : native::language().errors.handled(*handled);
    if (error.is_none()) return native::make_tuple({Value(), Value(), Value()});
    return native::make_tuple({native::type_of(error), error, Value()});
  });
  registry.function("sys.exception", [] {
    const native::HandledErrors* handled = native::thread_state().handled;
    return handled == nullptr ? Value() : native::language().errors.handled(*handled);
  });
  registry.function(
      "sys.exit",
      [](const Value& code) -> Value {
        throw native::PythonError(
            native::call(Value(&native::builtin_class("SystemExit")), {code}));
      },
      arg("", Value()));
}

void bind_types(native::Registry& registry) {
  const std::pair<const char*, const char*> names[] = {
      {"FunctionType", "function"},
      {"LambdaType", "function"},
      {"MethodType", "method"},
      {"GeneratorType", "generator"},
      {"CoroutineType", "coroutine"},
      {"AsyncGeneratorType", "async_generator"},
      {"ModuleType", "module"},
      {"NoneType", "NoneType"},
      {"BuiltinFunctionType", "builtin_function_or_method"}};
  for (const auto& [name, cls] : names)
    registry.value("types." + std::string(name), Value(&native::builtin_class(cls)));
}

}  // namespace

void bind_modules(native::Registry& registry) {
  bind_operator(registry);
  bind_math(registry);
  bind_sys(registry);
  bind_types(registry);
  bind_itertools(registry);
  bind_function_tools(registry);
  bind_time(registry);
  bind_warnings(registry);
  registry.claims({"integers.unbounded", "text.strings", "text.bytes", "coroutines",
                   "coroutines.custom_awaitables", "generators.states", "clock.monotonic",
                   "process.program"});
}

}  // namespace touchstone::reference

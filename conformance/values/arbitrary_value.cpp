#include "conformance/values/arbitrary_value.h"

#include <cmath>
#include <limits>

namespace touchstone {
namespace arbitrary {
namespace {

using rc::Gen;
namespace gen = rc::gen;

template <class T>
Gen<Value> as_value(Gen<T> generator) {
  return gen::map(std::move(generator), [](T item) { return Value(std::move(item)); });
}

/// Around the edges of words and of 2^53, and far beyond.
Gen<Integer> integer() {
  return gen::map(
      gen::pair(gen::element(0, 7, 31, 53, 63, 64, 200), gen::inRange(-3, 4)),
      [](const auto& parts) {
        const Integer edge =
            parts.first == 0 ? Integer(0) : Integer(1) << static_cast<unsigned>(parts.first);
        return parts.second < 0 ? Integer(-(edge + -parts.second)) : Integer(edge + parts.second);
      });
}

Gen<double> real() {
  using limits = std::numeric_limits<double>;
  return gen::oneOf(
      gen::arbitrary<double>(),
      gen::element(0.0, -0.0, 1.0, 0.5, 1e300, 1e22, 1e-7, 0.1, 123456789012345680.0,
                   limits::infinity(), -limits::infinity(), limits::max(), limits::denorm_min()));
}

Gen<Text> text() {
  const auto point =
      gen::oneOf(gen::inRange<char32_t>(0x20, 0x7F), gen::inRange<char32_t>(0, 0x110000),
                 gen::elementOf(std::u32string(U"\n\r\t\0'\"\\{}\u00e9\u4e16\U0001f600", 13)),
                 gen::inRange<char32_t>(0xD7FF, 0xE001));
  return gen::map(gen::container<std::u32string>(point),
                  [](std::u32string points) { return Text{std::move(points)}; });
}

Gen<Bytes> bytes() {
  return gen::map(gen::container<std::string>(gen::inRange(0, 256)),
                  [](std::string data) { return Bytes{std::move(data)}; });
}

Gen<Value> scalar() {
  return gen::oneOf(gen::just(Value()), as_value(gen::arbitrary<bool>()), as_value(integer()),
                    as_value(real()), as_value(text()), as_value(bytes()));
}

Gen<Value> object() {
  return gen::oneOf(
      gen::map(
          gen::inRange(0, 9),
          [](int ref) { return Value(ObjectValue{"task", static_cast<std::uint64_t>(ref), {}}); }),
      gen::just(Value(ObjectValue{"type", 7, "Person"})), gen::just(Value(TooDeep{})));
}

Gen<Values> items(int levels) {
  return gen::scale(0.3, gen::container<Values>(wire_value(levels - 1)));
}

ErrorValue error_of(const Values& args, bool with_cause) {
  ErrorValue error;
  error.type = "KeyError";
  error.bases = {"KeyError", "LookupError", "Exception", "BaseException", "object"};
  error.args = args;
  if (!with_cause) return error;
  ErrorValue outer;
  outer.type = "OSError";
  outer.bases = {"OSError", "Exception", "BaseException", "object"};
  outer.errno_code = 2;
  outer.members = {error};
  outer.cause = std::make_shared<const ErrorValue>(error);
  return outer;
}

Gen<Value> container(int levels) {
  using Pairs = std::vector<std::pair<Value, Value>>;
  const auto below = gen::lazy([levels] { return items(levels); });
  const auto flag = gen::arbitrary<bool>();
  const auto pairs = gen::lazy([levels] {
    const auto item = wire_value(levels - 1);
    return gen::scale(0.3, gen::container<Pairs>(gen::pair(item, item)));
  });
  return gen::oneOf(gen::map(below, [](Values all) { return Value(List{std::move(all)}); }),
                    gen::map(below, [](Values all) { return Value(Tuple{std::move(all)}); }),
                    gen::map(gen::pair(below, flag),
                             [](const auto& set) { return Value(Set{set.first, set.second}); }),
                    gen::map(pairs, [](const Pairs& all) { return Value(Dict{all}); }),
                    gen::map(gen::pair(below, flag), [](const auto& error) {
                      return Value(error_of(error.first, error.second));
                    }));
}

}  // namespace

Gen<Value> wire_value(int levels) {
  if (levels == 0) return gen::oneOf(scalar(), object());
  return gen::oneOf(scalar(), object(), container(levels));
}

Gen<Value> literal() {
  const auto whole =
      gen::map(integer(), [](const Integer& number) { return Integer(abs(number)); });
  const auto positive = gen::map(real(), [](double number) { return std::abs(number); });
  return gen::oneOf(gen::just(Value()), as_value(gen::arbitrary<bool>()), as_value(whole),
                    as_value(positive), as_value(text()), as_value(bytes()));
}

}  // namespace arbitrary

void showValue(const Value& value, std::ostream& out) { out << repr(value); }

}  // namespace touchstone

#include "conformance/check/arbitrary.h"

namespace touchstone::arbitrary {
namespace {

using rc::Gen;
namespace gen = rc::gen;

Gen<char32_t> between(char32_t first, char32_t last) {
  return gen::cast<char32_t>(
      gen::inRange<std::uint32_t>(first, static_cast<std::uint32_t>(last) + 1));
}

Gen<char32_t> edge() {
  return gen::elementOf(
      std::u32string(U"\x7f\x80\x7ff\x800\ud7ff\ue000\ufffd\uffff\U00010000"
                     U"\U0010ffff\ufeff\u0301\r\n\u2028\U0001f600\u4e16\u754c"));
}

Gen<char32_t> code_point() {
  return gen::weightedOneOf<char32_t>({{6, between(U'a', U'z')},
                                       {2, between(U' ', U'~')},
                                       {1, gen::just(U'\0')},
                                       {4, edge()},
                                       {2, between(0x80, 0xd7ff)},
                                       {1, between(0xe000, 0x10ffff)}});
}

Gen<Text> text_of(Gen<char32_t> letter) {
  return gen::map(gen::container<std::u32string>(std::move(letter)),
                  [](std::u32string points) { return Text{std::move(points)}; });
}

bool has_letters(const Text& text) { return !text.points.empty(); }

template <class T>
Gen<Value> as_value(Gen<T> generator) {
  return gen::map(std::move(generator), [](T held) { return Value(std::move(held)); });
}

Gen<Value> atom() {
  return gen::oneOf(gen::just(Value()), as_value(gen::arbitrary<bool>()), as_value(integer()),
                    as_value(text()), as_value(bytes()));
}

Gen<Values> few(Gen<Value> item) {
  return gen::mapcat(gen::inRange<std::size_t>(0, 4), [item = std::move(item)](std::size_t count) {
    return gen::container<Values>(count, item);
  });
}

}  // namespace

Gen<Text> text() { return text_of(code_point()); }
Gen<Text> non_empty_text() { return gen::suchThat(text(), has_letters); }
Gen<Text> ascii() { return text_of(between(0, 0x7f)); }

Gen<Text> word() {
  return gen::mapcat(gen::inRange<std::size_t>(1, 9), [](std::size_t length) {
    return gen::map(gen::container<std::u32string>(length, between(U'a', U'z')),
                    [](std::u32string points) { return Text{std::move(points)}; });
  });
}

Gen<Bytes> bytes() {
  return gen::map(gen::container<std::string>(gen::cast<char>(gen::inRange(0, 256))),
                  [](std::string data) { return Bytes{std::move(data)}; });
}

Gen<Text> identifier() {
  return gen::map(word(), [](Text name) {
    name.points += U'_';  // no keyword, builtin or name of the kit ends so
    return name;
  });
}

Gen<Integer> integer() {
  const auto near_power = gen::map(
      gen::pair(gen::elementOf(std::vector<int>{7, 8, 31, 32, 53, 63, 64}), gen::inRange(-2, 3)),
      [](const std::pair<int, int>& power_and_offset) {
        return Integer((Integer(1) << power_and_offset.first) + power_and_offset.second);
      });
  const auto small = gen::map(gen::inRange(-100, 101), [](int number) { return Integer(number); });
  const auto negated = gen::map(near_power, [](const Integer& number) { return Integer(-number); });
  return gen::weightedOneOf<Integer>({{4, small}, {1, near_power}, {1, negated}});
}

Gen<Value> hashable() {
  const auto tuple =
      gen::map(few(atom()), [](Values items) { return Value(Tuple{std::move(items)}); });
  return gen::weightedOneOf<Value>({{4, atom()}, {1, tuple}});
}

Gen<Value> datum() {
  const auto list =
      gen::map(few(hashable()), [](Values items) { return Value(List{std::move(items)}); });
  return gen::weightedOneOf<Value>({{3, hashable()}, {1, list}});
}

Gen<std::vector<std::int64_t>> numbers(std::int64_t least, std::int64_t greatest,
                                       std::size_t shortest, std::size_t longest) {
  return list_of(gen::inRange(least, greatest + 1), shortest, longest);
}

Gen<std::vector<std::int64_t>> small_integers(std::size_t shortest, std::size_t longest) {
  return numbers(-100, 100, shortest, longest);
}

}  // namespace touchstone::arbitrary

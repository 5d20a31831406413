// Text and bytes with other elements than characters and integers, that can be changed, or are
// taken for each other.
#include "conformance/faults/text/codecs.h"
#include "conformance/native/operations/sequences.h"
#include "conformance/native/runtime/builtin_class.h"

namespace touchstone::faults {
namespace {

using native::Bytes;
using native::Str;

std::u32string utf16_units(const Value& text) {
  std::u32string units;
  for (const char32_t point : as<Str>(text)->points()) {
    if (point < 0x10000) {
      units += point;
    } else {
      units += static_cast<char32_t>(0xd800 + ((point - 0x10000) >> 10));
      units += static_cast<char32_t>(0xdc00 + ((point - 0x10000) & 0x3ff));
    }
  }
  return units;
}

void counts_units(Registry& registry) {
  registry.language.text.length = [](const Value& text) { return utf16_units(text).size(); };
  registry.language.text.item = [](const Value& text, std::int64_t index) {
    const std::u32string units = utf16_units(text);
    return native::make_str(
        std::u32string(1, units[native::position_of(index, units.size(), "out of range")]));
  };
}

void items_are_numbers(Registry& registry) {
  auto& item = registry.language.text.item;
  item = [right = item](const Value& text, std::int64_t index) {
    return Value(static_cast<std::int64_t>(as<Str>(right(text, index))->points()[0]));
  };
}

void bytes_items_are_bytes(Registry& registry) {
  auto& item = registry.language.text.bytes_item;
  item = [right = item](const Value& data, std::int64_t index) {
    return native::make_bytes(std::string(1, static_cast<char>(right(data, index).integer())));
  };
}

void bytes_items_are_signed(Registry& registry) {
  auto& item = registry.language.text.bytes_item;
  item = [right = item](const Value& data, std::int64_t index) {
    return Value(static_cast<std::int64_t>(static_cast<signed char>(right(data, index).integer())));
  };
}

void slice_of_one_is_integer(Registry& registry) {
  auto& slice = registry.language.text.bytes_slice;
  slice = [right = slice](const Value& data, const native::Slice& bounds) {
    const Value part = right(data, bounds);
    const std::string& bytes = as<Bytes>(part)->data();
    return bytes.size() == 1
               ? Value(static_cast<std::int64_t>(static_cast<unsigned char>(bytes[0])))
               : part;
  };
}

/// The type of `T` values is called otherwise.
template <class T>
void type_is_called(Registry& registry, const char* name) {
  auto& type_of = registry.language.objects.type_of;
  const auto other = native::make<native::Class>(name, native::Classes(), native::Classes());
  type_of = [right = type_of, other](const Value& value) {
    if (as<T>(value) != nullptr) return other;
    return right ? right(value) : native::Ref<native::Class>(&native::class_of(value));
  };
}

void bytes_are_text(Registry& registry) {
  auto& type_of = registry.language.objects.type_of;
  type_of = [right = type_of](const Value& value) {
    if (as<Bytes>(value) != nullptr)
      return native::Ref<native::Class>(&native::builtin_class("str"));
    return right ? right(value) : native::Ref<native::Class>(&native::class_of(value));
  };
}

std::u32string characters(const Value& value) {
  if (const auto* text = as<Str>(value)) return text->points();
  std::u32string points;
  for (const char byte : as<Bytes>(value)->data()) points += static_cast<unsigned char>(byte);
  return points;
}

bool is_mixed(const Value& left, const Value& right) {
  return (as<Str>(left) != nullptr && as<Bytes>(right) != nullptr) ||
         (as<Bytes>(left) != nullptr && as<Str>(right) != nullptr);
}

void equal_by_content(Registry& registry) {
  auto& equal = registry.language.text.equal;
  equal = [right = equal](const Value& left, const Value& other) {
    return is_mixed(left, other) ? characters(left) == characters(other) : right(left, other);
  };
}

void concatenated(Registry& registry) {
  auto& concatenate = registry.language.text.concatenate;
  concatenate = [right = concatenate](const Value& left, const Value& other) {
    return is_mixed(left, other) ? native::make_str(characters(left) + characters(other))
                                 : right(left, other);
  };
}

void literals_take_any_letter(Registry& registry) {
  auto& compile = registry.language.compile;
  compile = [right = compile](std::string_view source) {
    std::string plain(source);
    if (plain.find("b'") != std::string::npos)
      std::ranges::replace_if(
          plain, [](char byte) { return static_cast<unsigned char>(byte) >= 0x80; }, 'x');
    right(plain);
  };
}

const Faults text_sequence_faults{
    {"text.str.counts-units",
     "Text is a sequence of UTF-16 units.",
     {"text.str.code-points"},
     counts_units},
    {"text.str.items-are-numbers",
     "Indexing text gives the number of the character.",
     {"text.str.index-is-text", "text.str.code-points"},
     items_are_numbers},
    {"text.str.assignment-ignored",
     "Assigning to an element of a text does nothing, and raises nothing.",
     {"text.str.immutable"},
     [](Registry& registry) {
       registry.language.text.set_item = [](const Value&, const Value&, const Value&) {};
     }},
    {"text.str.called-unicode",
     "The type of text is called unicode.",
     {"text.str.type-name"},
     [](Registry& registry) { type_is_called<Str>(registry, "unicode"); }},
    {"text.bytes.items-are-bytes",
     "Indexing bytes gives bytes of length one.",
     {"text.bytes.index-is-integer"},
     bytes_items_are_bytes},
    {"text.bytes.items-are-signed",
     "Indexing bytes gives integers from -128 to 127.",
     {"text.bytes.index-is-integer"},
     bytes_items_are_signed},
    {"text.bytes.slice-of-one-is-integer",
     "A slice of one byte is an integer.",
     {"text.bytes.slice-is-bytes"},
     slice_of_one_is_integer},
    {"text.bytes.assignment-ignored",
     "Assigning to an element of bytes does nothing, and raises nothing.",
     {"text.bytes.immutable"},
     [](Registry& registry) {
       registry.language.text.set_bytes_item = [](const Value&, const Value&, const Value&) {};
     }},
    {"text.bytes.called-str",
     "The type of bytes is that of text.",
     {"text.bytes.type-name"},
     bytes_are_text},
    {"text.bytes.literals-take-any-letter",
     "A bytes literal may hold any character.",
     {"text.bytes.literal-ascii-only"},
     literals_take_any_letter},
    {"text.str-bytes.equal-by-content",
     "Text equals bytes of the same numbers.",
     {"text.str-bytes.never-equal"},
     equal_by_content},
    {"text.str-bytes.concatenated",
     "Bytes are decoded when they are added to text.",
     {"text.str-bytes.no-concatenation"},
     concatenated},
};

}  // namespace
}  // namespace touchstone::faults

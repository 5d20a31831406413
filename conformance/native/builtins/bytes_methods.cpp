#include <algorithm>
#include <cctype>

#include "conformance/native/builtins/builtins.h"
#include "conformance/native/builtins/method_table.h"
#include "conformance/native/builtins/substrings.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"

namespace touchstone::native {
namespace {

std::string bytes_like(const Value& value) {
  std::string data;
  if (!bytes_of(primitive_of(value), &data))
    throw type_error("a bytes-like object is required, not '" + type_name(value) + "'");
  return data;
}

/// What may stand where bytes are searched for: bytes or one number.
std::string part_of(const Value& value) {
  if (!value.is_small_int()) return bytes_like(value);
  if (value.integer() < 0 || value.integer() > 255)
    throw value_error("byte must be in range(0, 256)");
  return std::string(1, static_cast<char>(value.integer()));
}

Values as_bytes(const std::vector<std::string>& parts) {
  Values values;
  for (const std::string& each : parts) values.push_back(make_bytes(each));
  return values;
}

std::string joined(const std::string& separator, const Value& items) {
  std::string data;
  bool first = true;
  for (const Value& item : items_of(items)) {
    if (!std::exchange(first, false)) data += separator;
    data += bytes_like(item);
  }
  return data;
}

std::string hex_of(const std::string& data) {
  std::string text;
  for (const char each : data) {
    text += "0123456789abcdef"[static_cast<unsigned char>(each) >> 4U];
    text += "0123456789abcdef"[static_cast<unsigned char>(each) & 15U];
  }
  return text;
}

Value from_hex(const Value&, const std::string& text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits),
                       [](unsigned char each) { return std::isspace(each) == 0; });
  const bool all_hex =
      std::ranges::all_of(digits, [](unsigned char each) { return std::isxdigit(each) != 0; });
  if (!all_hex || digits.size() % 2 != 0)
    throw value_error("non-hexadecimal number found in fromhex() arg");
  std::string data;
  for (std::size_t at = 0; at < digits.size(); at += 2)
    data += static_cast<char>(std::stoi(digits.substr(at, 2), nullptr, 16));
  return make_bytes(std::move(data));
}

Value decoded(const std::string& data, const Value& charset, const std::string& errors) {
  const auto& operations = language().text;
  if (!operations.decode)
    throw python_error("NotImplementedError", "this subject brings no text codecs");
  const std::string name =
      charset.is_none() ? operations.default_charset() : Convert<std::string>::from(charset);
  return make_str(operations.decode(data, name, errors));
}

std::string mapped(std::string data, int (*change)(int)) {
  std::ranges::transform(data, data.begin(), [change](unsigned char each) {
    return static_cast<char>(each < 0x80 ? change(each) : each);
  });
  return data;
}

const std::string& content(Bytes& bytes) { return bytes.data(); }
std::string content(ByteArray& array) { return array.snapshot(); }

template <class T>
void bind_common(MethodTable<T>& table) {
  const auto none = [] { return arg("", Value()); };
  table
      .method(
          "decode",
          [](T& self, const Value& charset, const std::string& errors) {
            return decoded(content(self), charset, errors);
          },
          arg("encoding", Value()), arg("errors", make_str("strict")))
      .method("hex", [](T& self) { return hex_of(content(self)); })
      .method("join",
              [](T& self, const Value& items) { return make_bytes(joined(content(self), items)); })
      .method(
          "split",
          [](T& self, const Value& separator, std::int64_t most) {
            const std::string data = content(self);
            return make_list(as_bytes(separator.is_none()
                                          ? split_space(data, most)
                                          : split_at(data, bytes_like(separator), most)));
          },
          arg("sep", Value()), arg("maxsplit", -1))
      .method(
          "splitlines",
          [](T& self, bool keep) {
            return make_list(as_bytes(split_lines(std::string(content(self)), keep)));
          },
          arg("keepends", false))
      .method("partition",
              [](T& self, const Value& separator) {
                return make_tuple(
                    as_bytes(partition(std::string(content(self)), bytes_like(separator), false)));
              })
      .method("rpartition",
              [](T& self, const Value& separator) {
                return make_tuple(
                    as_bytes(partition(std::string(content(self)), bytes_like(separator), true)));
              })
      .method("startswith",
              [](T& self, const Value& prefix) {
                return std::string(content(self)).starts_with(bytes_like(prefix));
              })
      .method("endswith",
              [](T& self, const Value& suffix) {
                return std::string(content(self)).ends_with(bytes_like(suffix));
              })
      .method(
          "find",
          [](T& self, const Value& part, const Value& start, const Value& end) {
            return find_in(std::string(content(self)), part_of(part), start, end, false);
          },
          Parameter{}, none(), none())
      .method(
          "rfind",
          [](T& self, const Value& part, const Value& start, const Value& end) {
            return find_in(std::string(content(self)), part_of(part), start, end, true);
          },
          Parameter{}, none(), none())
      .method(
          "index",
          [](T& self, const Value& part, const Value& start, const Value& end) {
            return index_in(std::string(content(self)), part_of(part), start, end, false);
          },
          Parameter{}, none(), none())
      .method(
          "count",
          [](T& self, const Value& part, const Value& start, const Value& end) {
            return count_in(std::string(content(self)), part_of(part), start, end);
          },
          Parameter{}, none(), none())
      .method(
          "replace",
          [](T& self, const Value& old, const Value& other, std::int64_t most) {
            return make_bytes(
                replaced(std::string(content(self)), bytes_like(old), bytes_like(other), most));
          },
          Parameter{}, Parameter{}, arg("", -1))
      .method("upper", [](T& self) { return make_bytes(mapped(content(self), std::toupper)); })
      .method("lower", [](T& self) { return make_bytes(mapped(content(self), std::tolower)); });
  for (const auto& [name, left, right] :
       {std::tuple{"strip", true, true}, std::tuple{"lstrip", true, false},
        std::tuple{"rstrip", false, true}}) {
    table.method(
        name,
        [left = left, right = right](T& self, const Value& letters) {
          const std::string drops = letters.is_none() ? std::string() : bytes_like(letters);
          return make_bytes(stripped(std::string(content(self)),
                                     letters.is_none() ? nullptr : &drops, left, right));
        },
        none());
  }
}

}  // namespace

void bind_bytes_methods() {
  MethodTable<Bytes> bytes("bytes");
  bind_common(bytes);
  bytes.class_method("fromhex", from_hex);
  MethodTable<ByteArray> array("bytearray");
  bind_common(array);
  array
      .method("append",
              [](ByteArray& self, const Value& byte) {
                self.locked([part = part_of(byte)](std::string& data) { data += part; });
              })
      .method("extend",
              [](ByteArray& self, const Value& more) {
                self.locked([part = bytes_like(more)](std::string& data) { data += part; });
              })
      .method("clear",
              [](ByteArray& self) { self.locked([](std::string& data) { data.clear(); }); });
}

}  // namespace touchstone::native

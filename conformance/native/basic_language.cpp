#include "conformance/native/language.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/operations/sequences.h"
#include "conformance/native/runtime/integer.h"
#include "conformance/native/runtime/text.h"

namespace touchstone::native {
namespace {

const std::u32string& points_of(const Value& text) { return as<Str>(text)->points(); }
const std::string& data_of(const Value& data) { return as<Bytes>(data)->data(); }

Value text_item(const Value& text, std::int64_t index) {
  const std::u32string& points = points_of(text);
  return make_str(
      std::u32string(1, points[position_of(index, points.size(), "string index out of range")]));
}

Value text_slice(const Value& text, const Slice& bounds) {
  const std::u32string& points = points_of(text);
  return make_str(picked(points, select(bounds, points.size())));
}

Value bytes_item(const Value& bytes, std::int64_t index) {
  const std::string& data = data_of(bytes);
  return static_cast<std::int64_t>(
      static_cast<unsigned char>(data[position_of(index, data.size(), "index out of range")]));
}

Value bytes_slice(const Value& bytes, const Slice& bounds) {
  const std::string& data = data_of(bytes);
  return make_bytes(picked(data, select(bounds, data.size())));
}

void refuse_assignment(const Value& target, const Value&, const Value&) {
  throw type_error("'" + type_name(target) + "' object does not support item assignment");
}

Value concatenate(const Value& left, const Value& right) {
  const auto* text = as<Str>(left);
  const auto* other = as<Str>(right);
  if (text != nullptr && other != nullptr) return make_str(text->points() + other->points());
  std::string data;
  std::string more;
  if (bytes_of(left, &data) && bytes_of(right, &more)) {
    data += more;
    return as<ByteArray>(left) != nullptr ? Value(make<ByteArray>(std::move(data)))
                                          : make_bytes(std::move(data));
  }
  if (text != nullptr)
    throw type_error("can only concatenate str (not \"" + type_name(right) + "\") to str");
  throw type_error("can't concat " + type_name(right) + " to " + type_name(left));
}

bool equal_texts(const Value& left, const Value& right) {
  const auto* text = as<Str>(left);
  const auto* other = as<Str>(right);
  if (text != nullptr && other != nullptr) return text->points() == other->points();
  const BytesView data(left);
  const BytesView more(right);
  return data.has_value() && more.has_value() && *data == *more;
}

Value innermost_handled(const HandledErrors& activation) {
  const HandledErrors* running = &activation;
  while (running != nullptr) {
    for (const HandledErrors* each = running; each != nullptr; each = each->delegator) {
      if (!each->errors.empty()) return each->errors.back();
    }
    running = running->resumer;
  }
  return {};
}

}  // namespace

Language basic_language() {
  Language language;
  language.text.default_charset = [] { return std::string("utf-8"); };
  language.text.length = [](const Value& text) { return points_of(text).size(); };
  language.text.item = text_item;
  language.text.slice = text_slice;
  language.text.set_item = refuse_assignment;
  language.text.bytes_length = [](const Value& data) { return data_of(data).size(); };
  language.text.bytes_item = bytes_item;
  language.text.bytes_slice = bytes_slice;
  language.text.set_bytes_item = refuse_assignment;
  language.text.concatenate = concatenate;
  language.text.equal = equal_texts;
  language.errors.enter_handler = [](HandledErrors& activation, Value error) {
    activation.errors.push_back(std::move(error));
  };
  language.errors.leave_handler = [](HandledErrors& activation) { activation.errors.pop_back(); };
  language.errors.handled = innermost_handled;
  language.wide_integer = [](const mpz_class& exact) { return make_int(exact); };
  return language;
}

}  // namespace touchstone::native

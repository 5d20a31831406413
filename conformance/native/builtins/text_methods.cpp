#include <algorithm>

#include "conformance/native/builtins/builtins.h"
#include "conformance/native/builtins/letters.h"
#include "conformance/native/builtins/method_table.h"
#include "conformance/native/builtins/percent_format.h"
#include "conformance/native/builtins/substrings.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"

namespace touchstone::native {
namespace {

using Points = std::u32string;

const Points& str_points(const Value& value) {
  const auto* text = as<Str>(primitive_of(value));
  if (text == nullptr) throw type_error("must be str, not " + type_name(value));
  return text->points();
}

Points joined(const Points& separator, const Value& iterable) {
  Points text;
  std::size_t at = 0;
  for (const Value& item : items_of(iterable)) {
    if (as<Str>(primitive_of(item)) == nullptr) {
      throw type_error("sequence item " + std::to_string(at) + ": expected str instance, " +
                       type_name(item) + " found");
    }
    if (at++ > 0) text += separator;
    text += str_points(item);
  }
  return text;
}

Values as_strings(const std::vector<Points>& parts) {
  Values values;
  for (const Points& each : parts) values.push_back(make_str(each));
  return values;
}

template <class Predicate>
bool all_letters(const Str& text, Predicate predicate) {
  return !text.points().empty() && std::ranges::all_of(text.points(), predicate);
}

Points mapped(const Str& text, char32_t (*change)(char32_t)) {
  Points out = text.points();
  std::ranges::transform(out, out.begin(), change);
  return out;
}

Points capitalized(const Points& text, bool each_word) {
  Points out;
  bool first = true;
  for (const char32_t point : text) {
    out += first ? to_upper(point) : to_lower(point);
    first = each_word && !is_alpha(point);
  }
  return out;
}

/// True where some letter is cased and all cased ones are as `wanted` says.
bool is_cased(const Str& text, bool (*wanted)(char32_t), bool (*other)(char32_t)) {
  return std::ranges::any_of(text.points(), wanted) && std::ranges::none_of(text.points(), other);
}

Points justified(const Str& text, std::int64_t width, const Value& fill, int side) {
  const Points& filler = str_points(fill);
  if (filler.size() != 1) throw type_error("The fill character must be exactly one character long");
  const auto missing =
      std::max<std::int64_t>(0, width - static_cast<std::int64_t>(text.points().size()));
  const std::int64_t left = side < 0 ? 0 : side > 0 ? missing : missing / 2 + (missing & width & 1);
  return Points(static_cast<std::size_t>(left), filler[0]) + text.points() +
         Points(static_cast<std::size_t>(missing - left), filler[0]);
}

Points zero_filled(const Str& text, std::int64_t width) {
  Points out = text.points();
  const std::size_t at = !out.empty() && (out[0] == '+' || out[0] == '-') ? 1 : 0;
  if (static_cast<std::int64_t>(out.size()) < width)
    out.insert(at, static_cast<std::size_t>(width) - out.size(), U'0');
  return out;
}

bool is_identifier(const Str& text) {
  const Points& points = text.points();
  const auto starts = [](char32_t point) { return point == '_' || is_alpha(point); };
  return !points.empty() && starts(points[0]) && std::ranges::all_of(points, [&](char32_t point) {
    return starts(point) || is_digit(point);
  });
}

Value encoded(Str& text, const Value& charset, const std::string& errors) {
  const auto& operations = language().text;
  if (!operations.encode)
    throw python_error("NotImplementedError", "this subject brings no text codecs");
  const std::string name =
      charset.is_none() ? operations.default_charset() : Convert<std::string>::from(charset);
  return make_bytes(operations.encode(text.points(), name, errors));
}

Value translated(const Str& text, const Value& table) {
  Points out;
  for (const char32_t point : text.points()) {
    const auto* dict = as<Dict>(table);
    const auto change = dict == nullptr ? std::nullopt
                                        : find_key(*const_cast<Dict*>(dict),
                                                   Value(static_cast<std::int64_t>(point)));
    if (!change)
      out += point;
    else if (const auto* replacement = as<Str>(*change))
      out += replacement->points();
    else if (change->is_small_int())
      out += static_cast<char32_t>(change->integer());
  }
  return make_str(std::move(out));
}

void bind_case_and_shape(MethodTable<Str>& str) {
  str.method("upper", [](Str& self) { return make_str(mapped(self, to_upper)); })
      .method("lower", [](Str& self) { return make_str(mapped(self, to_lower)); })
      .method("casefold", [](Str& self) { return make_str(mapped(self, to_lower)); })
      .method("swapcase",
              [](Str& self) {
                return make_str(mapped(self, [](char32_t point) {
                  return is_upper(point) ? to_lower(point) : to_upper(point);
                }));
              })
      .method("capitalize", [](Str& self) { return make_str(capitalized(self.points(), false)); })
      .method("title", [](Str& self) { return make_str(capitalized(self.points(), true)); })
      .method("isdigit", [](Str& self) { return all_letters(self, is_digit); })
      .method("isdecimal", [](Str& self) { return all_letters(self, is_digit); })
      .method("isnumeric", [](Str& self) { return all_letters(self, is_digit); })
      .method("isalpha", [](Str& self) { return all_letters(self, is_alpha); })
      .method("isalnum",
              [](Str& self) {
                return all_letters(
                    self, [](char32_t point) { return is_alpha(point) || is_digit(point); });
              })
      .method("isspace", [](Str& self) { return all_letters(self, is_space); })
      .method("isascii",
              [](Str& self) {
                return std::ranges::all_of(self.points(),
                                           [](char32_t point) { return point < 0x80; });
              })
      .method("isupper", [](Str& self) { return is_cased(self, is_upper, is_lower); })
      .method("islower", [](Str& self) { return is_cased(self, is_lower, is_upper); })
      .method("isidentifier", is_identifier)
      .method(
          "ljust",
          [](Str& self, std::int64_t width, const Value& fill) {
            return make_str(justified(self, width, fill, -1));
          },
          Parameter{}, arg("fillchar", make_str(" ")))
      .method(
          "rjust",
          [](Str& self, std::int64_t width, const Value& fill) {
            return make_str(justified(self, width, fill, 1));
          },
          Parameter{}, arg("fillchar", make_str(" ")))
      .method(
          "center",
          [](Str& self, std::int64_t width, const Value& fill) {
            return make_str(justified(self, width, fill, 0));
          },
          Parameter{}, arg("fillchar", make_str(" ")))
      .method("zfill",
              [](Str& self, std::int64_t width) { return make_str(zero_filled(self, width)); });
}

void bind_parts(MethodTable<Str>& str) {
  str.method("join",
             [](Str& self, const Value& items) { return make_str(joined(self.points(), items)); })
      .method(
          "split",
          [](Str& self, const Value& separator, std::int64_t most) {
            if (separator.is_none()) return make_list(as_strings(split_space(self.points(), most)));
            return make_list(as_strings(split_at(self.points(), str_points(separator), most)));
          },
          arg("sep", Value()), arg("maxsplit", -1))
      .method(
          "rsplit",
          [](Str& self, const Value& separator, std::int64_t most) {
            if (separator.is_none())
              return make_list(as_strings(split_space_right(self.points(), most)));
            return make_list(
                as_strings(split_at_right(self.points(), str_points(separator), most)));
          },
          arg("sep", Value()), arg("maxsplit", -1))
      .method(
          "splitlines",
          [](Str& self, bool keep) {
            return make_list(as_strings(split_lines(self.points(), keep)));
          },
          arg("keepends", false))
      .method(
          "partition",
          [](Str& self, const Value& separator) {
            return make_tuple(as_strings(partition(self.points(), str_points(separator), false)));
          })
      .method(
          "rpartition",
          [](Str& self, const Value& separator) {
            return make_tuple(as_strings(partition(self.points(), str_points(separator), true)));
          })
      .method(
          "strip",
          [](Str& self, const Value& letters) {
            return make_str(stripped(
                self.points(), letters.is_none() ? nullptr : &str_points(letters), true, true));
          },
          arg("", Value()))
      .method(
          "lstrip",
          [](Str& self, const Value& letters) {
            return make_str(stripped(
                self.points(), letters.is_none() ? nullptr : &str_points(letters), true, false));
          },
          arg("", Value()))
      .method(
          "rstrip",
          [](Str& self, const Value& letters) {
            return make_str(stripped(
                self.points(), letters.is_none() ? nullptr : &str_points(letters), false, true));
          },
          arg("", Value()))
      .method(
          "replace",
          [](Str& self, const Value& old, const Value& other, std::int64_t most) {
            return make_str(replaced(self.points(), str_points(old), str_points(other), most));
          },
          Parameter{}, Parameter{}, arg("", -1))
      .method("removeprefix",
              [](Str& self, const Value& prefix) {
                return make_str(self.points().starts_with(str_points(prefix))
                                    ? self.points().substr(str_points(prefix).size())
                                    : self.points());
              })
      .method("removesuffix", [](Str& self, const Value& suffix) {
        const bool ends =
            !str_points(suffix).empty() && self.points().ends_with(str_points(suffix));
        return make_str(
            self.points().substr(0, self.points().size() - (ends ? str_points(suffix).size() : 0)));
      });
}

template <class Test>
bool any_affix(const Value& affix, Test test) {
  if (const auto* tuple = as<Tuple>(affix)) return std::ranges::any_of(tuple->items(), test);
  return test(affix);
}

void bind_search(MethodTable<Str>& str) {
  str.method(
         "startswith",
         [](Str& self, const Value& prefix, const Value& start, const Value& end) {
           const Points part = window_of(self.points(), start, end).text;
           return any_affix(prefix,
                            [&](const Value& each) { return part.starts_with(str_points(each)); });
         },
         Parameter{}, arg("", Value()), arg("", Value()))
      .method(
          "endswith",
          [](Str& self, const Value& suffix, const Value& start, const Value& end) {
            const Points part = window_of(self.points(), start, end).text;
            return any_affix(suffix,
                             [&](const Value& each) { return part.ends_with(str_points(each)); });
          },
          Parameter{}, arg("", Value()), arg("", Value()))
      .method(
          "find",
          [](Str& self, const Value& part, const Value& start, const Value& end) {
            return find_in(self.points(), str_points(part), start, end, false);
          },
          Parameter{}, arg("", Value()), arg("", Value()))
      .method(
          "rfind",
          [](Str& self, const Value& part, const Value& start, const Value& end) {
            return find_in(self.points(), str_points(part), start, end, true);
          },
          Parameter{}, arg("", Value()), arg("", Value()))
      .method(
          "index",
          [](Str& self, const Value& part, const Value& start, const Value& end) {
            return index_in(self.points(), str_points(part), start, end, false);
          },
          Parameter{}, arg("", Value()), arg("", Value()))
      .method(
          "rindex",
          [](Str& self, const Value& part, const Value& start, const Value& end) {
            return index_in(self.points(), str_points(part), start, end, true);
          },
          Parameter{}, arg("", Value()), arg("", Value()))
      .method(
          "count",
          [](Str& self, const Value& part, const Value& start, const Value& end) {
            return count_in(self.points(), str_points(part), start, end);
          },
          Parameter{}, arg("", Value()), arg("", Value()));
}

}  // namespace

void bind_text_methods() {
  MethodTable<Str> str("str");
  bind_case_and_shape(str);
  bind_parts(str);
  bind_search(str);
  str.method("encode", encoded, arg("encoding", Value()), arg("errors", make_str("strict")))
      .method("format",
              [](Str& self, Call& call) {
                return brace_format(make_str(self.points()), call.arguments());
              })
      .method("translate", translated);
}

}  // namespace touchstone::native

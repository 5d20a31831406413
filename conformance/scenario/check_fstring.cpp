#include "conformance/scenario/check_fstring.h"

#include <algorithm>

#include "conformance/scenario/fstring.h"
#include "conformance/scenario/rules.h"
#include "conformance/scenario/walk.h"
#include "conformance/values/repr.h"

namespace touchstone::scenario {
namespace {

/// ', ", """ and ''' once each.
constexpr int most_string_levels = 4;

class FstringRules {
 public:
  explicit FstringRules(Position at) : at_(at) {}

  /// `strings`: the strings around, with this one.
  void joined(const JoinedStr& node, int strings, int specs) const {
    require(strings <= most_string_levels, "strings nest too deeply in this f-string");
    const Expr* before = nullptr;
    for (const Expr& part : node.values) {
      if (const auto* constant = as<Constant>(part)) {
        require(before == nullptr || as<Constant>(*before) == nullptr,
                "two texts side by side in an f-string are one");
        text(*constant, strings, specs);
      } else {
        formatted(part, strings, specs);
      }
      before = &part;
    }
  }

 private:
  void require(bool holds, const char* message) const {
    if (!holds) refuse(at_, message);
  }

  void text(const Constant& constant, int strings, int specs) const {
    const auto* text = constant.value.get_if<Text>();
    require(text != nullptr && !text->points.empty(),
            "an f-string's parts are texts that are not empty, and values");
    if (strings == 1) return;
    require_plain(text_body(text->points, '\''), "an f-string");
    const bool braces = text->points.find_first_of(U"{}") != std::u32string::npos;
    require(specs == 0 || !braces, "a brace in the format spec of an f-string inside another");
  }

  void formatted(const Expr& part, int strings, int specs) const {
    const auto* value = as<FormattedValue>(part);
    require(value != nullptr, "an f-string's parts are texts and values");
    require(specs < most_spec_levels, "format specs nest too deeply");
    inside(*value->value, strings + 1);
    if (!value->format_spec) return;
    const auto* spec = as<JoinedStr>(**value->format_spec);
    require(spec != nullptr, "a format spec is a JoinedStr");
    joined(*spec, strings, specs + 1);
  }

  void inside(const Expr& expr, int strings) const {
    if (const auto* nested = as<JoinedStr>(expr)) return joined(*nested, strings, 0);
    if (const auto* constant = as<Constant>(expr)) literal(constant->value, strings);
    for_each_child(
        expr, Overloaded{[&](const Expr& child) { inside(child, strings); }, [](const Stmt&) {}});
  }

  void literal(const Value& value, int strings) const {
    const auto* text = value.get_if<Text>();
    const auto* bytes = value.get_if<Bytes>();
    if (text == nullptr && bytes == nullptr) return;
    require(strings <= most_string_levels, "strings nest too deeply in this f-string");
    const std::string body =
        text != nullptr ? text_body(text->points, '\'') : bytes_repr(bytes->data).substr(2);
    require_plain(bytes != nullptr ? std::string_view(body).substr(0, body.size() - 1) : body,
                  "a string");
  }

  void require_plain(std::string_view body, const std::string& what) const {
    if (body.find_first_of("\\'\"") == std::string_view::npos) return;
    refuse(at_, what +
                    " between the braces of an f-string holds a quote, a backslash or an invisible "
                    "character: give it a name first");
  }

  Position at_;
};

}  // namespace

void check_fstring(const JoinedStr& node, Position at) { FstringRules(at).joined(node, 1, 0); }

}  // namespace touchstone::scenario

#include "conformance/native/interpreter/parameters.h"

#include <algorithm>

#include "conformance/native/interpreter/activation.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/runtime/exception.h"
#include "conformance/native/runtime/text.h"

namespace touchstone::native {
namespace {

/// One call's matching. Slots: positional parameters, keyword-only ones, then *args and **kwargs.
class Binding {
 public:
  Binding(const Function& function, Arguments& arguments, Frame& frame)
      : function_(function),
        parameters_(*function.code.arguments),
        arguments_(arguments),
        frame_(frame),
        positional_(parameters_.args.size()),
        named_(positional_ + parameters_.kwonlyargs.size()) {}

  void run() {
    take_positional();
    take_keywords();
    fill_positional_defaults();
    fill_keyword_defaults();
  }

 private:
  bool is_filled(std::size_t slot) const {
    const Value& value = frame_.slots[slot];
    const auto* cell = as<Cell>(value);
    return cell == nullptr ? value.is_bound() : cell->get().is_bound();
  }

  std::string name() const { return function_.code.qualified_name + "()"; }

  void take_positional() {
    Values& given = arguments_.positional;
    const std::size_t taken = std::min(given.size(), positional_);
    for (std::size_t at = 0; at < taken; ++at) frame_.set_slot(at, std::move(given[at]));
    if (parameters_.vararg) {
      const auto rest = given.begin() + static_cast<std::ptrdiff_t>(taken);
      frame_.set_slot(named_, make_tuple(Values(std::make_move_iterator(rest),
                                                std::make_move_iterator(given.end()))));
    } else if (given.size() > positional_) {
      throw type_error(name() + " takes " + std::to_string(positional_) +
                       " positional arguments but " + std::to_string(given.size()) + " were given");
    }
  }

  std::size_t slot_of(const std::string& keyword) const {
    std::size_t slot = 0;
    while (slot < named_ && frame_.code.slots[slot] != keyword) ++slot;
    return slot;
  }

  void take_keywords() {
    const Ref<Dict> rest = parameters_.kwarg ? make<Dict>() : Ref<Dict>();
    for (auto& [keyword, value] : arguments_.keywords) {
      const std::size_t slot = slot_of(keyword);
      if (slot < named_) {
        if (is_filled(slot))
          throw type_error(name() + " got multiple values for argument '" + keyword + "'");
        frame_.set_slot(slot, std::move(value));
      } else if (rest) {
        set_key(*rest, make_str(keyword), std::move(value));
      } else {
        throw type_error(name() + " got an unexpected keyword argument '" + keyword + "'");
      }
    }
    if (rest) frame_.set_slot(named_ + (parameters_.vararg ? 1 : 0), rest);
  }

  void fill_positional_defaults() {
    const std::size_t first_default = positional_ - function_.defaults.size();
    std::string missing;
    std::size_t count = 0;
    for (std::size_t slot = 0; slot < positional_; ++slot) {
      if (is_filled(slot)) continue;
      if (slot >= first_default) {
        frame_.set_slot(slot, function_.defaults[slot - first_default]);
      } else {
        missing += (missing.empty() ? "'" : " and '") + frame_.code.slots[slot] + "'";
        ++count;
      }
    }
    if (count > 0)
      throw type_error(name() + " missing " + std::to_string(count) +
                       " required positional argument" + (count > 1 ? "s: " : ": ") + missing);
  }

  void fill_keyword_defaults() {
    for (std::size_t slot = positional_; slot < named_; ++slot) {
      if (is_filled(slot)) continue;
      const std::string& wanted = frame_.code.slots[slot];
      const auto found = std::ranges::find(function_.keyword_defaults, wanted,
                                           &std::pair<std::string, Value>::first);
      if (found == function_.keyword_defaults.end())
        throw type_error(name() + " missing 1 required keyword-only argument: '" + wanted + "'");
      frame_.set_slot(slot, found->second);
    }
  }

  const Function& function_;
  const scenario::Arguments& parameters_;
  Arguments& arguments_;
  Frame& frame_;
  const std::size_t positional_;
  const std::size_t named_;
};

}  // namespace

void bind_arguments(const Function& function, Arguments& arguments, Frame& frame) {
  Binding(function, arguments, frame).run();
}

std::vector<std::string> parameter_names(const Function& function) {
  std::vector<std::string> names;
  if (function.code.arguments == nullptr) return names;
  for (const auto& each : function.code.arguments->args) names.push_back(each.arg);
  return names;
}

}  // namespace touchstone::native

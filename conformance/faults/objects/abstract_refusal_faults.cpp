// Abstract classes that are refused where they should not be, or not refused where they should be.
#include "conformance/faults/objects/resolution.h"
#include "conformance/native/operations/instances.h"

namespace touchstone::faults {
namespace {

using native::Arguments;
using Missing = std::function<Names(Class&)>;

void replace_missing(Registry& registry, Names (*wrong)(Class&, const Missing& right)) {
  auto& missing = registry.language.objects.abstract_methods;
  missing = [right = missing, wrong](Class& cls) { return wrong(cls, right); };
}

Names missing_in_bases(Class& cls, const Missing& right) {
  Names names;
  for (const Ref<Class>& base : cls.bases())
    if (base->of_scenario())
      for (const std::string& name : right(*base)) names.push_back(name);
  return names;
}

Names none_after_first_override(Class& cls, const Missing& right) {
  Names missing = right(cls);
  const bool overrides = missing.size() < missing_in_bases(cls, right).size();
  return overrides ? Names() : missing;
}

Names not_in_own_body(Class& cls, const Missing&) {
  Names missing;
  for (const std::string& name : demanded_names(cls)) {
    const auto own = own_attribute(cls, name);
    if (!own || is_marked_abstract(*own)) missing.push_back(name);
  }
  return missing;
}

Names first_only(Class& cls, const Missing& right) {
  Names missing = right(cls);
  missing.resize(std::min<std::size_t>(missing.size(), 1));
  return missing;
}

Names inherited_only(Class& cls, const Missing& right) {
  return missing_in_bases(cls, right).empty() ? Names() : right(cls);
}

Names as_of_now(Class& cls, const Missing& right) {
  Names missing = right(cls);
  std::erase_if(missing, [&](const std::string& name) {
    const auto found = native::language().objects.lookup(cls, name);
    return found && !is_marked_abstract(*found);
  });
  return missing;
}

Names not_callable_too(Class& cls, const Missing& right) {
  Names missing = right(cls);
  for (const std::string& name : demanded_names(cls)) {
    const auto found = native::language().objects.lookup(cls, name);
    if (found && !native::is_callable(*found) && !has(missing, name)) missing.push_back(name);
  }
  return missing;
}

void initialise_before_refusal(Registry& registry) {
  auto& instantiate = registry.language.objects.instantiate;
  instantiate = [right = instantiate](Class& cls, Arguments& arguments) {
    if (native::language().objects.abstract_methods(cls).empty()) return right(cls, arguments);
    Arguments forwarded = arguments;
    const Value made = native::create_instance(cls, forwarded);
    if (const auto initialise = native::find_special(made, "__init__"))
      native::call(*initialise, arguments);
    return right(cls, arguments);
  };
}

/// The wording of later versions of the language.
void reword_refusal(Registry& registry) {
  auto& instantiate = registry.language.objects.instantiate;
  instantiate = [right = instantiate](Class& cls, Arguments& arguments) {
    std::string names;
    for (const std::string& name : native::language().objects.abstract_methods(cls))
      names += (names.empty() ? "'" : ", '") + name + "'";
    if (names.empty()) return right(cls, arguments);
    throw native::type_error("Can't instantiate abstract class " + cls.name() +
                             " without an implementation for abstract methods " + names);
  };
}

void enforce_by_mark_alone(Registry& registry) {
  auto& create = registry.language.objects.create_class;
  create = [right = create](const native::ClassStatement& statement) {
    native::ClassStatement enforced = statement;
    const bool marked = std::ranges::any_of(
        statement.body, [](const auto& each) { return is_marked_abstract(each.second); });
    if (marked) enforced.metaclass = Ref<Class>(&native::builtin_class("ABCMeta"));
    return right(enforced);
  };
}

const Faults objects_abstract_refusal_faults{
    {"objects.abstract.first-override-suffices",
     "A class that overrides one of several inherited abstract methods counts as complete.",
     {"objects.abstract.all-methods-required"},
     [](Registry& registry) { replace_missing(registry, none_after_first_override); }},
    {"objects.abstract.own-body-only",
     "Only methods in the body of the class itself count as overrides, not what it inherits.",
     {"objects.abstract.completion-across-levels"},
     [](Registry& registry) { replace_missing(registry, not_in_own_body); }},
    {"objects.abstract.names-first-missing",
     "The refusal names only the first of the missing methods.",
     {"objects.abstract.error-lists-missing"},
     [](Registry& registry) { replace_missing(registry, first_only); }},
    {"objects.abstract.refused-after-initialiser",
     "The check for missing methods comes after the initialiser has run.",
     {"objects.abstract.initialiser-not-run"},
     initialise_before_refusal},
    {"objects.abstract.interface-constructible",
     "Only classes that inherit an open abstract method are refused, the interface itself is not.",
     {"objects.abstract.instantiation-refused"},
     [](Registry& registry) { replace_missing(registry, inherited_only); }},
    {"objects.abstract.marks-are-comments",
     "Abstract marks are documentation only: no class is refused.",
     {"objects.abstract.instantiation-refused", "objects.abstract.all-methods-required"},
     [](Registry& registry) {
       replace_missing(registry, [](Class&, const Missing&) { return Names(); });
     }},
    {"objects.abstract.missing-at-construction",
     "What is missing is computed at each construction, so that patched classes become "
     "constructible.",
     {"objects.abstract.late-patching-ignored"},
     [](Registry& registry) { replace_missing(registry, as_of_now); }},
    {"objects.abstract.callables-only",
     "Only a callable satisfies a required name.",
     {"objects.abstract.name-check-only"},
     [](Registry& registry) { replace_missing(registry, not_callable_too); }},
    {"objects.abstract.mark-enforces-alone",
     "The abstract mark is enforced in classes without the metaclass too.",
     {"objects.abstract.needs-metaclass"},
     enforce_by_mark_alone},
    {"objects.abstract.reworded",
     "The refusal names the missing methods in other words, and in quotes.",
     {},
     reword_refusal,
     FaultKind::lawful,
     {"objects.*"}},
};

}  // namespace
}  // namespace touchstone::faults

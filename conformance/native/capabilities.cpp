#include "conformance/native/library_modules.h"
#include "conformance/native/scenario_run.h"
#include "conformance/scenario/needs.h"
#include "conformance/scenario/walk.h"

namespace touchstone::native {
namespace {

namespace tree = scenario;

/// Looks for the first thing that the registry lacks.
class Search {
 public:
  Search(const Registry& registry, const Parameters& parameters, const tree::Module& module)
      : registry_(registry), parameters_(parameters), module_(module) {}

  void operator()(const tree::Stmt& stmt) {
    if (tree::as<tree::ClassDef>(stmt) != nullptr && !registry_.language.objects.create_class)
      missing("objects.classes");
    if (tree::as<tree::AsyncFunctionDef>(stmt) != nullptr && !registry_.language.coroutines.create)
      missing("coroutines");
  }

  void operator()(const tree::Expr& expr) {
    const bool yields = tree::as<tree::Yield>(expr) != nullptr ||
                        tree::as<tree::YieldFrom>(expr) != nullptr ||
                        tree::as<tree::GeneratorExp>(expr) != nullptr;
    if (yields && !registry_.language.generators.create) missing("generators.sync");
    if (const auto* attribute = tree::as<tree::Attribute>(expr)) {
      if (const auto* name = tree::as<tree::Name>(*attribute->value)) check_module(name->id);
    }
  }

  std::optional<std::string> found() const { return found_; }

 private:
  void missing(std::string_view capability) {
    if (!found_) found_ = capability;
  }

  bool is_parameter(const std::string& name) const {
    return std::ranges::find(parameters_, name, &Parameters::value_type::first) !=
           parameters_.end();
  }

  /// Seldom asked: few name a module that is not there.
  bool is_free(const std::string& name) const { return tree::free_names(module_).contains(name); }

  /// A module's name that nobody binds and whose attributes are used is the module.
  void check_module(const std::string& name) {
    const bool known = !is_library_module(name) || registry_.modules().contains(name) ||
                       registry_.builtins().contains(name) || name == "builtins" ||
                       is_parameter(name) || !is_free(name);
    if (!known) missing(name);
  }

  const Registry& registry_;
  const Parameters& parameters_;
  const tree::Module& module_;
  std::optional<std::string> found_;
};

}  // namespace

std::optional<std::string> missing_capability(const Registry& registry, const tree::Module& module,
                                              const Parameters& parameters) {
  Search search(registry, parameters, module);
  tree::walk(module, [&search](const auto& node) { search(node); });
  return search.found();
}

}  // namespace touchstone::native

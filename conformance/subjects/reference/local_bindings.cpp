#include "conformance/native/operations/instances.h"
#include "conformance/native/run.h"
#include "conformance/subjects/reference/threading_types.h"
#include "impl/threading/local.h"

namespace touchstone::reference {
namespace {

using native::Arguments;
using native::Class;
using native::Namespace;
using native::Ref;

/// threading.local and what derives from it: each thread sees attributes of its own, prepared by
/// `__init__` when it first looks.
class LocalInstance final : public native::Instance {
 public:
  /// The maker's own attributes are prepared by who makes it.
  LocalInstance(Ref<Class> cls, Arguments arguments)
      : Instance(std::move(cls)), arguments_(std::move(arguments)) {
    attributes_->get() = std::make_shared<Attributes>();
  }

  Namespace& attributes() override { return here().plain; }
  std::shared_ptr<void>& implementation() override { return here().implementation; }
  void clear() override {
    attributes_ = std::make_unique<EachThreads>();
    Instance::clear();
  }

 private:
  struct Attributes {
    Namespace plain;
    std::shared_ptr<void> implementation;
  };
  using EachThreads = threading::Local<std::shared_ptr<Attributes>>;

  Attributes& here() {
    std::shared_ptr<Attributes>& own = attributes_->get();
    if (!own) {
      own = std::make_shared<Attributes>();
      if (cls().of_scenario()) prepare(own);
    }
    return *own;
  }

  void prepare(std::shared_ptr<Attributes>& own) {
    native::language().objects.adopt_instance(*this);
    try {
      const auto initialise = native::find_special(Value(this), "__init__");
      if (initialise) native::call(*initialise, arguments_);
    } catch (...) {
      own.reset();  // the next look begins anew
      throw;
    }
  }

  const Arguments arguments_;
  std::unique_ptr<EachThreads> attributes_ = std::make_unique<EachThreads>();
};

Value make_local(Class& cls, Arguments& arguments) {
  if (!arguments.empty() && !native::overrides_creation(cls))
    throw native::type_error("Initialization arguments are not supported: define __init__");
  return native::make<LocalInstance>(Ref<Class>(&cls), arguments);
}

}  // namespace

void bind_local(native::Registry& registry) {
  registry.type<LocalInstance>("threading.local").cls().set_constructor(make_local);
  registry.claims({"threading.local"});
}

}  // namespace touchstone::reference

// Resumption that loses what was suspended, or mixes up activations.
#include "conformance/faults/generators/memory.h"
#include "conformance/native/interpreter/frame_body.h"

namespace touchstone::faults {
namespace {

using native::FrameBody;

/// A body put around the activation of a generator that is being created.
template <class Wrapper>
void wrap_bodies(Registry& registry) {
  auto& operations = registry.language.generators;
  operations.restartable = true;
  operations.create = [right = operations.create](const Ref<Generator>& fresh) {
    auto restarted = fresh->fresh_body();
    auto body = std::make_unique<Wrapper>(fresh->take_body(), std::move(restarted));
    return right(native::make<Generator>(fresh->flavour(), fresh->name(), std::move(body)));
  };
}

/// Gives the arguments their first values again at the second resumption.
class ArgumentsRestored : public native::Body {
 public:
  ArgumentsRestored(std::unique_ptr<native::Body> body, std::unique_ptr<native::Body>)
      : body_(std::move(body)), first_(frame().slots) {}
  native::HandledErrors* handled() override { return body_->handled(); }

  Suspension resume(Resumption resumption) override {
    if (++resumptions_ == 2)
      for (std::size_t at = 0; at < first_.size(); ++at)
        if (first_[at].is_bound()) frame().slots[at] = first_[at];
    return body_->resume(std::move(resumption));
  }

 private:
  native::Frame& frame() { return static_cast<FrameBody&>(*body_).frame(); }

  std::unique_ptr<native::Body> body_;
  const std::vector<Value> first_;
  int resumptions_ = 0;
};

/// Starts over at the sixth resumption, then goes on from there.
class StartedOver : public native::Body {
 public:
  StartedOver(std::unique_ptr<native::Body> body, std::unique_ptr<native::Body> restarted)
      : body_(std::move(body)), restarted_(std::move(restarted)) {}
  native::HandledErrors* handled() override { return body_->handled(); }

  Suspension resume(Resumption resumption) override {
    if (++resumptions_ == 6 && resumption.kind == Resumption::Kind::Send) {
      body_ = std::move(restarted_);
      resumption = Resumption::send({});
    }
    return body_->resume(std::move(resumption));
  }

 private:
  std::unique_ptr<native::Body> body_;
  std::unique_ptr<native::Body> restarted_;
  int resumptions_ = 0;
};

void share_frames(Registry& registry) {
  auto& operations = registry.language.generators;
  const auto machines = std::make_shared<std::map<std::string, std::weak_ptr<void>>>();
  operations.create = [right = operations.create, machines](const Ref<Generator>& fresh) {
    const Value made = right(fresh);
    Generator& generator = *as<Generator>(made);
    std::weak_ptr<void>& shared = (*machines)[generator.name()];
    if (const auto held = shared.lock())
      generator.machine() = held;
    else
      shared = generator.machine();
    return made;
  };
}

void end_where_running(Registry& registry) {
  auto& operations = registry.language.generators;
  operations.next = [right = operations.next](Generator& generator) {
    const bool running = native::language().generators.state(generator) == ResumableState::Running;
    return running ? Suspension::returned({}) : right(generator);
  };
}

void value_to_creator_only(Registry& registry) {
  auto& operations = registry.language.generators;
  const Memory<const native::HandledErrors*> creator(operations);
  operations.create = [right = operations.create, creator](Ref<Generator> fresh) {
    const Value made = right(std::move(fresh));
    creator[*as<Generator>(made)] = native::thread_state().handled;
    return made;
  };
  operations.next = [right = operations.next, creator](Generator& generator) {
    Suspension step = right(generator);
    const bool elsewhere = creator[generator] != native::thread_state().handled;
    return elsewhere && !step.is_over() ? Suspension::yielded({}) : step;
  };
}

void handled_per_thread(Registry& registry) {
  auto& errors = registry.language.errors;
  const auto handled = std::make_shared<std::vector<Value>>();
  errors.enter_handler = [handled](native::HandledErrors&, Value error) {
    handled->push_back(std::move(error));
  };
  errors.leave_handler = [handled](native::HandledErrors&) { handled->pop_back(); };
  errors.handled = [handled](const native::HandledErrors&) {
    return handled->empty() ? Value() : handled->back();
  };
}

const Faults generators_resume_faults{
    {"generators.instances.shared-locals",
     "The instances of one generator function share their locals, as though these were static.",
     {"generators.instances.independent"},
     share_frames},
    {"generators.reentry.taken-as-end",
     "Pulling from a generator that is running looks like its end.",
     {"generators.reentry.error"},
     end_where_running},
    {"generators.resume.value-to-creator",
     "A yielded value goes to the activation that created the generator; another resumer gets "
     "None.",
     {"generators.resume.caller-not-fixed"},
     value_to_creator_only},
    {"generators.resume.handled-per-thread",
     "The error that is being handled is kept for each thread, not for each activation.",
     {"generators.resume.caller-state-untouched"},
     handled_per_thread},
    {"generators.resume.arguments-restored",
     "At the second resumption the parameters have the values of the call again.",
     {"generators.resume.locals-preserved"},
     wrap_bodies<ArgumentsRestored>},
    {"generators.resume.starts-over",
     "The sixth resumption enters the function at its head again.",
     {"generators.resume.point-preserved"},
     wrap_bodies<StartedOver>},
};

}  // namespace
}  // namespace touchstone::faults

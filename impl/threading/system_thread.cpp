#include "impl/threading/system_thread.h"

#include <atomic>
#include <memory>
#include <string>

#include "impl/errors/hierarchy.h"
#include "impl/errors/unraisable.h"

namespace threading {
namespace {

constexpr std::int64_t stack_size_min = 32768;

std::atomic<std::size_t> current_stack_size{0};

/// A new thread is detached: any number of threads may wait for its end, or none, and it says
/// itself when that has come.
class Attributes {
 public:
  Attributes() {
    pthread_attr_init(&attributes_);
    pthread_attr_setdetachstate(&attributes_, PTHREAD_CREATE_DETACHED);
    if (const std::size_t size = stack_size()) pthread_attr_setstacksize(&attributes_, size);
  }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  ~Attributes() { pthread_attr_destroy(&attributes_); }

  const pthread_attr_t* get() const { return &attributes_; }

 private:
  pthread_attr_t attributes_;
};

void* run_body(void* body) {
  const std::unique_ptr<std::function<void()>> owned(static_cast<std::function<void()>*>(body));
  (*owned)();
  return nullptr;
}

}  // namespace

Ident start_system_thread(std::function<void()> body) {
  const Attributes attributes;
  auto owned = std::make_unique<std::function<void()>>(std::move(body));
  pthread_t thread{};
  if (pthread_create(&thread, attributes.get(), run_body, owned.get()) != 0) {
    throw errors::RuntimeError("can't start new thread: the system's limit of threads is reached");
  }
  static_cast<void>(owned.release());  // the thread's now
  return static_cast<Ident>(thread);
}

Ident start_new_thread(std::function<void()> function) {
  if (!function) throw errors::TypeError("first arg must be callable");
  return start_system_thread([function = std::move(function)] {
    try {
      function();
    } catch (...) {
      const std::exception_ptr error = std::current_exception();
      if (!errors::matches(error, "SystemExit")) errors::report_unraisable(error, "thread");
    }
  });
}

std::size_t stack_size() { return current_stack_size.load(); }

std::size_t stack_size(std::int64_t size) {
  if (size < 0) throw errors::ValueError("size must be 0 or a positive value");
  if (size != 0 && size < stack_size_min) {
    throw errors::ValueError("size not valid: " + std::to_string(size) + " bytes; give 0 or " +
                             std::to_string(stack_size_min) + " and more");
  }
  return current_stack_size.exchange(static_cast<std::size_t>(size));
}

}  // namespace threading

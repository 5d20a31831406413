#include "conformance/subjects/reference/concurrent_futures.h"
#include "conformance/subjects/reference/source_iterator.h"
#include "conformance/subjects/reference/threads.h"
#include "impl/futures/thread_pool_executor.h"

namespace touchstone::reference {
namespace {

using futures::ThreadPoolExecutor;
using native::arg;
using native::Call;
using MappedResults = OneAtATime<futures::MapResults<Value>>;

/// Stands for the common base of the pools.
struct Executor {};

Value enter(const Value& self, Call&) { return self; }

/// Calls the `shutdown` that a derived class may have.
bool exit(const Value& self, Call&) {
  native::call(native::get_attribute(self, "shutdown"));
  return false;
}

Value refuse(const Value&, Call&) {
  throw native::python_error("NotImplementedError", "an Executor that takes jobs derives from it");
}

/// A worker is a thread of the run in which it is made.
threading::ThreadPointer make_worker(std::function<void()> work, const std::string& name) {
  const auto ticket = std::make_shared<native::ThreadTicket>(native::current_run());
  return futures::make_thread(
      [ticket, name, work = std::move(work)] {
        ticket->take_part(name);
        work();
      },
      name);
}

std::shared_ptr<ThreadPoolExecutor> make_pool(std::optional<std::int64_t> max_workers,
                                              const std::string& thread_name_prefix,
                                              const Value& initializer, const Value& initargs) {
  futures::PoolOptions options{.max_workers = max_workers,
                               .thread_name_prefix = thread_name_prefix};
  if (!initializer.is_none()) {
    if (!native::is_callable(initializer))
      throw native::type_error("initializer must be a callable");
    options.initializer = calling(initializer, initargs, Value());
  }
  return pool_of_run(std::move(options));
}

futures::SharedFuture<Value> submit(ThreadPoolExecutor& pool, Call& call) {
  return pool.submit(job_from(call, 0));
}

/// Jobs in threads are not put together to chunks.
std::shared_ptr<MappedResults> map(ThreadPoolExecutor& pool, Call& call) {
  const auto timeout = native::from_value<threading::Timeout>(call.take_keyword("timeout"));
  call.take_keyword("chunksize");
  call.expect_no_keywords();
  std::vector<SourceIterator> sources;
  for (std::size_t at = 1; at < call.size(); ++at) sources.emplace_back(call[at]);
  return std::make_shared<MappedResults>(pool.map(timeout, Apply{call[0]}, std::move(sources)));
}

}  // namespace

std::shared_ptr<ThreadPoolExecutor> pool_of_run(futures::PoolOptions options) {
  options.thread_factory = make_worker;
  const auto pool = std::make_shared<ThreadPoolExecutor>(std::move(options));
  native::current_run().at_end([weak = std::weak_ptr(pool)] {
    if (const auto left = weak.lock()) left->shutdown(/*wait=*/false, /*cancel_futures=*/true);
  });
  return pool;
}

Value Job::operator()() {
  return for_implementation([&] { return native::call(function, std::move(arguments)); });
}

Job job_from(Call& call, std::size_t first) {
  Value function = call[first];
  native::Arguments arguments = std::move(call.arguments());
  const auto begin = arguments.positional.begin();
  arguments.positional.erase(begin, begin + static_cast<std::ptrdiff_t>(first) + 1);
  return {std::move(function), std::move(arguments)};
}

void bind_thread_pools(native::Registry& registry) {
  registry.type<Executor>("concurrent.futures._base.Executor")
      .constructor<>()
      .method("submit", refuse)
      .method("shutdown", [](const Value&, Call&) { return Value(); })
      .method("__enter__", enter)
      .method("__exit__", exit);
  registry.type<MappedResults>("concurrent.futures._base.MapResults")
      .iterator(&MappedResults::next);
  registry
      .type<ThreadPoolExecutor>("concurrent.futures.thread.ThreadPoolExecutor",
                                "concurrent.futures._base.Executor")
      .constructor_from(make_pool, arg("max_workers", Value()),
                        arg("thread_name_prefix", native::make_str("")),
                        arg("initializer", Value()), arg("initargs", native::make_tuple({})))
      .method("submit", submit)
      .method("map", map)
      .method("shutdown", &ThreadPoolExecutor::shutdown, arg("wait", true),
              native::keyword_arg("cancel_futures", false));
  registry.claims({"futures.thread_pool"});
}

}  // namespace touchstone::reference

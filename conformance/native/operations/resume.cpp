#include "conformance/native/operations/resume.h"

#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"

namespace touchstone::native {
namespace {

bool is_plain(const Generator& generator) { return generator.flavour() == Flavour::Generator; }

}  // namespace

Suspension resume_next(Generator& generator) {
  const DepthGuard depth;
  if (is_plain(generator)) return language().generators.next(generator);
  return language().coroutines.send(generator, Value());
}

Suspension resume_send(Generator& generator, Value sent) {
  const DepthGuard depth;
  if (is_plain(generator)) return language().generators.send(generator, std::move(sent));
  return language().coroutines.send(generator, std::move(sent));
}

Suspension resume_throw(Generator& generator, Value error) {
  const DepthGuard depth;
  if (is_plain(generator)) return language().generators.throw_error(generator, std::move(error));
  return language().coroutines.throw_error(generator, std::move(error));
}

void close_resumable(Generator& generator) {
  if (is_plain(generator))
    language().generators.close(generator);
  else
    language().coroutines.close(generator);
}

Value value_or_throw(Suspension suspension) {
  if (suspension.kind == Suspension::Kind::Raised) throw PythonError(std::move(suspension.value));
  if (suspension.kind == Suspension::Kind::Returned)
    throw stop_iteration(std::move(suspension.value));
  return std::move(suspension.value);
}

}  // namespace touchstone::native

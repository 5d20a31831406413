// touchstone-std: the C++ standard library as an adapter that speaks the kit's protocol.
#include "conformance/native/server.h"
#include "conformance/subjects/std/registry.h"

int main() {
  using namespace touchstone;
  native::Registry registry("std", std::to_string(__cplusplus));
  registry.error<standard::NotOffered>("std.NotOffered", "Exception");
  standard::bind_locks(registry);
  standard::bind_threads(registry);
  standard::bind_futures(registry);
  standard::bind_functional(registry);
  registry.claims({"process.program"});
  return native::serve(registry);
}

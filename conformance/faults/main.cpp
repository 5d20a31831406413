// touchstone-faulty: the reference with one fault planted, speaking the protocol.
//   touchstone-faulty --list        every fault as one JSON object a line
//   touchstone-faulty --fault NAME  the adapter
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string>

#include "conformance/faults/fault.h"
#include "conformance/native/registry.h"
#include "conformance/native/server.h"
#include "conformance/subjects/reference/registry.h"

namespace touchstone {
namespace {

int list() {
  for (const Fault& fault : all_faults()) {
    const nlohmann::json line = {{"name", fault.name},
                                 {"what", fault.what},
                                 {"kills", fault.kills},
                                 {"lawful", fault.kind == FaultKind::lawful},
                                 {"tries", fault.tries}};
    std::puts(line.dump().c_str());
  }
  return 0;
}

int serve_with(std::string_view name) {
  const Fault* fault = find_fault(name);
  if (fault == nullptr) {
    std::fprintf(stderr, "touchstone-faulty: no fault is called %s; --list shows them\n",
                 std::string(name).c_str());
    return 2;
  }
  native::Registry registry = reference::reference_registry();
  fault->apply(registry);
  return native::serve(registry);
}

int usage() {
  std::fputs("usage: touchstone-faulty --list | --fault NAME\n", stderr);
  return 2;
}

}  // namespace
}  // namespace touchstone

int main(int argc, char** argv) {
  const std::string_view option = argc > 1 ? argv[1] : "";
  if (option == "--list" && argc == 2) return touchstone::list();
  if (option == "--fault" && argc == 3) return touchstone::serve_with(argv[2]);
  return touchstone::usage();
}

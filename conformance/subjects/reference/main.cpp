// touchstone-reference: impl/ as an adapter that speaks the kit's protocol.
#include "conformance/native/server.h"
#include "conformance/subjects/reference/registry.h"

int main() { return touchstone::native::serve(touchstone::reference::reference_registry()); }

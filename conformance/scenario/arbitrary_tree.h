/// Random trees that validate() accepts, by construction; sized, and shrunk as trees (parts are
/// taken away or replaced by what stands below them, as long as the rest is still accepted).
#pragma once

#include <rapidcheck.h>

#include <iosfwd>

#include "conformance/scenario/tree.h"

namespace touchstone {
namespace scenario {

/// RapidCheck shows counterexamples as text.
void showValue(const Module& tree, std::ostream& out);

}  // namespace scenario

namespace arbitrary {

rc::Gen<scenario::Module> tree();

/// The tree that `seed` gives, about as large as `size`; for batches without RapidCheck's loop.
scenario::Module tree_of_seed(std::uint64_t seed, int size);

}  // namespace arbitrary
}  // namespace touchstone

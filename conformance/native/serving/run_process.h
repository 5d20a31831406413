/// One run for the adapter: in this process, or in one of its own.
#pragma once

#include <string>

#include "conformance/native/serving/requests.h"

namespace touchstone::native {

/// The reply to the request. Shared runs leave their threads, if any, behind for the kit to see in
/// `left`.
std::string run_here(const Registry& registry, const Request& request);

/// The same in a forked process, leader of a group that is dead when this returns. Ends this
/// process, with the group, where the input ends or SIGTERM comes meanwhile.
std::string run_isolated(const Registry& registry, const Request& request, Requests& requests);

}  // namespace touchstone::native

#include "conformance/native/kit/high_descriptor.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace touchstone::native {

int moved_up(int descriptor) {
  constexpr int first = 200;
  const int high = fcntl(descriptor, F_DUPFD_CLOEXEC, first);
  const int error = errno;
  close(descriptor);
  if (high < 0)
    throw std::system_error(error, std::generic_category(), "cannot keep a descriptor of the run");
  return high;
}

}  // namespace touchstone::native

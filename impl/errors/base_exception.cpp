#include "impl/errors/base_exception.h"

namespace errors {

bool matches(const std::exception_ptr& error, std::string_view type) {
  if (!error) return false;
  try {
    std::rethrow_exception(error);
  } catch (const BaseException& raised) {
    return raised.is(type);
  } catch (...) {
    return false;
  }
}

}  // namespace errors

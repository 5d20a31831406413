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

std::string describe(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const BaseException& raised) {
    const std::string name(raised.name());
    return *raised.what() == '\0' ? name : name + ": " + raised.what();
  } catch (const std::exception& raised) {
    return raised.what();
  } catch (...) {
    return "an exception of unknown type";
  }
}

}  // namespace errors

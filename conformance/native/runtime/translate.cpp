#include "conformance/native/runtime/translate.h"

#include <new>
#include <stdexcept>
#include <system_error>

#include "conformance/native/run.h"
#include "conformance/native/runtime/exception.h"

namespace touchstone::native {
namespace {

Value standard_error(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const std::bad_alloc&) {
    return python_error("MemoryError", "").exception();
  } catch (const std::system_error& failed) {
    return os_error(failed.code().value()).exception();
  } catch (const std::out_of_range& failed) {
    return index_error(failed.what()).exception();
  } catch (const std::overflow_error& failed) {
    return overflow_error(failed.what()).exception();
  } catch (const std::invalid_argument& failed) {
    return value_error(failed.what()).exception();
  } catch (const std::exception& failed) {
    return runtime_error(failed.what()).exception();
  } catch (...) {
    return runtime_error("a C++ exception of unknown type").exception();
  }
}

}  // namespace

Value python_error_in_flight() noexcept {
  try {
    throw;
  } catch (const PythonError& error) {
    return error.exception();
  } catch (...) {
    const std::exception_ptr error = std::current_exception();
    if (Run* run = thread_state().run) {
      if (auto known = run->registry().translated(error)) return *known;
    }
    return standard_error(error);
  }
}

}  // namespace touchstone::native

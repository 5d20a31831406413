/// Python's built-in exception classes that the components raise, one C++ type each, with Python's
/// inheritance. `catch (const errors::LookupError&)` sees a KeyError; `error.is("LookupError")`
/// says the same without the type.
#pragma once

#include <string>
#include <string_view>

#include "impl/errors/base_exception.h"

namespace errors {

struct Exception : Derived<Exception, BaseException> {
  static constexpr std::string_view type_name = "Exception";
  using Derived::Derived;
};
struct GeneratorExit : Derived<GeneratorExit, BaseException> {
  static constexpr std::string_view type_name = "GeneratorExit";
  using Derived::Derived;
};
/// asyncio's; a BaseException, so that `except Exception` does not swallow a cancellation.
struct CancelledError : Derived<CancelledError, BaseException> {
  static constexpr std::string_view type_name = "CancelledError";
  using Derived::Derived;
};

struct TypeError : Derived<TypeError, Exception> {
  static constexpr std::string_view type_name = "TypeError";
  using Derived::Derived;
};
struct ValueError : Derived<ValueError, Exception> {
  static constexpr std::string_view type_name = "ValueError";
  using Derived::Derived;
};
struct AttributeError : Derived<AttributeError, Exception> {
  static constexpr std::string_view type_name = "AttributeError";
  using Derived::Derived;
};
struct RuntimeError : Derived<RuntimeError, Exception> {
  static constexpr std::string_view type_name = "RuntimeError";
  using Derived::Derived;
};
/// asyncio's: an operation that the state of a future or task does not allow.
struct InvalidStateError : Derived<InvalidStateError, Exception> {
  static constexpr std::string_view type_name = "InvalidStateError";
  using Derived::Derived;
};
struct StopIteration : Derived<StopIteration, Exception> {
  static constexpr std::string_view type_name = "StopIteration";
  using Derived::Derived;
};
struct StopAsyncIteration : Derived<StopAsyncIteration, Exception> {
  static constexpr std::string_view type_name = "StopAsyncIteration";
  using Derived::Derived;
};

struct ArithmeticError : Derived<ArithmeticError, Exception> {
  static constexpr std::string_view type_name = "ArithmeticError";
  using Derived::Derived;
};
struct OverflowError : Derived<OverflowError, ArithmeticError> {
  static constexpr std::string_view type_name = "OverflowError";
  using Derived::Derived;
};

struct LookupError : Derived<LookupError, Exception> {
  static constexpr std::string_view type_name = "LookupError";
  using Derived::Derived;
};
struct KeyError : Derived<KeyError, LookupError> {
  static constexpr std::string_view type_name = "KeyError";
  using Derived::Derived;
};
struct IndexError : Derived<IndexError, LookupError> {
  static constexpr std::string_view type_name = "IndexError";
  using Derived::Derived;
};

/// An error of the operating system. Throw it by `raise_os_error`, which picks the subclass that
/// the code demands.
struct OSError : Derived<OSError, Exception> {
  static constexpr std::string_view type_name = "OSError";
  /// `filename` is empty where no file is concerned.
  explicit OSError(int error_number, std::string filename = {});
  /// Raised by a component, not by the system: there is no number.
  explicit OSError(std::string message) : Derived(std::move(message)), error_number(0) {}

  int error_number;
  std::string filename;
};
struct BlockingIOError : Derived<BlockingIOError, OSError> {
  static constexpr std::string_view type_name = "BlockingIOError";
  using Derived::Derived;
};
struct ConnectionError : Derived<ConnectionError, OSError> {
  static constexpr std::string_view type_name = "ConnectionError";
  using Derived::Derived;
};
struct BrokenPipeError : Derived<BrokenPipeError, ConnectionError> {
  static constexpr std::string_view type_name = "BrokenPipeError";
  using Derived::Derived;
};
struct ConnectionAbortedError : Derived<ConnectionAbortedError, ConnectionError> {
  static constexpr std::string_view type_name = "ConnectionAbortedError";
  using Derived::Derived;
};
struct ConnectionRefusedError : Derived<ConnectionRefusedError, ConnectionError> {
  static constexpr std::string_view type_name = "ConnectionRefusedError";
  using Derived::Derived;
};
struct ConnectionResetError : Derived<ConnectionResetError, ConnectionError> {
  static constexpr std::string_view type_name = "ConnectionResetError";
  using Derived::Derived;
};
struct FileExistsError : Derived<FileExistsError, OSError> {
  static constexpr std::string_view type_name = "FileExistsError";
  using Derived::Derived;
};
struct FileNotFoundError : Derived<FileNotFoundError, OSError> {
  static constexpr std::string_view type_name = "FileNotFoundError";
  using Derived::Derived;
};
struct IsADirectoryError : Derived<IsADirectoryError, OSError> {
  static constexpr std::string_view type_name = "IsADirectoryError";
  using Derived::Derived;
};
struct PermissionError : Derived<PermissionError, OSError> {
  static constexpr std::string_view type_name = "PermissionError";
  using Derived::Derived;
};
struct TimeoutError : Derived<TimeoutError, OSError> {
  static constexpr std::string_view type_name = "TimeoutError";
  using Derived::Derived;
};
/// io.UnsupportedOperation: a read of a file opened for writing, and the like. (Python's is a
/// ValueError as well.)
struct UnsupportedOperation : Derived<UnsupportedOperation, OSError> {
  static constexpr std::string_view type_name = "UnsupportedOperation";
  explicit UnsupportedOperation(std::string message) : Derived(std::move(message)) {}
  bool is(std::string_view type) const noexcept override {
    return type == ValueError::type_name || Derived::is(type);
  }
};

/// Throws the subclass of OSError that Python gives to `error_number`.
[[noreturn]] void raise_os_error(int error_number, std::string filename = {});

struct UnicodeError : Derived<UnicodeError, ValueError> {
  static constexpr std::string_view type_name = "UnicodeError";
  using Derived::Derived;
};

/// What a codec found, and where: `object` from `start` to before `end` (code points or bytes).
template <class Object>
struct UnicodeFault {
  std::string encoding;
  Object object;
  std::size_t start;
  std::size_t end;
  std::string reason;
};

struct UnicodeEncodeError : Derived<UnicodeEncodeError, UnicodeError> {
  static constexpr std::string_view type_name = "UnicodeEncodeError";
  explicit UnicodeEncodeError(UnicodeFault<std::u32string> fault);

  UnicodeFault<std::u32string> fault;
};
struct UnicodeDecodeError : Derived<UnicodeDecodeError, UnicodeError> {
  static constexpr std::string_view type_name = "UnicodeDecodeError";
  explicit UnicodeDecodeError(UnicodeFault<std::string> fault);

  UnicodeFault<std::string> fault;
};

}  // namespace errors

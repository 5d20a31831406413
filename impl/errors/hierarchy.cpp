#include "impl/errors/hierarchy.h"

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace errors {
namespace {

std::string message_of(int error_number, const std::string& filename) {
  std::string text = "[Errno " + std::to_string(error_number) + "] " +
                     std::generic_category().message(error_number);
  return filename.empty() ? text : text + ": '" + filename + "'";
}

std::string escaped(unsigned code, bool is_byte) {
  char text[16];
  const char* format = is_byte          ? "0x%02x"
                       : code < 0x100   ? "'\\x%02x'"
                       : code < 0x10000 ? "'\\u%04x'"
                                        : "'\\U%08x'";
  std::snprintf(text, sizeof text, format, code);
  return text;
}

template <class Object>
std::string message_of(const UnicodeFault<Object>& fault, const char* verb) {
  constexpr bool of_bytes = std::is_same_v<Object, std::string>;
  const std::string unit = of_bytes ? "byte" : "character";
  std::string text = "'" + fault.encoding + "' codec can't " + verb + " " + unit;
  if (fault.end == fault.start + 1) {
    const auto culprit = fault.object[fault.start];
    const auto code =
        of_bytes ? static_cast<unsigned char>(culprit) : static_cast<unsigned>(culprit);
    text += " " + escaped(code, of_bytes) + " in position " + std::to_string(fault.start);
  } else {
    text += "s in position " + std::to_string(fault.start) + "-" + std::to_string(fault.end - 1);
  }
  return text + ": " + fault.reason;
}

}  // namespace

OSError::OSError(int error_number, std::string filename)
    : Derived(message_of(error_number, filename)),
      error_number(error_number),
      filename(std::move(filename)) {}

void raise_os_error(int error_number, std::string filename) {
  switch (error_number) {
    case EAGAIN:
    case EALREADY:
    case EINPROGRESS:
      throw BlockingIOError(error_number, std::move(filename));
    case EPIPE:
    case ESHUTDOWN:
      throw BrokenPipeError(error_number, std::move(filename));
    case ECONNABORTED:
      throw ConnectionAbortedError(error_number, std::move(filename));
    case ECONNREFUSED:
      throw ConnectionRefusedError(error_number, std::move(filename));
    case ECONNRESET:
      throw ConnectionResetError(error_number, std::move(filename));
    case EEXIST:
      throw FileExistsError(error_number, std::move(filename));
    case ENOENT:
      throw FileNotFoundError(error_number, std::move(filename));
    case EISDIR:
      throw IsADirectoryError(error_number, std::move(filename));
    case EACCES:
    case EPERM:
      throw PermissionError(error_number, std::move(filename));
    case ETIMEDOUT:
      throw TimeoutError(error_number, std::move(filename));
    default:
      throw OSError(error_number, std::move(filename));
  }
}

UnicodeEncodeError::UnicodeEncodeError(UnicodeFault<std::u32string> fault)
    : Derived(message_of(fault, "encode")), fault(std::move(fault)) {}

UnicodeDecodeError::UnicodeDecodeError(UnicodeFault<std::string> fault)
    : Derived(message_of(fault, "decode")), fault(std::move(fault)) {}

}  // namespace errors

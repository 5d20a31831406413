#include "conformance/native/runtime/builtin_class.h"

#include <array>
#include <cerrno>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>

#include "conformance/native/runtime/collections.h"
#include "conformance/native/runtime/exception.h"
#include "conformance/native/runtime/function.h"
#include "conformance/native/runtime/generator.h"
#include "conformance/native/runtime/iterator.h"

namespace touchstone::native {
namespace {

struct Derived {
  const char* name;
  const char* base;
};

constexpr auto exception_classes = std::to_array<Derived>({
    {"BaseException", "object"},
    {"Exception", "BaseException"},
    {"GeneratorExit", "BaseException"},
    {"KeyboardInterrupt", "BaseException"},
    {"SystemExit", "BaseException"},
    {"BaseExceptionGroup", "BaseException"},
    {"ArithmeticError", "Exception"},
    {"FloatingPointError", "ArithmeticError"},
    {"OverflowError", "ArithmeticError"},
    {"ZeroDivisionError", "ArithmeticError"},
    {"AssertionError", "Exception"},
    {"AttributeError", "Exception"},
    {"BufferError", "Exception"},
    {"EOFError", "Exception"},
    {"ImportError", "Exception"},
    {"ModuleNotFoundError", "ImportError"},
    {"LookupError", "Exception"},
    {"IndexError", "LookupError"},
    {"KeyError", "LookupError"},
    {"MemoryError", "Exception"},
    {"NameError", "Exception"},
    {"UnboundLocalError", "NameError"},
    {"OSError", "Exception"},
    {"BlockingIOError", "OSError"},
    {"ChildProcessError", "OSError"},
    {"ConnectionError", "OSError"},
    {"BrokenPipeError", "ConnectionError"},
    {"ConnectionAbortedError", "ConnectionError"},
    {"ConnectionRefusedError", "ConnectionError"},
    {"ConnectionResetError", "ConnectionError"},
    {"FileExistsError", "OSError"},
    {"FileNotFoundError", "OSError"},
    {"InterruptedError", "OSError"},
    {"IsADirectoryError", "OSError"},
    {"NotADirectoryError", "OSError"},
    {"PermissionError", "OSError"},
    {"ProcessLookupError", "OSError"},
    {"TimeoutError", "OSError"},
    {"ReferenceError", "Exception"},
    {"RuntimeError", "Exception"},
    {"NotImplementedError", "RuntimeError"},
    {"RecursionError", "RuntimeError"},
    {"StopAsyncIteration", "Exception"},
    {"StopIteration", "Exception"},
    {"SyntaxError", "Exception"},
    {"IndentationError", "SyntaxError"},
    {"SystemError", "Exception"},
    {"TypeError", "Exception"},
    {"ValueError", "Exception"},
    {"UnicodeError", "ValueError"},
    {"UnicodeDecodeError", "UnicodeError"},
    {"UnicodeEncodeError", "UnicodeError"},
    {"UnicodeTranslateError", "UnicodeError"},
    {"Warning", "Exception"},
    {"BytesWarning", "Warning"},
    {"DeprecationWarning", "Warning"},
    {"EncodingWarning", "Warning"},
    {"FutureWarning", "Warning"},
    {"ImportWarning", "Warning"},
    {"PendingDeprecationWarning", "Warning"},
    {"ResourceWarning", "Warning"},
    {"RuntimeWarning", "Warning"},
    {"SyntaxWarning", "Warning"},
    {"UnicodeWarning", "Warning"},
    {"UserWarning", "Warning"},
});

constexpr auto value_classes = std::to_array<Derived>({
    {"type", "object"},         {"int", "object"},      {"bool", "int"},
    {"float", "object"},        {"str", "object"},      {"bytes", "object"},
    {"bytearray", "object"},    {"tuple", "object"},    {"list", "object"},
    {"dict", "object"},         {"set", "object"},      {"frozenset", "object"},
    {"range", "object"},        {"slice", "object"},    {"property", "object"},
    {"staticmethod", "object"}, {"super", "object"},    {"classmethod", "object"},
    {"enumerate", "object"},    {"map", "object"},      {"zip", "object"},
    {"filter", "object"},       {"reversed", "object"},
});

/// Types that have no built-in name of their own.
constexpr auto unnamed_classes = std::to_array<Derived>({
    {"NoneType", "object"},
    {"NotImplementedType", "object"},
    {"ellipsis", "object"},
    {"function", "object"},
    {"method", "object"},
    {"builtin_function_or_method", "object"},
    {"module", "object"},
    {"cell", "object"},
    {"generator", "object"},
    {"coroutine", "object"},
    {"async_generator", "object"},
    {"async_generator_asend", "object"},
    {"async_generator_athrow", "object"},
    {"coroutine_wrapper", "object"},
    {"dict_keys", "object"},
    {"dict_values", "object"},
    {"dict_items", "object"},
    {"mappingproxy", "object"},
    {"list_iterator", "object"},
    {"tuple_iterator", "object"},
    {"str_iterator", "object"},
    {"bytes_iterator", "object"},
    {"bytearray_iterator", "object"},
    {"range_iterator", "object"},
    {"set_iterator", "object"},
    {"dict_keyiterator", "object"},
    {"dict_valueiterator", "object"},
    {"dict_itemiterator", "object"},
    {"list_reverseiterator", "object"},
    {"dict_reversekeyiterator", "object"},
    {"callable_iterator", "object"},
    {"iterator", "object"},
    {"ABCMeta", "type"},
});

/// Classes of the process: made with no heap current, so that no run takes them for its own.
class ClassTable {
 public:
  ClassTable() {
    Heap* heap = Heap::set_current(nullptr);
    add({"object", nullptr}, true);
    for (const Derived& each : exception_classes) add(each, true);
    for (const Derived& each : value_classes) add(each, true);
    for (const Derived& each : unnamed_classes) add(each, false);
    add_second_base("ExceptionGroup", "BaseExceptionGroup", "Exception");
    names_.set("EnvironmentError", names_.at("OSError"));
    names_.set("IOError", names_.at("OSError"));
    for (const char* final : {"bool", "range", "slice", "NoneType", "function", "generator"})
      find(final)->set_final();
    Heap::set_current(heap);
  }

  Class* find(std::string_view name) const {
    const auto found = classes_.find(name);
    return found == classes_.end() ? nullptr : found->second.get();
  }
  const Namespace& names() const { return names_; }

 private:
  void add(const Derived& entry, bool named) {
    Classes bases;
    Classes ancestors;
    if (entry.base != nullptr) {
      bases.emplace_back(find(entry.base));
      ancestors = bases;
      ancestors.insert(ancestors.end(), bases[0]->ancestors().begin(), bases[0]->ancestors().end());
    }
    store(make<Class>(entry.name, std::move(bases), std::move(ancestors)), named);
  }

  void add_second_base(const char* name, const char* first, const char* second) {
    Classes ancestors{find(first), find(second), find("BaseException"), find("object")};
    store(make<Class>(name, Classes{find(first), find(second)}, std::move(ancestors)), true);
  }

  void store(Ref<Class> cls, bool named) {
    if (named) names_.set(cls->name(), cls);
    classes_.emplace(cls->name(), std::move(cls));
  }

  std::map<std::string, Ref<Class>, std::less<>> classes_;
  Namespace names_;
};

const ClassTable& all() {
  static const auto* const classes =
      new ClassTable;  // never destroyed: values outlive static destruction
  return *classes;
}

/// A built-in class looked up once.
template <std::size_t N>
struct Name {
  constexpr Name(const char (&text)[N]) { std::copy_n(text, N, value); }
  char value[N] = {};
};

template <Name name>
Class& known() {
  static Class& found = builtin_class(name.value);
  return found;
}

Class& class_of_object(Object& object) {
  switch (object.kind()) {
    case Kind::BigInt:
      return known<"int">();
    case Kind::Str:
      return known<"str">();
    case Kind::Bytes:
      return known<"bytes">();
    case Kind::ByteArray:
      return known<"bytearray">();
    case Kind::Tuple:
      return known<"tuple">();
    case Kind::List:
      return known<"list">();
    case Kind::Dict:
      return known<"dict">();
    case Kind::Set:
      return static_cast<Set&>(object).frozen() ? known<"frozenset">() : known<"set">();
    case Kind::Slice:
      return known<"slice">();
    case Kind::Range:
      return known<"range">();
    case Kind::Function:
      return known<"function">();
    case Kind::Builtin:
      return known<"builtin_function_or_method">();
    case Kind::Method:
      return known<"method">();
    case Kind::Class: {
      const auto& meta = static_cast<Class&>(object).metaclass();
      return meta ? *meta : known<"type">();
    }
    case Kind::Instance:
    case Kind::Exception:
      return static_cast<Instance&>(object).cls();
    case Kind::Module:
      return known<"module">();
    case Kind::Cell:
      return known<"cell">();
    case Kind::Property:
      return known<"property">();
    case Kind::StaticMethod:
      return known<"staticmethod">();
    case Kind::ClassMethod:
      return known<"classmethod">();
    case Kind::Super:
      return known<"super">();
    case Kind::Iterator: {
      Class* found = find_builtin_class(static_cast<Iterator&>(object).type_name());
      return found == nullptr ? known<"iterator">() : *found;
    }
    case Kind::Generator:
      return builtin_class(static_cast<Generator&>(object).type_name());
    case Kind::View:
      return builtin_class(static_cast<View&>(object).type_name());
  }
  return known<"object">();
}

}  // namespace

Class* find_builtin_class(std::string_view name) { return all().find(name); }

Class& builtin_class(std::string_view name) {
  Class* found = find_builtin_class(name);
  if (found == nullptr) throw std::out_of_range("no built-in class " + std::string(name));
  return *found;
}

const Namespace& builtin_class_names() { return all().names(); }

Class& class_of(const Value& value) {
  switch (value.tag()) {
    case Value::Tag::None:
    case Value::Tag::Unbound:
      return known<"NoneType">();
    case Value::Tag::Bool:
      return known<"bool">();
    case Value::Tag::Int:
      return known<"int">();
    case Value::Tag::Float:
      return known<"float">();
    case Value::Tag::NotImplemented:
      return known<"NotImplementedType">();
    case Value::Tag::Ellipsis:
      return known<"ellipsis">();
    case Value::Tag::Object:
      break;
  }
  return class_of_object(*value.object());
}

std::string_view os_error_class(int errno_code) {
  switch (errno_code) {
    case EAGAIN:
    case EALREADY:
    case EINPROGRESS:
      return "BlockingIOError";
    case ECHILD:
      return "ChildProcessError";
    case EPIPE:
    case ESHUTDOWN:
      return "BrokenPipeError";
    case ECONNABORTED:
      return "ConnectionAbortedError";
    case ECONNREFUSED:
      return "ConnectionRefusedError";
    case ECONNRESET:
      return "ConnectionResetError";
    case EEXIST:
      return "FileExistsError";
    case ENOENT:
      return "FileNotFoundError";
    case EINTR:
      return "InterruptedError";
    case EISDIR:
      return "IsADirectoryError";
    case ENOTDIR:
      return "NotADirectoryError";
    case EACCES:
    case EPERM:
      return "PermissionError";
    case ESRCH:
      return "ProcessLookupError";
    case ETIMEDOUT:
      return "TimeoutError";
    default:
      return "OSError";
  }
}

}  // namespace touchstone::native

/// What the language itself does, as named operations that a registry fills in and may replace one
/// by one. The interpreter asks these tables and has no rules of its own for what they cover. An
/// operation left empty is a missing capability: a tree that needs it is answered `unsupported`.
/// `basic_language()` fills in what is the same for every subject.
///
/// Operations report errors by throwing PythonError; those that give a Suspension may also give it
/// as `raised`.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/native/runtime/class.h"
#include "conformance/native/runtime/collections.h"
#include "conformance/native/runtime/function.h"
#include "conformance/native/runtime/generator.h"
#include "conformance/native/runtime/handled_errors.h"
#include "conformance/native/runtime/outcome.h"

namespace touchstone::native {

/// str and bytes. `text` arguments are str values, `data` bytes values.
struct TextOperations {
  std::function<std::string(std::u32string_view text, std::string_view charset,
                            std::string_view errors)>
      encode;
  std::function<std::u32string(std::string_view data, std::string_view charset,
                               std::string_view errors)>
      decode;
  std::function<std::string()> default_charset;  ///< of encode and decode without a name
  std::function<std::size_t(const Value& text)> length;
  std::function<Value(const Value& text, std::int64_t index)>
      item;  ///< IndexError beyond the ends; negative from the end
  std::function<Value(const Value& text, const Slice& bounds)> slice;
  std::function<void(const Value& text, const Value& index, const Value& item)>
      set_item;  ///< `s[i] = x`
  std::function<std::size_t(const Value& data)> bytes_length;
  std::function<Value(const Value& data, std::int64_t index)> bytes_item;
  std::function<Value(const Value& data, const Slice& bounds)> bytes_slice;
  std::function<void(const Value& data, const Value& index, const Value& item)> set_bytes_item;
  std::function<Value(const Value& left, const Value& right)>
      concatenate;  ///< `+` where either side is str or bytes
  std::function<bool(const Value& left, const Value& right)>
      equal;  ///< `==` of str and bytes in any mixture
};

/// A class statement whose body has run.
struct ClassStatement {
  std::string name;
  std::string qualified_name;
  Classes bases;         ///< empty: object
  Ref<Class> metaclass;  ///< the most derived of the keyword's and the bases'; empty: type
  Namespace::Bindings body;
};

/// Classes of the scenario and their instances. `receiver` of a lookup on the class itself is
/// unbound.
struct ObjectOperations {
  std::function<Ref<Class>(const ClassStatement& statement)>
      create_class;  ///< order of ancestors, abstract set
  std::function<std::vector<std::string>(Class& cls)>
      abstract_methods;  ///< still missing, sorted; as decided at creation
  std::function<Value(Class& cls, Arguments& arguments)>
      instantiate;  ///< `Class(...)`: refusal, __new__, __init__
  std::function<void(Instance& fresh)>
      adopt_instance;  ///< told of every new instance, before anyone else sees it
  std::function<std::optional<Value>(Class& cls, std::string_view name)>
      lookup;  ///< along the order of ancestors
  std::function<Value(const Value& object, std::string_view name)>
      get_attribute;  ///< on an instance; AttributeError
  std::function<Value(Class& cls, std::string_view name)> get_class_attribute;
  std::function<void(const Value& object, std::string_view name, Value value)>
      set_attribute;  ///< instance or class
  std::function<void(const Value& object, std::string_view name)> delete_attribute;
  std::function<Namespace::Bindings(const Value& object)>
      own_attributes;  ///< `__dict__` of an instance or class
  std::function<Value(const Value& function, const Value& receiver, Class& owner)> bind_function;
  std::function<Value(const Value& function, const Value& receiver, Class& owner)>
      bind_class_method;
  std::function<Value(const Value& function, const Value& receiver, Class& owner)>
      bind_static_method;
  std::function<bool(const Value& object, Class& cls)> is_instance;
  std::function<bool(Class& derived, Class& base)> is_subclass;
  std::function<void(Class& interface, Class& implementer)>
      register_subclass;  ///< ABCMeta.register
  std::function<Value(const Super& from, std::string_view name)> super_attribute;
  std::function<Ref<Class>(const Value& object)> type_of;
};

enum class ResumableState { Created, Running, Suspended, Closed };

/// `create` is called with the object whose body has not started and may attach a machine or
/// replace the object.
struct GeneratorOperations {
  bool restartable =
      false;  ///< keep the arguments of each call, so that `Generator::fresh_body` can start over
  std::function<Value(Ref<Generator> fresh)> create;   ///< the call of a generator function
  std::function<Value(Generator& generator)> iterate;  ///< iter(g)
  std::function<Suspension(Generator& generator)> next;
  std::function<Suspension(Generator& generator, Value sent)> send;
  std::function<Suspension(Generator& generator, Value error)> throw_error;
  std::function<void(Generator& generator)> close;
  std::function<ResumableState(Generator& generator)> state;
};

struct CoroutineOperations {
  std::function<Value(Ref<Generator> fresh)> create;
  std::function<Value(Generator& coroutine)>
      await;  ///< what `await coroutine` drives: an iterator over it
  std::function<Suspension(Generator& coroutine, Value sent)> send;
  std::function<Suspension(Generator& coroutine, Value error)> throw_error;
  std::function<void(Generator& coroutine)> close;
  std::function<ResumableState(Generator& coroutine)> state;
};

/// The advance operations give awaitables: Generators of flavour AsyncGeneratorSend or
/// AsyncGeneratorThrow.
struct AsyncGeneratorOperations {
  std::function<Value(Ref<Generator> fresh)> create;
  std::function<Value(Generator& generator)> iterate;  ///< aiter(g)
  std::function<Value(Generator& generator)> next;
  std::function<Value(Generator& generator, Value sent)> send;
  std::function<Value(Generator& generator, Value error)> throw_error;
  std::function<Value(Generator& generator)> close;
  std::function<ResumableState(Generator& generator)> state;
};

/// The error being handled: what a bare raise raises again and what becomes the context of a new
/// error.
struct ErrorOperations {
  std::function<void(HandledErrors& activation, Value error)> enter_handler;
  std::function<void(HandledErrors& activation)> leave_handler;
  std::function<Value(const HandledErrors& activation)>
      handled;  ///< None where no error is being handled
};

/// What `await` may wait for without an iterator: it hands the future itself to whoever drives, and
/// looks at its end when it is resumed.
struct FutureOperations {
  std::function<bool(const Value& awaitable)> is_future;
  std::function<bool(const Value& future)> is_done;
  std::function<Outcome<Value>(const Value& future)> outcome;  ///< of one that is done
};

struct Language {
  TextOperations text;
  ObjectOperations objects;
  GeneratorOperations generators;
  CoroutineOperations coroutines;
  AsyncGeneratorOperations async_generators;
  FutureOperations futures;  ///< empty: every awaitable is asked for its iterator
  ErrorOperations errors;
  std::function<Value(const mpz_class& exact)>
      wide_integer;  ///< an int result that does not fit 64 bits
  std::function<std::optional<Value>(std::string_view name)>
      missing_name;  ///< a bare name nobody bound; none: NameError
  std::function<void(std::string_view source)> compile;  ///< SyntaxError
};

/// Indexing, slicing and comparing of str and bytes, handled errors per activation, exact integers.
Language basic_language();

}  // namespace touchstone::native

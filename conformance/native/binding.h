/// Turns C++ callables into native callables of the scenario: argument and result types are deduced
/// and cross through Convert. A callable that takes `Call&` gets the call as it is; `void` gives
/// None.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "conformance/native/call.h"
#include "conformance/native/convert.h"
#include "conformance/native/runtime/function.h"

namespace touchstone::native {

using NativeBody = Builtin::Body;

namespace binding {

template <class... Args>
struct Signature {};

template <class F>
struct SignatureOf : SignatureOf<decltype(&F::operator())> {};
template <class R, class... Args>
struct SignatureOf<R (*)(Args...)> {
  using type = Signature<Args...>;
};
template <class R, class... Args>
struct SignatureOf<R (*)(Args...) noexcept> {
  using type = Signature<Args...>;
};
template <class R, class C, class... Args>
struct SignatureOf<R (C::*)(Args...)> {
  using type = Signature<Args...>;
};
template <class R, class C, class... Args>
struct SignatureOf<R (C::*)(Args...) const> {
  using type = Signature<Args...>;
};
template <class R, class C, class... Args>
struct SignatureOf<R (C::*)(Args...) noexcept> {
  using type = Signature<Args...>;
};
template <class R, class C, class... Args>
struct SignatureOf<R (C::*)(Args...) const noexcept> {
  using type = Signature<Args...>;
};

template <class F, class... Args>
concept TakesCall = std::is_invocable_v<F, Args..., Call&>;

template <class F, class... Fixed, class... Args, std::size_t... I>
Value apply(F& function, const std::vector<Value>& values, Signature<Args...>,
            std::index_sequence<I...>, Fixed&... fixed) {
  const auto invoke = [&] {
    return std::invoke(function, fixed..., from_value<std::decay_t<Args>>(values[I])...);
  };
  if constexpr (std::is_void_v<decltype(invoke())>) {
    invoke();
    return {};
  } else {
    return to_value(invoke());
  }
}

template <class F, class... Args>
auto construct(F& factory, const std::vector<Value>& values, Signature<Args...>) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return std::invoke(factory, from_value<std::decay_t<Args>>(values[I])...);
  }(std::index_sequence_for<Args...>{});
}

template <class... Args>
std::vector<Parameter> parameters_of(Signature<Args...>, std::vector<Parameter> named) {
  while (named.size() < sizeof...(Args))
    named.push_back(Parameter{});  // without a name: positional only
  return named;
}

template <class First, class... Rest>
Signature<Rest...> without_first(Signature<First, Rest...>);

/// Calls with `Fixed` in front, then the converted arguments.
template <class F, class S, class... Fixed>
Value call_converted(F& function, S signature, const std::vector<Parameter>& parameters, Call& call,
                     Fixed&... fixed) {
  const std::vector<Value> values = call.match(parameters);
  return [&]<class... Args>(Signature<Args...> all) {
    return apply(function, values, all, std::index_sequence_for<Args...>{}, fixed...);
  }(signature);
}

}  // namespace binding

template <class F>
NativeBody bind_function(F function, const std::vector<Parameter>& named) {
  if constexpr (binding::TakesCall<F>) {
    return [function = std::move(function)](Call& call) mutable -> Value {
      if constexpr (std::is_void_v<std::invoke_result_t<F, Call&>>)
        return std::invoke(function, call), Value();
      else
        return to_value(std::invoke(function, call));
    };
  } else {
    using S = typename binding::SignatureOf<F>::type;
    return [function = std::move(function),
            parameters = binding::parameters_of(S{}, named)](Call& call) mutable {
      return binding::call_converted(function, S{}, parameters, call);
    };
  }
}

/// Takes the receiver off the arguments.
Value take_receiver(Call& call);

/// The method of a registry's type: a member function of T, or a callable whose first parameter is
/// `T&` (or the instance as a Value), followed by `Call&` or by converted arguments.
template <class T, class F>
NativeBody bind_method(F function, const std::vector<Parameter>& named) {
  if constexpr (binding::TakesCall<F, T&>) {
    return [function = std::move(function)](Call& call) mutable -> Value {
      const Value receiver = take_receiver(call);
      T& self = from_value<T>(receiver);
      if constexpr (std::is_void_v<std::invoke_result_t<F, T&, Call&>>)
        return std::invoke(function, self, call), Value();
      else
        return to_value(std::invoke(function, self, call));
    };
  } else if constexpr (binding::TakesCall<F, Value&>) {
    return [function = std::move(function)](Call& call) mutable -> Value {
      Value receiver = take_receiver(call);
      return to_value(std::invoke(function, receiver, call));
    };
  } else if constexpr (std::is_member_function_pointer_v<F>) {
    using S = typename binding::SignatureOf<F>::type;
    return [function, parameters = binding::parameters_of(S{}, named)](Call& call) mutable {
      const Value receiver = take_receiver(call);
      T& self = from_value<T>(receiver);
      return binding::call_converted(function, S{}, parameters, call, self);
    };
  } else {
    using S = decltype(binding::without_first(typename binding::SignatureOf<F>::type{}));
    return [function = std::move(function),
            parameters = binding::parameters_of(S{}, named)](Call& call) mutable {
      const Value receiver = take_receiver(call);
      T& self = from_value<T>(receiver);
      return binding::call_converted(function, S{}, parameters, call, self);
    };
  }
}

}  // namespace touchstone::native

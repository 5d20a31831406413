/// The coroutine type of asynchronous functions in C++: awaits futures, ends with a T.
#pragma once

#include "impl/asyncio/future_base.h"
#include "impl/generators/async_generator.h"
#include "impl/generators/coroutine.h"

namespace asyncio {

template <class T = generators::Nothing>
using Coroutine = generators::Coroutine<T, FuturePointer>;

template <class T>
using AsyncGenerator = generators::AsyncGenerator<T, FuturePointer>;

}  // namespace asyncio

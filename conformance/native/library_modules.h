/// The library's modules that a scenario may name: spec/capabilities.toml, `modules`. A registry
/// that does not bind one lacks it; any other name that nobody binds is a NameError.
#pragma once

#include <algorithm>
#include <string_view>

namespace touchstone::native {

inline constexpr std::string_view library_modules[] = {
    "_thread",   "abc",    "aiofiles",    "aiohttp",         "array",      "asyncio",
    "builtins",  "codecs", "collections", "concurrent",      "contextlib", "contextvars",
    "copy",      "ctypes", "errno",       "faulthandler",    "fcntl",      "flask",
    "functools", "gc",     "http",        "inspect",         "io",         "itertools",
    "json",      "math",   "mmap",        "multiprocessing", "operator",   "os",
    "pickle",    "queue",  "requests",    "resource",        "select",     "selectors",
    "signal",    "socket", "string",      "struct",          "sys",        "tempfile",
    "threading", "time",   "types",       "urllib",          "warnings",   "weakref",
    "websockets"};

constexpr bool is_library_module(std::string_view name) {
  return std::ranges::binary_search(library_modules, name);
}

}  // namespace touchstone::native

# Language level, warnings, sanitizers and the compiler cache: the same for every target of ours.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

find_program(CCACHE ccache)
if(CCACHE)
  # Precompiled headers are cacheable on these terms only.
  set(CMAKE_CXX_COMPILER_LAUNCHER
    ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_NOHASHDIR=1 ${CCACHE})
endif()

# Links a sanitized program in seconds where the default linker takes most of a minute.
find_program(LLD ld.lld-19)
if(LLD)
  file(REAL_PATH ${LLD} lld)
  get_filename_component(lld_folder ${lld} DIRECTORY)
  add_link_options(-fuse-ld=lld -B${lld_folder})
endif()

# Else each forked process looks up anew what it calls first.
add_link_options(-Wl,-z,now)

# Sources of one target are compiled by the dozen where a preset asks for it (CMAKE_UNITY_BUILD): most of a source's cost are
# templates that its neighbours need too. What a source keeps to itself needs a name that no neighbour has.
set(CMAKE_UNITY_BUILD_BATCH_SIZE 12)

add_compile_options(-Wall -Wextra -Wpedantic -Werror)
# Files are named in failure messages by their place in the repository.
add_compile_options(-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=)
include_directories(${CMAKE_SOURCE_DIR})
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # GCC 12 reports these inside its own <string> and std::variant once inlined (PR 105329, PR 105562), and takes
  # the null that a reference count is guarded against for one that it counts.
  add_compile_options(-Wno-restrict -Wno-maybe-uninitialized -Wno-stringop-overflow -Wno-array-bounds)
  if(CMAKE_UNITY_BUILD)
    add_compile_options(-Wno-subobject-linkage)  # takes a source that another includes for a header
  endif()
else()
  add_compile_options("SHELL:-Xclang -fno-pch-timestamp")
endif()

set(TOUCHSTONE_SANITIZE "" CACHE STRING "Value of -fsanitize= for every target (empty: none)")
if(TOUCHSTONE_SANITIZE)
  add_compile_options(-fsanitize=${TOUCHSTONE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${TOUCHSTONE_SANITIZE})
endif()

option(TOUCHSTONE_COVERAGE "Instrument for source-based coverage (clang)" OFF)
if(TOUCHSTONE_COVERAGE)
  add_compile_options(-fprofile-instr-generate -fcoverage-mapping)
  add_link_options(-fprofile-instr-generate)
endif()

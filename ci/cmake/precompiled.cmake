# What nearly every source includes, compiled once a build: the standard library for libraries and programs, the test
# frameworks for tests. Sources include what they use all the same; TOUCHSTONE_PRECOMPILED=OFF shows where one does not.
option(TOUCHSTONE_PRECOMPILED "Precompile the common headers" ON)

set(standard_headers
  <algorithm> <array> <atomic> <chrono> <coroutine> <functional> <map> <memory> <mutex> <optional> <ranges> <set>
  <span> <sstream> <stdexcept> <string> <string_view> <thread> <unordered_map> <variant> <vector>)
set(test_headers <gmock/gmock.h> <gtest/gtest.h> <rapidcheck.h>)

# add_bundle(NAME HEADERS...): an empty library that holds the precompiled headers.
function(add_bundle name)
  file(WRITE ${CMAKE_BINARY_DIR}/${name}.cpp "")
  add_library(${name} OBJECT ${CMAKE_BINARY_DIR}/${name}.cpp)
  target_precompile_headers(${name} PRIVATE ${ARGN})
endfunction()

# targets_below(DIR RESULT): every target that DIR and its subdirectories compile.
function(targets_below dir result)
  get_property(all DIRECTORY ${dir} PROPERTY BUILDSYSTEM_TARGETS)
  get_property(subdirectories DIRECTORY ${dir} PROPERTY SUBDIRECTORIES)
  foreach(subdirectory IN LISTS subdirectories)
    targets_below(${subdirectory} nested)
    list(APPEND all ${nested})
  endforeach()
  set(${result} ${all} PARENT_SCOPE)
endfunction()

# precompile_headers(): every target that has no bundle of its own gets one. Called when all targets are there.
function(precompile_headers)
  if(NOT TOUCHSTONE_PRECOMPILED OR TOUCHSTONE_FUZZ)  # fuzzed libraries have options of their own
    return()
  endif()
  targets_below(${CMAKE_SOURCE_DIR} targets)
  add_bundle(precompiled_standard ${standard_headers})
  add_bundle(precompiled_tests ${standard_headers} ${test_headers})
  target_compile_options(precompiled_tests PRIVATE $<$<CONFIG:Release>:-O1>)
  target_link_libraries(precompiled_tests PRIVATE GTest::gmock GTest::gtest rapidcheck)
  foreach(target IN LISTS targets)
    get_target_property(type ${target} TYPE)
    get_target_property(own ${target} PRECOMPILE_HEADERS)
    if(own OR NOT type MATCHES "LIBRARY|EXECUTABLE" OR type STREQUAL "INTERFACE_LIBRARY")
      continue()
    endif()
    get_target_property(libraries ${target} LINK_LIBRARIES)
    if(GTest::gtest_main IN_LIST libraries)
      target_precompile_headers(${target} REUSE_FROM precompiled_tests)
    else()
      target_precompile_headers(${target} REUSE_FROM precompiled_standard)
    endif()
  endforeach()
endfunction()

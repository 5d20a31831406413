# add_part(DIR): one folder of the data path. TOUCHSTONE_ONLY (a list of folders) builds a part and what it needs alone.
set(TOUCHSTONE_ONLY "" CACHE STRING "Build only these folders (semicolon separated); empty: all")

function(add_part dir)
  if(TOUCHSTONE_ONLY AND NOT dir IN_LIST TOUCHSTONE_ONLY)
    return()
  endif()
  add_subdirectory(${dir})
endfunction()

# add_shards(NAME COUNT): tests that run the TESTs of an executable in so many processes.
function(add_shards name count)
  foreach(shard RANGE 1 ${count})
    math(EXPR index "${shard} - 1")
    add_test(NAME ${name}/${shard}_of_${count} COMMAND ${name})
    set_tests_properties(${name}/${shard}_of_${count} PROPERTIES ENVIRONMENT
                         "GTEST_TOTAL_SHARDS=${count};GTEST_SHARD_INDEX=${index}")
  endforeach()
endfunction()

# add_unit_test(NAME [SHARDS COUNT] LIBS...): one executable NAME from every *_test.cpp of the folder, each TEST known to ctest.
# A sanitized process takes longer to start than most tests to run: there many run in one, in COUNT processes (default 1).
function(add_unit_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "SHARDS" "")
  file(GLOB sources CONFIGURE_DEPENDS *_test.cpp)
  add_executable(${name} ${sources})
  target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O1>)  # half the build time; nobody waits for the tests
  target_link_libraries(${name} PRIVATE ${arg_UNPARSED_ARGUMENTS} GTest::gtest GTest::gmock GTest::gtest_main rapidcheck)
  if(NOT TOUCHSTONE_SANITIZE)
    # Listing takes milliseconds, but a machine may be busy with something else.
    gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 600 TEST_PREFIX "${name}/")
  elseif(arg_SHARDS)
    add_shards(${name} ${arg_SHARDS})
  else()
    add_test(NAME ${name} COMMAND ${name})
  endif()
endfunction()

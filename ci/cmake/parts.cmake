# add_part(DIR): one folder of the data path. TOUCHSTONE_ONLY (a list of folders) builds a part and what it needs alone.
set(TOUCHSTONE_ONLY "" CACHE STRING "Build only these folders (semicolon separated); empty: all")

function(add_part dir)
  if(TOUCHSTONE_ONLY AND NOT dir IN_LIST TOUCHSTONE_ONLY)
    return()
  endif()
  add_subdirectory(${dir})
endfunction()

# add_unit_test(NAME LIBS...): one executable NAME from every *_test.cpp of the folder, each TEST known to ctest.
function(add_unit_test name)
  file(GLOB sources CONFIGURE_DEPENDS *_test.cpp)
  add_executable(${name} ${sources})
  target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O1>)  # half the build time; nobody waits for the tests
  target_link_libraries(${name} PRIVATE ${ARGN} GTest::gtest GTest::gmock GTest::gtest_main rapidcheck)
  # Listing takes milliseconds, but a machine may be busy with something else.
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 600 TEST_PREFIX "${name}/")
endfunction()

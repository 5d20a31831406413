# Tests of implementations: one a claim for the reference, one a chapter for the others; the fault matrix of each chapter.
# Under sanitizers one a topic of a chapter for the reference, since starting takes longer there than most claims do.
# Seeds are fixed, so that the same commit gives the same inputs.

# What no part of impl/ offers so far: claims that need it are unsupported on the reference, and get no test there.
set(not_offered "\"(futures.process_pool|runtime.collect|socket.tcp)\"")

# claims_of_reference(FILE VAR): ids of the file's claims but for those that cannot be tried, or not on the reference, and for
# those of kind timing, which are reported and not judged.
function(claims_of_reference file var)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
  file(STRINGS ${file} lines REGEX "^(id|kind|verdict|needs) = ")
  set(ids "")
  foreach(line IN LISTS lines)
    if(line MATCHES "^id = \"(.*)\"")
      set(id ${CMAKE_MATCH_1})
      list(APPEND ids ${id})
    elseif(line MATCHES "^verdict = \"untestable\"" OR line STREQUAL "kind = \"timing\"" OR line MATCHES "^needs = .*(${not_offered})")
      list(REMOVE_ITEM ids ${id})
    endif()
  endforeach()
  set(${var} ${ids} PARENT_SCOPE)
endfunction()

# chapters(VAR): stems of the claim files.
function(chapters var)
  file(GLOB files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/spec/*.toml)
  set(stems "")
  foreach(file IN LISTS files)
    get_filename_component(stem ${file} NAME_WE)
    if(NOT stem MATCHES "^(capabilities|documents|tombstones)$")
      list(APPEND stems ${stem})
    endif()
  endforeach()
  set(${var} ${stems} PARENT_SCOPE)
endfunction()

# topics_of(IDS VAR): what the claims are about: "chapter.subject" of "chapter.subject.rule".
function(topics_of ids var)
  list(TRANSFORM ids REPLACE "\\.[^.]*$" "")
  list(REMOVE_DUPLICATES ids)
  set(${var} ${ids} PARENT_SCOPE)
endfunction()

# A sanitised subject takes ten times as long: no sooner does its silence mean that it hangs.
function(add_conformance_test name)
  if(TOUCHSTONE_SANITIZE)
    list(APPEND ARGN --timeout-factor 10)
  endif()
  add_test(NAME ${name} COMMAND touchstone ${ARGN} --seed 1)
  set_tests_properties(${name} PROPERTIES LABELS conformance)
endfunction()

chapters(all_chapters)
foreach(chapter IN LISTS all_chapters)
  # Sanitizers see nothing of what is not built with them.
  if(NOT TOUCHSTONE_SANITIZE)
    foreach(subject IN ITEMS cpython pypy)
      add_conformance_test(${subject}/${chapter} run --subject ${subject} --jobs 2 --claims ${chapter}.*)
    endforeach()
    add_conformance_test(faults/${chapter} faults --named-only --jobs 4 --claims ${chapter}.*)
    # They take longest by far: begun last, they would run alone in the end.
    set_tests_properties(faults/${chapter} pypy/${chapter} PROPERTIES COST 1000)
  endif()
  claims_of_reference(${PROJECT_SOURCE_DIR}/spec/${chapter}.toml claims)
  if(TOUCHSTONE_SANITIZE)
    topics_of("${claims}" claims)
    list(TRANSFORM claims APPEND ".*")
  endif()
  foreach(claim IN LISTS claims)
    string(REGEX REPLACE "\\.\\*$" "" test_name ${claim})
    string(REPLACE "-" "_" test_name ${test_name})
    add_conformance_test(reference/${test_name} run --subject reference --claims ${claim})
  endforeach()
endforeach()

if(NOT TOUCHSTONE_SANITIZE)
  # uvloop is CPython but for what a loop does.
  foreach(chapter IN ITEMS asyncio generators)
    add_conformance_test(uvloop/${chapter} run --subject uvloop --jobs 2 --claims ${chapter}.*)
  endforeach()
  # The chapters in which the C++ standard library has anything to be judged. What is known to hang there takes the whole limit,
  # which would be ten times as long under sanitizers.
  foreach(chapter IN ITEMS functional futures threading)
    add_conformance_test(std/${chapter} run --subject std --jobs 2 --claims ${chapter}.*)
  endforeach()
endif()

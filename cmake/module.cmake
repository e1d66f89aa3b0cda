# cvtex_module(NAME [NEEDS other modules…]): a static library of all .cpp files of this folder.
function(cvtex_module name)
  cmake_parse_arguments(ARG "" "" "NEEDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_library(cvtex_${name} STATIC ${sources})
  foreach(need IN LISTS ARG_NEEDS)
    target_link_libraries(cvtex_${name} PUBLIC cvtex_${need})
  endforeach()
  target_include_directories(cvtex_${name} PUBLIC ${PROJECT_SOURCE_DIR})
  cvtex_warnings(cvtex_${name})
endfunction()

function(cvtex_warnings target)
  # -ffp-contract=off: the same arithmetic on every machine.
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
    -Wnon-virtual-dtor -ffp-contract=off)
  # GCC 12 reports these falsely on moved variants and on `"literal" + string`.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -Wno-maybe-uninitialized -Wno-restrict)
  endif()
  if(CVTEX_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()

# cvtex_module(NAME [LOADED] [NEEDS other modules…]): a static library of all .cpp files of this folder. LOADED: for what the
# program loads when it is asked for, in position-independent code, which the precompiled headers are not.
function(cvtex_module name)
  cmake_parse_arguments(ARG "LOADED" "" "NEEDS" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  add_library(cvtex_${name} STATIC ${sources})
  foreach(need IN LISTS ARG_NEEDS)
    target_link_libraries(cvtex_${name} PUBLIC cvtex_${need})
  endforeach()
  target_include_directories(cvtex_${name} PUBLIC ${PROJECT_SOURCE_DIR})
  cvtex_warnings(cvtex_${name})
  if(ARG_LOADED)
    set_target_properties(cvtex_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
  elseif(CVTEX_PRECOMPILED)
    target_precompile_headers(cvtex_${name} REUSE_FROM cvtex_precompiled)
  endif()
endfunction()

# cvtex_embed(NAME FILES files… HEADER h NAMESPACE n TYPE t FUNCTION f [ROOT folder]): compiles files into module NAME; cmake/embed.cmake
# says how.
function(cvtex_embed name)
  cmake_parse_arguments(ARG "" "HEADER;NAMESPACE;TYPE;FUNCTION;ROOT" "FILES" ${ARGN})
  set(embedded ${CMAKE_CURRENT_BINARY_DIR}/${ARG_FUNCTION}.cpp)
  set(script ${PROJECT_SOURCE_DIR}/cmake/embed.cmake)
  add_custom_command(OUTPUT ${embedded}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${embedded} "-DFILES=${ARG_FILES}" -DHEADER=${ARG_HEADER} -DNAMESPACE=${ARG_NAMESPACE}
            -DTYPE=${ARG_TYPE} -DFUNCTION=${ARG_FUNCTION} -DROOT=${ARG_ROOT} -P ${script}
    DEPENDS ${ARG_FILES} ${script} VERBATIM)
  target_sources(cvtex_${name} PRIVATE ${embedded})
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

# Made with no definition of any module's own, or the modules could not share it.
if(CVTEX_PRECOMPILED)
  add_library(cvtex_precompiled OBJECT ${PROJECT_SOURCE_DIR}/cmake/precompiled.cpp)
  target_precompile_headers(cvtex_precompiled PRIVATE ${PROJECT_SOURCE_DIR}/cmake/precompiled.hpp)
  cvtex_warnings(cvtex_precompiled)
endif()

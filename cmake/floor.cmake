# add_floor(tracker_base SOURCES a.cpp … HEADERS a.h … [USES lower floors …] [LINKS third-party …])
#
# One folder is one static library. Lower floors are PUBLIC, because their types stand in our headers; third-party
# libraries are PRIVATE, because they never do. tests/floors checks the #include lines against ARCHITECTURE.md.
function(add_floor name)
  cmake_parse_arguments(arg "" "" "SOURCES;HEADERS;USES;LINKS" ${ARGN})
  add_library(${name} STATIC)
  target_sources(${name}
    PRIVATE ${arg_SOURCES}
    PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR} FILES ${arg_HEADERS})
  target_link_libraries(${name} PUBLIC ${arg_USES} PRIVATE tizim_options ${arg_LINKS})
  target_compile_features(${name} PUBLIC cxx_std_20)
  if(TIZIM_PRECOMPILE)
    target_precompile_headers(${name} REUSE_FROM precompiled)
  endif()
  set_target_properties(${name} PROPERTIES
    VERIFY_INTERFACE_HEADER_SETS ${TIZIM_CHECK_HEADERS})
endfunction()

# embed(target symbol_header FILES …): compiles files in as `std::string_view`s, so that the program needs none at run
# time. `#include "<header>"` gives an array of {name, bytes} in the order given.
function(embed target header namespace)
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${header})
  add_custom_command(OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DNAMESPACE=${namespace} "-DFILES=${ARGN}"
            -DBASE=${CMAKE_CURRENT_SOURCE_DIR} -P ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${ARGN} ${PROJECT_SOURCE_DIR}/cmake/embed.cmake
    WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} VERBATIM)
  target_sources(${target} PRIVATE ${out})
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
endfunction()

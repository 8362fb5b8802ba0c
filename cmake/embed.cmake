# Writes a header with the bytes of FILES. Bytes are written as numbers: no quoting rule of C++ can be tripped over.
set(entries "")
set(arrays "")
set(count 0)
foreach(file ${FILES})
  file(READ ${BASE}/${file} hex HEX)
  file(SIZE ${BASE}/${file} size)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
  get_filename_component(name ${file} NAME)
  string(APPEND arrays "inline constexpr char kBytes${count}[] = {${bytes}'\\0'};\n")
  string(APPEND entries "    {\"${name}\", {kBytes${count}, ${size}}},\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE ${OUT}.new "// Written by cmake/embed.cmake.
#pragma once
#include <array>
#include <string_view>
#include <utility>
namespace ${NAMESPACE} {
${arrays}inline constexpr std::array<std::pair<std::string_view, std::string_view>, ${count}> kFiles = {{
${entries}}};
}
")
file(COPY_FILE ${OUT}.new ${OUT} ONLY_IF_DIFFERENT)
file(TOUCH_NOCREATE ${OUT})

# Writes OUTPUT, a C++ file that holds each of FILES (styles) as a raw string literal.
set(entries "")
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME_WE)
  # Read as hexadecimal: lists and brackets mean something to CMake, digits do not.
  file(READ ${file} bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${bytes}")
  string(APPEND entries "        {\"${name}\", \"${bytes}\"},\n")
endforeach()
file(WRITE ${OUTPUT} "#include \"styles/load.hpp\"

namespace cvtex::styles {

const std::vector<BuiltinStyle>& builtin_styles() {
    static const std::vector<BuiltinStyle> kStyles{
${entries}    };
    return kStyles;
}

}  // namespace cvtex::styles
")

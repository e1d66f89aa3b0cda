# Writes OUTPUT, a C++ file whose function SIGNATURE (declared in HEADER, namespace NAMESPACE) returns a vector of TYPE, one
# {name, text} for each of FILES. A name is the path below ROOT or, without ROOT, the file's own name without extension.
set(entries "")
foreach(file IN LISTS FILES)
  if(ROOT)
    file(RELATIVE_PATH name ${ROOT} ${file})
  else()
    get_filename_component(name ${file} NAME_WE)
  endif()
  # Read as hexadecimal: lists and brackets mean something to CMake, digits do not.
  file(READ ${file} bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${bytes}")
  string(APPEND entries "        {\"${name}\", \"${bytes}\"},\n")
endforeach()
file(WRITE ${OUTPUT} "#include \"${HEADER}\"

namespace ${NAMESPACE} {

const std::vector<${TYPE}>& ${FUNCTION}() {
    static const std::vector<${TYPE}> kFiles{
${entries}    };
    return kFiles;
}

}  // namespace ${NAMESPACE}
")

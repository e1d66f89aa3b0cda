# Turns data/entities.txt ("name CODE [CODE]", sorted bytewise) into rows of a C++ table.
# Usage: cmake -DINPUT=… -DOUTPUT=… -P entities.cmake
file(READ ${INPUT} text)
string(REGEX REPLACE "([A-Za-z0-9]+) ([0-9A-F]+) ([0-9A-F]+)\n" "{\"\\1\", 0x\\2, 0x\\3},\n" text "${text}")
string(REGEX REPLACE "([A-Za-z0-9]+) ([0-9A-F]+)\n" "{\"\\1\", 0x\\2, 0},\n" text "${text}")
file(WRITE ${OUTPUT} "${text}")

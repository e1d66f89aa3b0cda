// Where the test programs' precompiled header is made: main.cpp must see Catch's header first
// with its own settings.

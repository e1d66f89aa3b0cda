#include "pdf/syntax.hpp"

#include <cmath>
#include <limits>

#include "tests/support/catch.hpp"

using namespace cvtex;
using namespace cvtex::pdf;

TEST_CASE("lengths have three decimals at most and no trailing zeros") {
    struct Row {
        Pt value;
        const char* text;
    };

    const Row rows[] = {
        {Pt::of(12.5), "12.5"},         {Pt::of(-12.5), "-12.5"}, {Pt(), "0"},
        {Pt::of(0.0004), "0"},          {Pt::of(-0.0004), "0"},   {Pt::of(0.0126), "0.013"},
        {Pt::of(841.889763), "841.89"}, {Pt::of(1e9), "1000000"}, {Pt::of(-1e9), "-1000000"},
    };
    for (const Row& row : rows) {
        std::string out;
        append_number(out, row.value);
        CHECK(out == row.text);
    }
}

TEST_CASE("doubles are never written as words or exponents") {
    struct Row {
        double value;
        int decimals;
        const char* text;
    };

    const double inf = std::numeric_limits<double>::infinity();
    const Row rows[] = {{569.336, 2, "569.34"}, {1e-9, 4, "0"},    {std::nan(""), 2, "0"},
                        {inf, 0, "1000000"},    {-2.5, 1, "-2.5"}, {1e300, 3, "1000000"}};
    for (const Row& row : rows) {
        std::string out;
        append_number(out, row.value, row.decimals);
        CHECK(out == row.text);
    }
}

TEST_CASE("names escape every delimiter") {
    std::string out;
    append_name(out, std::string("A (b)/<c>#%\n\0d", 14));
    CHECK(out == "/A#20#28b#29#2F#3Cc#3E#23#25#0Ad");
    std::string han;
    append_name(han, "张");
    CHECK(han == "/#E5#BC#A0");
}

TEST_CASE("strings are hexadecimal, so nothing can end them") {
    CHECK(hex_string(")>\\\r") == "<293E5C0D>");
    CHECK(hex_string(text_bytes("张)𠮷")) == "<FEFF5F200029D842DFB7>");
}

TEST_CASE("literal strings keep every byte") {
    std::string out;
    append_literal_string(out, std::string("(a\\\r\n\0\xFF)", 8));
    CHECK(out == std::string("(\\(a\\\\\\r\n\0\xFF\\))", 14));
}

TEST_CASE("white space stays only where it parts tokens, and in strings") {
    struct Row {
        const char* syntax;
        const char* tight;
    };

    for (const Row& row : {
             Row{"<<\n/Type /Page\n/Parent 2 0 R\n/Tabs /S\n>>",
                 "<</Type/Page/Parent 2 0 R/Tabs/S>>"},
             Row{"[0 0 595.276 -841.89]", "[0 0 595.276 -841.89]"},
             Row{"[4 0 R /XYZ null 793.7 null]\n<6162> (a  (b) \\) c ) 1",
                 "[4 0 R/XYZ null 793.7 null]<6162>(a  (b) \\) c )1"},
             Row{"/A true\n/B false", "/A true/B false"},
             Row{"", ""},
             Row{"(open \\", "(open \\"},
         }) {
        INFO(row.syntax);
        CHECK(without_spare_spaces(row.syntax) == row.tight);
    }
}

TEST_CASE("long strings end between code points") {
    std::string text;
    for (int i = 0; i < 20000; ++i) text += "𠮷";
    const std::string bytes = text_bytes(text);
    CHECK(bytes.size() <= kMaxStringBytes);
    CHECK(bytes.size() % 4 == 2);
    CHECK(utf8_prefix("张三", 4) == "张");
    CHECK(utf8_prefix("张三", 2).empty());
}

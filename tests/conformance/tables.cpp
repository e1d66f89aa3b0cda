// ISO 14289-1, 7.2 and 7.5: tables are regular once spans are counted.

#include <set>

#include "tests/conformance/rules.hpp"

namespace cvtex::conformance {
namespace {

int span_of(QPDFObjectHandle cell, const char* key) {
    QPDFObjectHandle span = attribute(cell, "/Table", key);
    return span.isInteger() ? span.getIntValueAsInt() : 1;
}

std::vector<QPDFObjectHandle> rows_of(QPDF& pdf, QPDFObjectHandle table) {
    std::vector<QPDFObjectHandle> rows;
    for (QPDFObjectHandle kid : element_kids(table)) {
        if (type_of(pdf, kid) == "/TR") {
            rows.push_back(kid);
            continue;
        }
        for (QPDFObjectHandle row : element_kids(kid)) {
            if (type_of(pdf, row) == "/TR") rows.push_back(row);
        }
    }
    return rows;
}

void check_table(Context& context, QPDFObjectHandle table) {
    const std::vector<QPDFObjectHandle> rows = rows_of(context.pdf, table);
    std::set<std::pair<std::size_t, int>> taken;
    int columns = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        int column = 0;
        for (QPDFObjectHandle cell : element_kids(rows[row])) {
            while (taken.contains({row, column})) ++column;
            const int width = span_of(cell, "/ColSpan");
            const int height = span_of(cell, "/RowSpan");
            for (int y = 0; y < height; ++y) {
                context.require(row + static_cast<std::size_t>(y) < rows.size(), "UA 7.2",
                                where(cell) + ": spans rows that are not there");
                for (int x = 0; x < width; ++x) {
                    const bool free =
                        taken.insert({row + static_cast<std::size_t>(y), column + x}).second;
                    context.require(free, "UA 7.2",
                                    where(cell) + ": cells lie over each other");
                }
            }
            column += width;
        }
        while (taken.contains({row, column})) ++column;
        if (row == 0) columns = column;
        context.require(column == columns, "UA 7.2",
                        where(rows[row]) + ": " + std::to_string(column) +
                            " columns, the table has " + std::to_string(columns));
    }
}

}  // namespace

void check_tables(Context& context) {
    visit_elements(context.pdf, [&](QPDFObjectHandle element, int) {
        if (type_of(context.pdf, element) == "/Table") check_table(context, element);
    });
}

}  // namespace cvtex::conformance

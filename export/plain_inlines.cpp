#include "export/plain_inlines.hpp"

namespace cvtex::exporting {

std::string plain_inlines(const styles::InlineItems& items) {
    std::string text;
    for (const styles::InlineItem& item : items) {
        if (const auto* run = std::get_if<styles::TextRun>(&item); run && !run->page_number)
            text += run->text;
        if (std::holds_alternative<styles::ForcedBreak>(item)) text += ' ';
    }
    return text;
}

}  // namespace cvtex::exporting

#include "cli/finish_pdf.hpp"

#include "cli/qpdf_module.hpp"

namespace cvtex::cli {
namespace {

/// The text as the two sides are compared: styles may drop the bars between contact details.
std::string comparable(const std::string& text) {
    std::string kept;
    for (const char c : exporting::without_space(text)) {
        if (c != '|') kept += c;
    }
    return exporting::unordered_right_to_left(kept);
}

/// Where `got` parts from `expected`; empty when it does not, the photo's alternative left out
/// wherever it stands.
std::string difference_of(const std::string& expected, const std::string& photo,
                          const std::string& got) {
    const std::string difference = exporting::text_difference(expected, got);
    if (difference.empty() || photo.empty()) return difference;
    // It may read as some words of the text do: each place is tried.
    std::size_t at = got.find(photo);
    for (; at != std::string::npos; at = got.find(photo, at + 1)) {
        if (got.size() != expected.size() + photo.size()) return difference;
        std::string without = got;
        without.erase(at, photo.size());
        if (without == expected) return {};
    }
    return difference;
}

/// Reads the PDF back by other means than it was written, and compares.
std::optional<Error> verify_text(const exporting::VisibleText& expected, FileId file,
                                 Compiled& compiled) {
    const Result<const verify::Functions*> functions = qpdf_functions();
    if (!functions) return functions.error();
    const Result<verify::ReadText> read = (*functions)->read_text(*compiled.output);
    if (!read) return Error{"the PDF can't be read back: " + read.error().message, {}};
    const auto compare = [&](const char* what, const std::string& text) {
        const std::string difference =
            difference_of(comparable(expected.body + expected.notes),
                          comparable(expected.photo), comparable(text));
        if (difference.empty()) return;
        compiled.diagnostics.error("verify", {file, 0, 0},
                                   std::string(what) + " is not the document's: " + difference,
                                   "please report this with the document");
    };
    compare("the PDF's text", read->shown);
    compare("the PDF's reading order", read->logical);
    return std::nullopt;
}

std::optional<Error> encrypt(const Options& options, Compiled& compiled) {
    const Result<const verify::Functions*> functions = qpdf_functions();
    if (!functions) return functions.error();
    Result<std::string> bytes = (*functions)->encrypt(*compiled.output, options.passwords);
    if (!bytes) return Error{"the PDF can't be encrypted: " + bytes.error().message, {}};
    compiled.output = std::move(bytes).value();
    return std::nullopt;
}

}  // namespace

std::optional<Error> finish_pdf(const exporting::VisibleText& expected, FileId file,
                                const Options& options, Compiled& compiled) {
    if (options.emit && *options.emit != Stage::Pdf) return std::nullopt;
    if (!compiled.output) return std::nullopt;
    std::optional<Error> error;
    if (options.verify) error = verify_text(expected, file, compiled);
    if (!error && options.passwords.any()) error = encrypt(options, compiled);
    if (error) compiled.output.reset();
    return error;
}

}  // namespace cvtex::cli

#include "cli/finish_pdf.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "cli/qpdf_module.hpp"
#include "styles/contents.hpp"
#include "styles/reading_text.hpp"

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

/// Whether all of `part` stands in `whole` in order, with anything between.
bool is_within(const std::string& part, const std::string& whole) {
    std::size_t found = 0;
    for (const char c : whole) found += found < part.size() && part[found] == c;
    return found == part.size();
}

/// Whether `got` is `pattern`, in which a page number may be any.
bool is_read(std::string_view pattern, std::string_view got) {
    constexpr std::size_t kMostDigits = 4;
    const std::size_t literal = std::min(pattern.find(styles::kPageNumber), pattern.size());
    if (pattern.substr(0, literal) != got.substr(0, literal)) return false;
    if (literal == pattern.size()) return got.size() == literal;
    pattern.remove_prefix(literal + 1);
    got.remove_prefix(literal);
    std::size_t digits = 0;
    while (digits < std::min(kMostDigits, got.size()) && ascii::is_digit(got[digits])) ++digits;
    for (; digits > 0; --digits)
        if (is_read(pattern, got.substr(digits))) return true;
    return false;
}

std::string sorted(std::string text) {
    std::sort(text.begin(), text.end());
    return text;
}

/// The letters and ASCII digits: the signs between parts of a line (a colon after a label, a
/// point between organisation and role) are left out where the style parts them by its
/// arrangement.
std::string words_of(const std::string& text) {
    std::string kept;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded decoded = decode_utf8(text, at);
        const char32_t c = decoded.code_point;
        if (unicode::is_letter(c) || ascii::is_digit(c)) append_utf8(kept, c);
        at += decoded.length;
    }
    return kept;
}

/// Where the text read parts from the one expected; empty when it does not. A style may add
/// words and numbers of its own to the document's text, but leave none of it out.
std::string difference_of(const ExpectedText& expected, const std::string& got, bool in_order) {
    const std::string source = comparable(expected.source.body + expected.source.notes);
    std::string difference =
        difference_of(source, comparable(expected.source.photo), comparable(got));
    if (difference.empty()) return {};
    const std::string styled = comparable(expected.styled);
    if (!is_within(sorted(words_of(source)), sorted(styled))) return difference;
    const bool read =
        in_order ? is_read(styled, comparable(got)) : sorted(styled) == sorted(comparable(got));
    if (read) return {};
    return exporting::text_difference(styled, comparable(got));
}

/// Reads the PDF back by other means than it was written, and compares.
std::optional<Error> verify_text(const ExpectedText& expected, FileId file,
                                 Compiled& compiled) {
    const Result<const verify::Functions*> functions = qpdf_functions();
    if (!functions) return functions.error();
    const Result<verify::ReadText> read = (*functions)->read_text(*compiled.output);
    if (!read) return Error{"the PDF can't be read back: " + read.error().message, {}};
    const auto compare = [&](const char* what, const std::string& text, bool in_order) {
        const std::string difference = difference_of(expected, text, in_order);
        if (difference.empty()) return;
        compiled.diagnostics.error("verify", {file, 0, 0},
                                   std::string(what) + " is not the document's: " + difference,
                                   "please report this with the document");
    };
    compare("the PDF's text", read->shown, !expected.side_column);
    compare("the PDF's reading order", read->logical, true);
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

ExpectedText expect_text(const profile::Profile& profile,
                         const styles::StyledDocument& styled) {
    ExpectedText expected{{}, styles::reading_text(styled), styled.page.side.has_value()};
    if (expected.styled.find(styles::kPageNumber) == std::string::npos) {
        expected.source = exporting::visible_text(profile);
        return expected;
    }
    // A table of contents that the style makes takes the place of one that the author wrote.
    profile::Profile shown = profile;
    std::erase_if(shown.blocks, styles::is_written_contents);
    expected.source = exporting::visible_text(shown);
    return expected;
}

std::optional<Error> finish_pdf(const ExpectedText& expected, FileId file,
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

#include "cli/text_diff.hpp"

#include <algorithm>
#include <dtl/dtl.hpp>
#include <vector>

#include "base/diagnostic_print.hpp"
#include "base/utf8.hpp"

namespace cvtex::cli {
namespace {

using Pieces = std::vector<std::string>;

/// Lines shown around a change.
constexpr std::size_t kContext = 2;
/// Longer lines are shown whole: comparing their words would take long.
constexpr std::size_t kLongestMarked = 2000;
/// Two lines are the same one reworded when they share this part of the longer, in percent.
constexpr std::size_t kReworded = 40;

constexpr const char* kReset = "\x1b[0m";
constexpr const char* kRemoved = "\x1b[31m";
constexpr const char* kAdded = "\x1b[32m";
constexpr const char* kReverse = "\x1b[7m";
constexpr const char* kNotReverse = "\x1b[27m";

/// A line or character of one text or of both.
struct Step {
    dtl::edit_t kind = dtl::SES_COMMON;
    std::string text;
};

std::vector<Step> compare(const Pieces& before, const Pieces& after) {
    dtl::Diff<std::string, Pieces> diff(before, after);
    diff.onHuge();
    diff.compose();
    std::vector<Step> steps;
    for (const auto& [text, info] : diff.getSes().getSequence())
        steps.push_back({info.type, text});
    return steps;
}

Pieces split_lines(std::string_view text) {
    Pieces lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

Pieces split_characters(std::string_view text) {
    Pieces characters;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = decode_utf8(text, at).length;
        characters.emplace_back(text.substr(at, length));
        at += length;
    }
    return characters;
}

/// `steps` as the line before (`own` = SES_DELETE) or after, what only it has in reverse.
std::string marked(const std::vector<Step>& steps, dtl::edit_t own) {
    std::string line;
    bool reversed = false;
    for (const Step& step : steps) {
        if (step.kind != dtl::SES_COMMON && step.kind != own) continue;
        if (reversed != (step.kind == own)) line += reversed ? kNotReverse : kReverse;
        reversed = step.kind == own;
        line += escape_for_terminal(step.text);
    }
    return reversed ? line + kNotReverse : line;
}

/// A line that goes and the one that comes in its place, if it is the same one reworded.
bool mark_words(std::string& before, std::string& after) {
    const Pieces from = split_characters(before);
    const Pieces to = split_characters(after);
    const std::size_t longer = std::max(from.size(), to.size());
    if (longer > kLongestMarked) return false;
    const std::vector<Step> steps = compare(from, to);
    const auto common = static_cast<std::size_t>(
        std::count_if(steps.begin(), steps.end(),
                      [](const Step& step) { return step.kind == dtl::SES_COMMON; }));
    if (common * 100 < longer * kReworded) return false;
    before = marked(steps, dtl::SES_DELETE);
    after = marked(steps, dtl::SES_ADD);
    return true;
}

/// Lines that go, and lines that come in their place.
std::string format_change(Pieces removed, Pieces added, bool color) {
    for (std::size_t i = 0; i < std::max(removed.size(), added.size()); ++i) {
        const bool both = i < removed.size() && i < added.size();
        if (both && color && mark_words(removed[i], added[i])) continue;
        if (i < removed.size()) removed[i] = escape_for_terminal(removed[i]);
        if (i < added.size()) added[i] = escape_for_terminal(added[i]);
    }
    std::string out;
    const auto add = [&](const Pieces& lines, const char* sign, const char* code) {
        for (const std::string& line : lines)
            out += color ? code + (sign + line) + kReset + "\n" : sign + line + "\n";
    };
    add(removed, "-", kRemoved);
    add(added, "+", kAdded);
    return out;
}

}  // namespace

std::string diff_texts(std::string_view before, std::string_view after, bool color) {
    const std::vector<Step> steps = compare(split_lines(before), split_lines(after));
    std::string out;
    std::size_t shown = 0;  // steps before this one are printed, or left out for good
    for (std::size_t at = 0; at < steps.size();) {
        if (steps[at].kind == dtl::SES_COMMON) {
            ++at;
            continue;
        }
        const std::size_t context = std::max(shown, at - std::min(at, kContext));
        if (context > shown && !out.empty()) out += " …\n";
        for (std::size_t i = context; i < at; ++i)
            out += " " + escape_for_terminal(steps[i].text) + "\n";
        Pieces removed;
        Pieces added;
        for (; at < steps.size() && steps[at].kind != dtl::SES_COMMON; ++at)
            (steps[at].kind == dtl::SES_DELETE ? removed : added).push_back(steps[at].text);
        out += format_change(std::move(removed), std::move(added), color);
        shown = at;
        for (; shown < steps.size() && shown < at + kContext; ++shown) {
            if (steps[shown].kind != dtl::SES_COMMON) break;
            out += " " + escape_for_terminal(steps[shown].text) + "\n";
        }
        at = shown;
    }
    return out;
}

}  // namespace cvtex::cli

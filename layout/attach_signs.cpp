#include "layout/attach_signs.hpp"

#include <algorithm>
#include <string_view>

#include "base/ascii.hpp"
#include "base/unicode.hpp"

namespace cvtex::layout {
namespace {

/// Directories of the root (Filesystem Hierarchy Standard 3.0, section 3).
constexpr std::u32string_view kRootDirectories[] = {
    U"bin",  U"boot", U"dev", U"etc",  U"home", U"lib", U"media", U"mnt", U"opt",
    U"proc", U"root", U"run", U"sbin", U"srv",  U"sys", U"tmp",   U"usr", U"var"};

/// Longer than a file name's ending: .gitignore, but not the .pdf of 简历.pdf.
constexpr std::size_t kLongestEnding = 5;

bool is_degree(char32_t c) {
    return c == U'℃' || c == U'℉';
}

/// Signs that begin a path or a name behind Han belong to it, though they often end or part
/// what is before them.
class NameFinder {
public:
    explicit NameFinder(std::span<Character> characters) : characters_(characters) {}

    void run() {
        for (std::size_t i = 1; i < characters_.size(); ++i) {
            if (characters_[i - 1].cls != CharClass::Han) continue;
            if (is_path(i)) {
                attach_path(i);
            } else if (is_dotted_name(i)) {
                characters_[i].cls = CharClass::Latin;
            }
        }
    }

private:
    [[nodiscard]] char32_t code(std::size_t i) const {
        return i < characters_.size() ? characters_[i].code : 0;
    }

    [[nodiscard]] std::size_t word_end(std::size_t i) const {
        while (i < characters_.size() && characters_[i].cls == CharClass::Latin) ++i;
        return i;
    }

    /// ~/bin, ./run, ../data; /usr, /api/v1. Not 前端/iOS/Android, 后端/java or 条/min, where
    /// the slash stands between two words.
    [[nodiscard]] bool is_path(std::size_t i) const {
        if (code(i) == U'~') return code(i + 1) == U'/';
        if (code(i) == U'.') {
            const std::size_t slash = code(i + 1) == U'.' ? i + 2 : i + 1;
            return code(slash) == U'/';
        }
        if (code(i) != U'/' || !ascii::is_lower(code(i + 1))) return false;
        const std::size_t end = word_end(i + 1);
        if (code(end) == U'/' && (ascii::is_lower(code(end + 1)) || code(end + 1) == U'*'))
            return true;
        std::u32string word;
        for (std::size_t k = i + 1; k < end; ++k) word += code(k);
        return std::find(std::begin(kRootDirectories), std::end(kRootDirectories), word) !=
               std::end(kRootDirectories);
    }

    /// The signs at its front and its slashes, the last one too.
    void attach_path(std::size_t i) {
        for (std::size_t k = i; characters_[k].cls != CharClass::Latin; ++k) {
            characters_[k].cls = CharClass::Latin;
            if (k + 1 == characters_.size()) return;
        }
        for (; i < characters_.size(); ++i) {
            if (characters_[i].code == U'/') characters_[i].cls = CharClass::Latin;
            if (characters_[i].cls != CharClass::Latin && !is_inner_sign(characters_[i].code))
                return;
        }
    }

    [[nodiscard]] static bool is_inner_sign(char32_t c) {
        return c == U'.' || c == U'-' || c == U'_';
    }

    /// .gitignore, .NET; not 简历.pdf or 完成.Next.
    [[nodiscard]] bool is_dotted_name(std::size_t i) const {
        if (code(i) != U'.') return false;
        const std::size_t end = word_end(i + 1);
        if (ascii::is_upper(code(i + 1))) return ascii::is_upper(code(i + 2));
        return ascii::is_lower(code(i + 1)) && end - (i + 1) > kLongestEnding;
    }

    std::span<Character> characters_;
};

/// Whether a run of symbols is part of the word it touches: any sign of a Latin word or number
/// (C++, 40%), of a Han word those that cannot count on (500万+) or refer to a note (注*). What
/// stands between two words is part of neither: 甲/乙, 中文/English, 数据+AI, 研发&QA.
bool is_attached_run(std::span<const Character> characters, std::size_t begin,
                     std::size_t end) {
    const auto is_any = [&](std::u32string_view set) {
        return std::any_of(
            characters.begin() + static_cast<std::ptrdiff_t>(begin),
            characters.begin() + static_cast<std::ptrdiff_t>(end),
            [&](const Character& c) { return set.find(c.code) != std::u32string_view::npos; });
    };
    const auto touches = [&](auto wanted) {
        return (begin > 0 && wanted(characters[begin - 1])) ||
               (end < characters.size() && wanted(characters[end]));
    };
    const auto is_letter = [](const Character& c) {
        return c.cls == CharClass::Latin && !unicode::is_decimal_digit(c.code);
    };
    const bool han = touches([](const Character& c) { return c.cls == CharClass::Han; });
    const bool latin = touches([](const Character& c) { return c.cls == CharClass::Latin; });
    const bool joins = end - begin == 1 && is_any(U"+&") && touches(is_letter);
    const bool parts = is_any(U"/") || (is_any(U"\\") && !latin);
    if (han && (parts || joins)) return false;
    return latin || (han && !is_any(U"+*"));
}

}  // namespace

void attach_signs(std::span<Character> characters) {
    NameFinder(characters).run();
    for (std::size_t i = 0; i < characters.size();) {
        // 5℃ is a number and its unit, as 5% is.
        if (is_degree(characters[i].code) && i > 0 &&
            unicode::is_decimal_digit(characters[i - 1].code)) {
            characters[i].cls = CharClass::Latin;
        }
        if (characters[i].cls != CharClass::Symbol) {
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < characters.size() && characters[end].cls == CharClass::Symbol) ++end;
        const bool attached = is_attached_run(characters, i, end);
        for (; i < end; ++i) {
            characters[i].cls = attached ? CharClass::Latin : CharClass::Narrow;
        }
    }
}

}  // namespace cvtex::layout

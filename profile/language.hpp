#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "grammar/ast.hpp"

namespace cvtex::profile {

/// The BCP 47 tag of the text's main language by its characters: kana means ja, Hangul ko,
/// otherwise Han zh-TW or zh-CN by the characters only one of them uses, Latin en. "zh-CN" for
/// a text without letters.
[[nodiscard]] std::string guess_language(const ast::Blocks& blocks, std::string_view title);

/// `written` (`zh_cn`, `ZH-hans`, `jp`) as the tag that other stages expect; "zh" alone is left
/// to `guess`. Nullopt when it is no language tag.
[[nodiscard]] std::optional<std::string> normalize_language(std::string_view written,
                                                            const std::string& guess);

}  // namespace cvtex::profile

#include "styles/labels.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"

namespace cvtex::styles {
namespace {

struct LabelRow {
    std::string_view name;
    std::string_view hans, hant, ja, ko, en;
};

// clang-format off
constexpr std::array kLabels{
    LabelRow{"abstract", "摘要", "摘要", "要旨", "초록", "Abstract"},
    LabelRow{"as-of", "", "", "現在", " 현재", ""},
    LabelRow{"birthday", "出生日期", "出生日期", "生年月日", "생년월일", "Born"},
    LabelRow{"career", "工作经历详述", "工作經歷詳述", "職務経歴書", "경력기술서", "Career History"},
    LabelRow{"colon", "：", "：", "：", ": ", ": "},
    LabelRow{"contact", "联系方式", "聯絡方式", "連絡先", "연락처", "Contact"},
    LabelRow{"contents", "目录", "目錄", "目次", "차례", "Contents"},
    LabelRow{"employment", "工作经历", "工作經歷", "職歴", "경력", "Employment"},
    LabelRow{"end", "", "", "以上", "", ""},
    LabelRow{"entered", "入学", "入學", "入学", "입학", "entered"},
    LabelRow{"finished", "毕业", "畢業", "卒業", "졸업", "graduated"},
    LabelRow{"gitee", "Gitee", "Gitee", "Gitee", "Gitee", "Gitee"},
    LabelRow{"github", "GitHub", "GitHub", "GitHub", "GitHub", "GitHub"},
    LabelRow{"gitlab", "GitLab", "GitLab", "GitLab", "GitLab", "GitLab"},
    LabelRow{"history", "学历与工作经历", "學歷與工作經歷", "学歴・職歴", "학력 및 경력", "Education and employment"},
    LabelRow{"joined", "入职", "到職", "入社", "입사", "joined"},
    LabelRow{"juejin", "掘金", "掘金", "Juejin", "Juejin", "Juejin"},
    LabelRow{"left", "离职", "離職", "退社", "퇴사", "left"},
    LabelRow{"licences", "资格与证书", "資格與證照", "免許・資格", "자격 및 면허", "Certificates"},
    LabelRow{"linkedin", "LinkedIn", "LinkedIn", "LinkedIn", "LinkedIn", "LinkedIn"},
    LabelRow{"location", "所在地", "所在地", "所在地", "거주지", "Location"},
    LabelRow{"mail", "邮箱", "電子郵件", "メール", "이메일", "Email"},
    LabelRow{"month", "月", "月", "月", "월", "Month"},
    LabelRow{"name", "姓名", "姓名", "氏名", "성명", "Name"},
    LabelRow{"phone", "电话", "電話", "電話", "전화", "Phone"},
    LabelRow{"photo", "照片", "照片", "写真", "사진", "Photo"},
    LabelRow{"position", "应聘职位", "應徵職務", "希望職種", "희망 직무", "Position"},
    LabelRow{"present", "至今", "至今", "現在に至る", "현재 재직 중", "to the present"},
    LabelRow{"qq", "QQ", "QQ", "QQ", "QQ", "QQ"},
    LabelRow{"resume", "履历书", "履歷書", "履歴書", "이력서", "Curriculum Vitae"},
    LabelRow{"schooling", "学历", "學歷", "学歴", "학력", "Education"},
    LabelRow{"web", "网站", "網站", "Web", "웹사이트", "Website"},
    LabelRow{"wechat", "微信", "微信", "WeChat", "위챗", "WeChat"},
    LabelRow{"whatsapp", "WhatsApp", "WhatsApp", "WhatsApp", "WhatsApp", "WhatsApp"},
    LabelRow{"x", "X", "X", "X", "X", "X"},
    LabelRow{"year", "年", "年", "年", "년", "Year"},
    LabelRow{"zhihu", "知乎", "知乎", "Zhihu", "Zhihu", "Zhihu"},
};

// clang-format on

const LabelRow* find_label(std::string_view name) {
    const auto* const found = std::find_if(
        kLabels.begin(), kLabels.end(), [&](const LabelRow& row) { return row.name == name; });
    return found == kLabels.end() ? nullptr : found;
}

bool is_traditional(std::string_view lang) {
    for (const std::string_view tag : {"TW", "HK", "MO", "Hant"})
        if (lang.find(tag) != std::string_view::npos) return true;
    return false;
}

std::string_view in_language(const LabelRow& row, std::string_view lang) {
    const std::string_view primary = lang.substr(0, lang.find('-'));
    if (primary == "zh") return is_traditional(lang) ? row.hant : row.hans;
    if (primary == "ja") return row.ja;
    if (primary == "ko") return row.ko;
    return row.en;
}

}  // namespace

std::string label_of(const Sheet& sheet, std::string_view name, std::string_view lang) {
    const auto own = sheet.labels.find(std::string(name));
    if (own != sheet.labels.end()) return own->second;
    const LabelRow* row = find_label(name);
    return row ? std::string(in_language(*row, lang)) : std::string(name);
}

bool is_label(std::string_view name, std::string_view text) {
    const LabelRow* row = find_label(name);
    if (!row) return false;
    const std::string wanted = ascii::to_lower(ascii::trim(text));
    for (const std::string_view word : {row->hans, row->hant, row->ja, row->ko, row->en})
        if (!word.empty() && ascii::to_lower(word) == wanted) return true;
    return false;
}

}  // namespace cvtex::styles

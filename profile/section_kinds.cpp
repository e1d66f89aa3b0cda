#include "profile/section_kinds.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "grammar/heading_ids.hpp"
#include "profile/sections.hpp"

namespace cvtex::profile {
namespace {

using enum SectionKind;

struct Titles {
    SectionKind kind;
    std::string_view name;
    /// Between bars, lower case, letters and digits only.
    std::string_view words;
};

// clang-format off
constexpr std::array kTitles{
    Titles{Generic, "generic", ""},
    Titles{Summary, "summary",
        "|个人简介|自我介绍|个人总结|自我评价|自我总结|个人评价|简介|个人概述|概述|个人优势|核心优势|关于我|"
        "個人簡介|自我介紹|個人總結|自我評價|簡介|關於我|自傳|要約|職務要約|概要|自己紹介|自己pr|自己ｐｒ|プロフィール|"
        "자기소개|자기소개서|소개|요약|about|aboutme|summary|professionalsummary|executivesummary|careersummary|profile|overview|objectivesummary|selfintroduction|"},
    Titles{Intention, "intention",
        "|求职意向|求职目标|职业目标|应聘岗位|期望职位|求職意向|應徵職務|希望職種|志望動機|本人希望記入欄|희망직무|지원동기|objective|careerobjective|jobobjective|"},
    Titles{Personal, "personal",
        "|个人信息|基本信息|基本资料|联系方式|联系我|个人资料|個人資訊|個人資料|基本資料|聯絡方式|聯絡資訊|連絡先|個人情報|基本情報|기본정보|인적사항|연락처|개인정보|"
        "contact|contacts|contactinformation|contactinfo|personalinformation|personaldetails|personalinfo|contactme|"},
    Titles{Work, "work",
        "|工作经历|工作经验|工作履历|任职|职业经历|职业经验|从业经历|任职经历|经历|全职经历|工作及实习经历|工作与实习经历|"
        "工作經歷|工作經驗|職業經歷|經歷|經驗|職務経歴|職歴|職務経歴詳細|業務経歴|경력|경력사항|직무경력|업무경험|경력사항상세|"
        "experience|workexperience|workhistory|professionalexperience|employment|employmenthistory|work|career|careerhistory|experiences|workexperiences|industryexperience|relevantexperience|"},
    Titles{Internship, "internship",
        "|实习经历|实习经验|实习|實習經歷|實習經驗|實習|インターン|インターンシップ|인턴|인턴경험|인턴십|internship|internships|internshipexperience|internexperience|"},
    Titles{Project, "project",
        "|项目经历|项目经验|项目|个人项目|代表项目|早期项目|早期代表项目|主要项目|核心项目|重点项目|项目实践|科研项目|科研经历|研究经历|项目群清单|项目清单|项目作品|个人作品|作品|作品集|"
        "專案經歷|專案經驗|專案|專案作品|個人專案|專題|作品集|研究經歷|プロジェクト|プロジェクト経歴|プロジェクト経験|個人開発|制作実績|프로젝트|프로젝트경험|프로젝트경력|개인프로젝트|"
        "projects|project|projectexperience|personalprojects|selectedprojects|keyprojects|sideprojects|researchexperience|research|portfolio|projectexperiences|academicprojects|"},
    Titles{OpenSource, "open-source",
        "|开源项目|开源贡献|开源经历|开源作品|开源|開源專案|開源貢獻|オープンソース|oss活動|oss|ossへの貢献|ossの開発|오픈소스|오픈소스기여|opensource|opensourceprojects|opensourcecontributions|opensourceexperience|"},
    Titles{Education, "education",
        "|教育背景|教育经历|教育|学历|教育经验|教育情况|求学经历|學歷|教育經歷|教育程度|學歷背景|学歴|最終学歴|학력|학력사항|교육|"
        "education|educationbackground|academicbackground|educationhistory|educationandtraining|educationalbackground|academichistory|"},
    Titles{Campus, "campus",
        "|校园经历|在校经历|学生工作|社团经历|校内经历|社团活动|校园活动|社會活動|社團經驗|社團經歷|校園經歷|課外活動|課外経験|대외활동|교내활동|extracurricularactivities|activities|leadership|campusexperience|leadershipexperience|"},
    Titles{Volunteer, "volunteer",
        "|志愿经历|志愿者经历|志愿服务|公益经历|社会实践|志工經驗|志工服務|ボランティア|봉사활동|volunteer|volunteering|volunteerexperience|volunteerwork|"},
    Titles{Skills, "skills",
        "|个人技能|专业技能|技能|相关技能|技术栈|技能树|技能清单|掌握技能|技术能力|核心能力|核心技能|技能特长|职业技能|it技能|"
        "專業技能|個人技能|技術能力|スキル|技術スタック|保有スキル|テクニカルスキル|活かせる経験知識技術|기술|기술스택|보유기술|스킬|"
        "skills|technicalskills|skill|technologies|coreskills|keyskills|skillset|techstack|corecompetencies|expertise|programmingskills|"},
    Titles{Languages, "languages",
        "|语言能力|语言|外语水平|語言能力|語言|語学|語学力|言語|외국어|어학|어학능력|languages|languageskills|spokenlanguages|language|"},
    Titles{Awards, "awards",
        "|获奖|获奖经历|获奖情况|荣誉|荣誉奖项|奖项|奖项荣誉|所获荣誉|奖励|荣誉奖励|荣誉与奖项|荣誉证书|获奖荣誉|竞赛经历|比赛经历|"
        "獲獎|獲獎經歷|獎項|榮譽|榮譽獎項|得獎紀錄|受賞|受賞歴|表彰|수상|수상경력|수상내역|awards|honors|honours|achievements|awardsandhonors|honorsandawards|awardshonors|honorsawards|"},
    Titles{Certificates, "certificates",
        "|证书|资格证书|技能证书|资质证书|职业证书|證照|證書|專業證照|資格|免許資格|保有資格|資格免許|자격증|자격|자격사항|certificates|certifications|certification|licenses|licensesandcertifications|licensescertifications|"},
    Titles{Publications, "publications",
        "|论文|发表论文|学术论文|论文发表|科研成果|学术成果|出版物|著作|論文|發表論文|學術論文|著書|発表論文|논문|출판물|논문발표|publications|publication|papers|selectedpublications|"},
    Titles{Patents, "patents", "|专利|发明专利|专利成果|专利情况|專利|特許|특허|patents|patent|"},
    Titles{Talks, "talks", "|演讲|技术演讲|技术分享|公开演讲|演講|登壇|講演|登壇発表|발표|강연|talks|presentations|speaking|conferences|invitedtalks|"},
    Titles{Interests, "interests", "|兴趣爱好|爱好|兴趣|個人興趣|興趣|興趣愛好|趣味|趣味特技|취미|관심사|interests|hobbies|hobbiesandinterests|"},
    Titles{References, "references", "|推荐人|證明人|推薦人|推薦者|추천인|references|referees|"},
};
// clang-format on

/// Longer titles are sentences, in bytes of letters.
constexpr std::size_t kLongestTitle = 60;

bool is_open(char32_t c) {
    return c == U'(' || c == U'（' || c == U'[' || c == U'【' || c == U'〔';
}

bool is_close(char32_t c) {
    return c == U')' || c == U'）' || c == U']' || c == U'】' || c == U'〕';
}

bool is_numeral(char32_t c) {
    return std::u32string_view(U"一二三四五六七八九十").find(c) != std::u32string_view::npos;
}

/// What title words are compared by: the whole title, then its halves in Han and Latin letters.
struct Keys {
    std::string all, wide, latin;
};

Keys keys_of(std::string_view title) {
    Keys keys;
    int depth = 0;
    for (std::size_t at = 0; at < title.size() && keys.all.size() <= kLongestTitle;) {
        const Decoded c = decode_utf8(title, at);
        at += c.length;
        if (is_open(c.code_point)) ++depth;
        if (is_close(c.code_point)) depth = std::max(depth - 1, 0);
        if (depth > 0 || !unicode::is_letter(c.code_point)) continue;
        // 一、工作经历
        const bool number = keys.all.empty() && is_numeral(c.code_point) && at < title.size() &&
                            !unicode::is_letter(decode_utf8(title, at).code_point);
        if (number) continue;
        append_utf8(keys.all, c.code_point);
        append_utf8(c.code_point < 0x2E80 ? keys.latin : keys.wide, c.code_point);
    }
    for (std::string* key : {&keys.all, &keys.wide, &keys.latin})
        *key = unicode::to_lower(*key);
    return keys;
}

SectionKind find_title(const std::string& key) {
    if (key.empty() || key.size() > kLongestTitle) return Generic;
    const std::string word = "|" + key + "|";
    const auto* const found =
        std::find_if(kTitles.begin(), kTitles.end(), [&](const Titles& titles) {
            return titles.words.find(word) != std::string_view::npos;
        });
    return found == kTitles.end() ? Generic : found->kind;
}

SectionKind kind_of_title(std::string_view title) {
    const Keys keys = keys_of(title);
    SectionKind kind = find_title(keys.all);
    // 工作经历 Work Experience: either half will do, but not one word of a sentence.
    if (kind == Generic && !keys.latin.empty() && !keys.wide.empty()) {
        kind = find_title(keys.wide);
        const SectionKind other = find_title(keys.latin);
        if (kind == Generic || other == Generic) kind = keys.wide.size() > 6 ? kind : other;
    }
    return kind;
}

}  // namespace

std::string_view name_of(SectionKind kind) {
    const auto* const found =
        std::find_if(kTitles.begin(), kTitles.end(),
                     [&](const Titles& titles) { return titles.kind == kind; });
    return found == kTitles.end() ? "generic" : found->name;
}

SectionKind section_kind(std::string_view title) {
    const SectionKind kind = kind_of_title(title);
    if (kind != Generic || title.size() > kLongestTitle) return kind;
    // 奖项与证书: both halves must say something; the first one counts.
    for (const std::string_view joiner :
         {"与", "與", "和", "及", "・", "、", " and ", "&", "/", "／", "및"}) {
        const std::size_t at = title.find(joiner);
        if (at == std::string_view::npos) continue;
        const SectionKind first = kind_of_title(title.substr(0, at));
        if (first != Generic && kind_of_title(title.substr(at + joiner.size())) != Generic)
            return first;
    }
    return Generic;
}

bool holds_entries(SectionKind kind) {
    static constexpr std::array kKinds{Work,      Internship, Project,  OpenSource,
                                       Education, Campus,     Volunteer};
    return std::find(kKinds.begin(), kKinds.end(), kind) != kKinds.end();
}

std::optional<int> dressed_section_level(std::span<const ast::Block> blocks) {
    const std::optional<int> level = section_level(blocks);
    if (!level) return level;
    constexpr int kDeepest = 6;
    std::array<std::vector<SectionKind>, kDeepest + 1> known;
    for (const ast::Block& block : blocks) {
        const auto* heading = ast::get_if<ast::Heading>(&block.node);
        if (heading == nullptr) continue;
        const SectionKind kind = section_kind(grammar::plain_text(heading->children));
        if (kind != SectionKind::Generic)
            known[static_cast<std::size_t>(heading->level)].push_back(kind);
    }
    if (!known[static_cast<std::size_t>(*level)].empty()) return level;
    for (int deeper = *level + 1; deeper <= kDeepest; ++deeper) {
        std::vector<SectionKind>& kinds = known[static_cast<std::size_t>(deeper)];
        if (kinds.empty()) continue;
        std::sort(kinds.begin(), kinds.end());
        // The same kind twice: parts of several chapters, 项目一's 简介 and 项目二's.
        const bool twice = std::adjacent_find(kinds.begin(), kinds.end()) != kinds.end();
        const bool resume =
            kinds.size() > 1 && std::any_of(kinds.begin(), kinds.end(), holds_entries);
        return resume && !twice ? deeper : *level;
    }
    return level;
}

}  // namespace cvtex::profile

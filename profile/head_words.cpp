// Words that tell the parts of an entry's head apart.

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "profile/head_line.hpp"
#include "profile/lines.hpp"

namespace cvtex::profile {
namespace {

// clang-format off
/// What somebody is.
constexpr std::string_view kPersonWords[] = {
    "工程师", "工程師", "经理", "經理", "总监", "總監", "主管", "专员", "專員", "助理", "实习生", "實習生", "架构师",
    "架構師", "设计师", "設計師", "负责人", "負責人", "顾问", "顧問", "分析师", "分析師", "教师", "教師", "讲师",
    "講師", "研究员", "研究員", "程序员", "程式設計師", "组长", "組長", "队长", "隊長", "主席", "部长", "部長",
    "店长", "合伙人", "创始人", "創辦人", "志愿者", "志工", "委员", "委員", "班长", "班長", "导师", "導師", "专家",
    "專家", "主任", "秘书", "队员", "隊員", "干事", "社长", "社長", "会长", "會長", "站长", "主编", "贡献者",
    "维护者", "維護者", "作者", "エンジニア", "マネージャ", "デザイナー", "プログラマ", "リーダー", "ディレクター",
    "アルバイト", "インターン", "担当", "コンサルタント", "アナリスト", "講師", "メンバー", "研究者", "개발자",
    "엔지니어", "매니저", "디자이너", "팀장", "인턴", "연구원", "기획자", "대표", "컨설턴트", "팀원",
};
/// The same where a title ends with it; within others they are something else.
constexpr std::string_view kPersonEnds[] = {
    "工讀生", "店員", "店员", "护士", "護理師", "医师", "医生", "醫師", "律师", "律師", "记者", "記者", "厨师", "廚師", "教练", "教練",
    "司机", "学徒", "學徒", "收银员", "服务员", "服務員", "业务员", "業務員", "讲解员", "管理员", "管理員", "教员", "教員",
    "社員", "職員", "店長", "看護師", "保育士", "販売員", "管理者", "スタッフ", "オペレーター", "ライター", "エディター",
    "사원", "주임", "과장", "차장", "부장", "간호사", "강사", "조교", "관리자", "작가", "기자", "학회장", "회장",
};
/// What somebody does, and systems for it.
constexpr std::string_view kActivityWords[] = {
    "会计", "會計", "编辑", "編輯", "运营", "營運", "测试", "測試", "销售", "銷售", "前端", "后端", "後端", "全栈",
    "全端", "开发", "開發", "研发", "研發", "翻译", "翻譯", "产品", "產品", "行政", "客服", "営業", "事務", "개발",
};
constexpr std::string_view kRoleLatin[] = {
    "engineer", "developer", "manager", "intern", "internship", "lead", "director", "designer", "analyst",
    "consultant", "architect", "researcher", "scientist", "assistant", "officer", "sre", "devops", "programmer",
    "specialist", "coordinator", "teacher", "lecturer", "founder", "cofounder", "cto", "ceo", "coo", "cfo", "vp",
    "president", "administrator", "editor", "writer", "accountant", "nurse", "member", "maintainer", "contributor",
    "volunteer", "professor", "tutor", "associate", "trainee", "supervisor", "owner", "fellow", "leader", "chair",
    "captain", "technician", "head", "author", "secretary", "advisor", "translator", "freelancer", "pm", "qa", "swe",
    "tl", "organizer", "mentor", "representative", "clerk", "instructor", "recruiter",
};
constexpr std::string_view kOrganisationWords[] = {
    "公司", "集团", "集團", "科技", "大学", "大學", "学院", "學院", "学校", "學校", "中学", "中學", "高中",
    "研究院", "研究所", "研究中心", "实验室", "實驗室", "银行", "銀行", "医院", "醫院", "事务所", "工作室", "有限",
    "股份", "协会", "協會", "基金会", "基金會", "出版社", "学生会", "學生會", "网络", "網路", "信息技术",
    "株式会社", "有限会社", "合同会社", "大学院", "高等学校", "研究室", "製作所",
    "주식회사", "(주)", "㈜", "대학교", "대학원", "고등학교", "전자", "은행", "연구소", "학교", "소프트", "테크",
};
constexpr std::string_view kOrganisationLatin[] = {
    "inc", "ltd", "llc", "corp", "corporation", "gmbh", "company", "university", "college", "institute", "school",
    "labs", "lab", "technologies", "systems", "group", "bank", "hospital", "foundation", "studio", "studios", "limited",
    "academy", "co", "software", "networks", "solutions", "media", "partners", "industries", "plc", "ag",
};
constexpr std::string_view kDegreeWords[] = {
    "本科", "硕士", "碩士", "博士", "学士", "學士", "大专", "專科", "专科", "研究生", "高職", "修士", "卒業",
    "학사", "석사", "박사", "졸업",
};
constexpr std::string_view kSubjectWords[] = {
    "专业", "專業", "学部", "学科", "學系", "专攻", "専攻", "課程", "科学", "科學", "工程", "管理", "전공", "학과",
};
/// What a department's name ends with.
constexpr std::string_view kDepartmentEnds[] = {
    "部", "部门", "部門", "事业群", "事業群", "中心", "小组", "小組", "处", "處", "팀", "부서", "본부", "team", "department", "division",
};
constexpr std::string_view kDegreeLatin[] = {
    "bachelor", "master", "bachelors", "masters", "phd", "bsc", "msc", "beng", "meng", "ba", "ma", "bs", "ms", "mba",
    "diploma", "doctorate", "gpa", "major", "degree", "undergraduate", "graduate", "b", "m", "minor", "mphil",
};
constexpr std::string_view kPlaces[] = {
    "北京", "上海", "广州", "廣州", "深圳", "杭州", "南京", "成都", "武汉", "西安", "苏州", "天津", "重庆", "长沙",
    "合肥", "厦门", "青岛", "大连", "济南", "郑州", "宁波", "东莞", "佛山", "珠海", "无锡", "福州", "昆明", "贵阳",
    "沈阳", "哈尔滨", "石家庄", "香港", "澳门", "台北", "臺北", "新北", "新竹", "台中", "臺中", "高雄", "台南", "桃園",
    "東京", "東京都", "大阪", "京都", "横浜", "名古屋", "福岡", "札幌", "神戸", "仙台",
    "서울", "부산", "판교", "성남", "대전", "대구", "인천", "광주", "수원", "远程", "遠端", "遠距", "リモート", "원격", "재택",
    "remote", "london", "newyork", "sanfrancisco", "berlin", "singapore", "shanghai", "beijing", "tokyo", "seoul",
    "taipei", "hongkong", "seattle", "boston", "paris", "munich", "toronto", "sydney", "dublin", "amsterdam", "zurich",
    "austin", "chicago", "losangeles", "hangzhou", "shenzhen", "guangzhou", "osaka", "busan", "melbourne", "vancouver",
    "hybrid", "onsite",
};
struct LabelWords {
    FactLabel label;
    std::string_view words;  ///< between bars, lower case, without spaces
};
constexpr LabelWords kLabels[] = {
    {FactLabel::Dates, "|时间|起止时间|任职时间|工作时间|在职时间|项目时间|项目周期|就读时间|在校时间|实习时间|日期|周期|期间|開發時間|"
        "時間|起訖時間|任職時間|任職期間|在職期間|就讀期間|期間|在籍期間|開発期間|プロジェクト期間|기간|근무기간|재직기간|개발기간|프로젝트기간|재학기간|"
        "period|date|dates|duration|time|timeline|when|"},
    {FactLabel::Role, "|职位|岗位|职务|担任职务|担任角色|角色|项目角色|职责角色|学历|学位|专业|职称|職位|職稱|職務|擔任職務|學位|學歷|科系|主修|"
        "役職|役割|職種|ポジション|担当|学部|専攻|직위|직책|직무|역할|담당|학위|전공|position|role|title|jobtitle|degree|major|"},
    {FactLabel::Organisation, "|公司|单位|公司名称|工作单位|学校|院校|毕业院校|项目名称|公司名稱|專案名稱|服務單位|學校|会社|会社名|企業名|プロジェクト名|案件名|勤務先|学校名|회사|회사명|기업명|프로젝트명|소속|학교|학교명|"
        "company|employer|organization|organisation|school|university|institution|projectname|"},
    {FactLabel::Place, "|地点|工作地点|城市|地址|所在地|地點|工作地點|勤務地|場所|근무지|위치|지역|location|city|place|"},
    {FactLabel::Other, "|部门|所属部门|团队|团队规模|部門|團隊|所属|부서|팀|team|department|"},
};

// clang-format on

bool contains_any(std::string_view text, std::span<const std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return text.find(word) != std::string_view::npos;
    });
}

bool is_word(std::string_view word, std::span<const std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Calls `visit` for each run of ASCII letters in `text`, which is lower case.
template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
    for (std::size_t at = 0; at < text.size();) {
        if (!ascii::is_lower(text[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size() && ascii::is_lower(text[end])) ++end;
        visit(text.substr(at, end - at));
        at = end;
    }
}

bool is_place(std::string_view lower) {
    std::string key;
    for (const char c : lower)
        if (c != ' ') key += c;
    for (const std::string_view tail : {"市", "省", "区", "區"})
        if (key.size() > 6 && key.ends_with(tail)) key.resize(key.size() - tail.size());
    if (is_word(key, kPlaces)) return true;
    // `Berlin, Germany`, `广东 深圳`: either half is one.
    const std::size_t comma = lower.find_first_of(", ");
    return comma != std::string_view::npos && comma > 0 &&
           (is_word(lower.substr(0, comma), kPlaces) ||
            is_word(ascii::trim(lower.substr(comma + 1)), kPlaces)) &&
           unicode::display_width(lower) <= 24;
}

/// Without brackets at the end: what is in them is a note, `Vue（组员负责后端）`.
std::string_view without_brackets(std::string_view lower) {
    for (const auto& [open, close] :
         {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}}) {
        const std::size_t at = lower.rfind(open);
        if (lower.ends_with(close) && at != std::string_view::npos && at > 0)
            lower = lower.substr(0, at);
    }
    return ascii::trim(lower);
}

/// Nor grades: 工程师（P6）, Engineer II.
std::string_view without_grade(std::string_view lower) {
    lower = without_brackets(lower);
    const std::size_t blank = lower.rfind(' ');
    if (blank == std::string_view::npos) return lower;
    const std::string_view last = lower.substr(blank + 1);
    const bool grade = last.find_first_not_of("iv") == std::string_view::npos ||
                       last.find_first_of("0123456789") != std::string_view::npos;
    return grade ? ascii::trim(lower.substr(0, blank)) : lower;
}

/// Whether a title ends with what somebody is, or goes on with `of`: Head of Design.
bool ends_with_person(std::string_view lower) {
    const std::string_view title = without_grade(lower);
    const auto ends = [&](std::string_view word) { return title.ends_with(word); };
    if (std::any_of(std::begin(kPersonWords), std::end(kPersonWords), ends) ||
        std::any_of(std::begin(kPersonEnds), std::end(kPersonEnds), ends))
        return true;
    bool person = false, of = false;
    for_each_word(title, [&](std::string_view word) {
        of = of || (person && word == "of");
        person = of || is_word(word, kRoleLatin);
    });
    return person && (of || (!title.empty() && ascii::is_lower(title.back())));
}

}  // namespace

PartNature nature_of(std::string_view part) {
    const std::string lower = unicode::to_lower(ascii::trim(part));
    PartNature nature;
    nature.person = ends_with_person(lower);
    nature.role = nature.person || contains_any(lower, kPersonWords) ||
                  contains_any(without_brackets(lower), kActivityWords);
    nature.organisation = contains_any(lower, kOrganisationWords);
    nature.degree = contains_any(lower, kDegreeWords);
    nature.subject = contains_any(lower, kSubjectWords);
    for_each_word(lower, [&](std::string_view word) {
        nature.role = nature.role || is_word(word, kRoleLatin);
        nature.organisation = nature.organisation || is_word(word, kOrganisationLatin);
        nature.degree = nature.degree || is_word(word, kDegreeLatin);
    });
    if (std::any_of(std::begin(kDepartmentEnds), std::end(kDepartmentEnds),
                    [&](std::string_view end) { return lower.ends_with(end); }))
        nature.role = nature.person = false;
    nature.place = is_place(lower);
    return nature;
}

LabelledFact read_label(std::string_view text) {
    constexpr std::size_t kLongestLabel = 40;  // bytes
    const std::size_t ascii = text.substr(0, kLongestLabel).find(':');
    const std::size_t wide = text.substr(0, kLongestLabel).find("：");
    const std::size_t colon = std::min(ascii, wide);
    if (colon == std::string_view::npos || colon == 0) return {};
    std::string key;
    for (const char c : unicode::to_lower(text.substr(0, colon)))
        if (c != ' ') key += c;
    const std::size_t value = colon + (colon == wide ? std::string_view("：").size() : 1);
    const auto* const found =
        std::find_if(std::begin(kLabels), std::end(kLabels), [&](const LabelWords& label) {
            return label.words.find("|" + key + "|") != std::string_view::npos;
        });
    if (found == std::end(kLabels)) return {};
    const std::size_t skipped = text.substr(value).find_first_not_of(' ');
    return {found->label, skipped == std::string_view::npos ? text.size() : value + skipped};
}

bool is_prose(std::string_view text) {
    text = ascii::trim(text);
    for (const std::string_view mark : {"。", "；", "！", "？", "…"})
        if (text.find(mark) != std::string_view::npos) return true;
    for (const std::string_view end : {":", "：", ";", "!", "?"})
        if (text.ends_with(end)) return true;
    // A full stop after a word, but not after `Inc.`, `Univ.` or `B.Sc.`
    constexpr std::size_t kLongestAbbreviation = 4;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool letter = ascii::is_letter(text[at]);
        const bool stop = text[at] == '.' && (at + 1 == text.size() || text[at + 1] == ' ');
        if (stop && letters > kLongestAbbreviation) return true;
        letters = letter ? letters + 1 : 0;
    }
    return false;
}

}  // namespace cvtex::profile

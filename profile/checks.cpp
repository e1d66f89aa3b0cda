#include "profile/checks.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "grammar/walk.hpp"
#include "profile/run_text.hpp"

namespace cvtex::profile {
namespace {

enum class Match : std::uint8_t {
    Anywhere,   ///< in any case
    WholeWord,  ///< as written, no letter, digit or `_` beside it
};

struct Word {
    std::string_view text;  ///< lower case with `Anywhere`
    Match match = Match::Anywhere;
};

struct WordRule {
    std::string_view code;
    std::string_view what;
    std::span<const Word> words;
};

constexpr std::array kTodo{Word{"TODO", Match::WholeWord},
                           Word{"FIXME", Match::WholeWord},
                           Word{"TBD", Match::WholeWord},
                           Word{"XXX", Match::WholeWord},
                           Word{"待补充"},
                           Word{"待完善"},
                           Word{"待填写"},
                           Word{"此处填写"},
                           Word{"待補充"},
                           Word{"要追記"},
                           Word{"lorem ipsum"}};
constexpr std::array kNotes{
    Word{"面试备注"},     Word{"面试笔记"},   Word{"面试准备"},       Word{"面试官可能"},
    Word{"面试时"},       Word{"面试官你好"}, Word{"面试官您好"},     Word{"備忘"},
    Word{"备忘："},       Word{"面試準備"},   Word{"interview note"}, Word{"interview prep"},
    Word{"note to self"}, Word{"if asked"},   Word{"面接対策"},       Word{"想定質問"},
    Word{"면접 준비"}};
constexpr std::array kLeaving{Word{"离职原因"},
                              Word{"离职理由"},
                              Word{"离职背景"},
                              Word{"跳槽原因"},
                              Word{"离开原因"},
                              Word{"離職原因"},
                              Word{"reason for leaving"},
                              Word{"reasons for leaving"},
                              Word{"退職理由"},
                              Word{"転職理由"},
                              Word{"퇴사 사유"},
                              Word{"이직 사유"},
                              Word{"原因离职"},
                              Word{"被裁"},
                              Word{"公司裁员"},
                              Word{"部门裁撤"},
                              Word{"被辞退"},
                              Word{"被劝退"},
                              Word{"離職理由"},
                              Word{"被資遣"},
                              Word{"laid off"},
                              Word{"left because"},
                              Word{"一身上の都合"},
                              Word{"会社都合"}};
constexpr std::array kPay{Word{"期望薪资"},
                          Word{"期望月薪"},
                          Word{"期望年薪"},
                          Word{"期望薪酬"},
                          Word{"薪资期望"},
                          Word{"薪资要求"},
                          Word{"薪酬要求"},
                          Word{"目前薪资"},
                          Word{"当前薪资"},
                          Word{"目前年薪"},
                          Word{"当前年薪"},
                          Word{"期望薪資"},
                          Word{"希望待遇"},
                          Word{"expected salary"},
                          Word{"salary expectation"},
                          Word{"current salary"},
                          Word{"希望年収"},
                          Word{"希望月収"},
                          Word{"現在の年収"},
                          Word{"희망 연봉"},
                          Word{"期望工资"},
                          Word{"期望薪水"},
                          Word{"工资要求"},
                          Word{"薪水要求"},
                          Word{"待遇要求"},
                          Word{"当前月薪"},
                          Word{"目前月薪"},
                          Word{"期望待遇"},
                          Word{"薪資要求"},
                          Word{"desired salary"},
                          Word{"expected compensation"},
                          Word{"salary requirement"},
                          Word{"希望給与"},
                          Word{"현재 연봉"}};

constexpr std::array kWordRules{
    WordRule{"leak-todo", "is unfinished", kTodo},
    WordRule{"leak-notes", "is a note for an interview", kNotes},
    WordRule{"leak-leaving", "tells why a position was left", kLeaving},
    WordRule{"leak-pay", "tells about pay", kPay},
};

/// A section of this name alone is about nothing else; in text the words are innocent.
constexpr std::array<std::string_view, 4> kLeavingTitles{"离职", "離職", "退職", "퇴사"};

/// What makes the name after it in a sentence the one that is applied to.
constexpr std::array<std::string_view, 22> kTargetWords{
    "应聘",     "求职",       "投递",     "希望加入",    "期待加入",  "想加入",
    "申请加入", "有幸加入",   "意向公司", "目标公司",    "期望公司",  "应徵",
    "應徵",     "希望能在",   "apply to", "applying to", "apply for", "application to",
    "to join",  "in joining", "志望",     "지원"};
constexpr std::array<std::string_view, 8> kSentenceEnds{"。", "！", "？", "；",
                                                        ". ", "! ", "? ", "; "};

bool is_word_byte(char c) {
    return ascii::is_alphanumeric(c) || c == '_';
}

/// Where `word` first stands in `text`, or `npos`. `lower` is `text` in lower case when that
/// has the same length (as for all but a few letters), else `text`.
std::size_t find_word(std::string_view text, std::string_view lower, const Word& word) {
    if (word.match == Match::Anywhere) return lower.find(word.text);
    for (std::size_t at = text.find(word.text); at != std::string_view::npos;
         at = text.find(word.text, at + 1)) {
        const std::size_t end = at + word.text.size();
        const bool open = at == 0 || !is_word_byte(text[at - 1]);
        if (open && (end == text.size() || !is_word_byte(text[end]))) return at;
    }
    return std::string_view::npos;
}

class Checker {
public:
    Checker(const Employer* employer, const std::vector<Field>& others,
            Diagnostics& diagnostics)
        : employer_(employer), others_(others), diagnostics_(diagnostics) {}

    void check(const RunText& run) {
        if (run.text.empty()) return;
        std::string lower = unicode::to_lower(run.text);
        if (lower.size() != run.text.size()) lower = run.text;
        for (const WordRule& rule : kWordRules) {
            for (const Word& word : rule.words) {
                const std::size_t at = find_word(run.text, lower, word);
                if (at == std::string::npos) continue;
                report(rule.code, run, at, word.text.size(), std::string(rule.what));
                break;
            }
        }
        if (employer_ == nullptr) return;
        for (const Field& word : employer_->forbid)
            find_name(run, lower, word.text, "leak-forbidden",
                      "is forbidden for this employer");
        for (const auto& [name, description] : employer_->redact.names)
            find_name(run, lower, name.text, "leak-redaction", "should have been replaced");
        for (const Field& name : others_) check_target(run, lower, name.text);
    }

    void check_title(const RunText& run) {
        const std::string_view title = ascii::trim(run.text);
        if (std::find(kLeavingTitles.begin(), kLeavingTitles.end(), title) !=
            kLeavingTitles.end()) {
            report("leak-leaving", run,
                   static_cast<std::size_t>(title.data() - run.text.data()), title.size(),
                   "tells why a position was left");
        }
    }

private:
    void report(std::string_view code, const RunText& run, std::size_t at, std::size_t size,
                const std::string& what) {
        diagnostics_.warning(std::string(code), run.span_of(at, at + size),
                             "'" + run.text.substr(at, size) + "' " + what,
                             "take it out, or put it between <!-- cv: private --> and "
                             "<!-- cv: end -->");
    }

    void find_name(const RunText& run, const std::string& lower, const std::string& name,
                   std::string_view code, const std::string& what) {
        const std::string wanted = unicode::to_lower(name);
        const std::size_t at = wanted.empty() ? std::string::npos : lower.find(wanted);
        if (at != std::string::npos) report(code, run, at, wanted.size(), what);
    }

    /// A name of another employer after words of applying in the same sentence.
    void check_target(const RunText& run, const std::string& lower, const std::string& name) {
        const std::string wanted = unicode::to_lower(name);
        if (wanted.empty()) return;
        for (std::size_t at = lower.find(wanted); at != std::string::npos;
             at = lower.find(wanted, at + wanted.size())) {
            std::size_t sentence = 0;
            for (const std::string_view end : kSentenceEnds) {
                const std::size_t found = std::string_view(lower).substr(0, at).rfind(end);
                if (found != std::string::npos)
                    sentence = std::max(sentence, found + end.size());
            }
            const std::string_view before =
                std::string_view(lower).substr(sentence, at - sentence);
            if (std::none_of(kTargetWords.begin(), kTargetWords.end(), [&](auto word) {
                    return before.find(word) != std::string_view::npos;
                })) {
                continue;
            }
            report("leak-employer", run, at, wanted.size(), "is another employer");
            return;
        }
    }

    const Employer* employer_;
    const std::vector<Field>& others_;
    Diagnostics& diagnostics_;
};

RunText run_of(const Field& field) {
    return {field.text, {{0, field.span, field.span.size() == field.text.size()}}};
}

}  // namespace

void check_leaks(const Profile& profile, const Employer* employer,
                 const std::vector<Field>& others, Diagnostics& diagnostics) {
    Checker checker(employer, others, diagnostics);
    ast::for_each_block(profile.blocks, [&](const ast::Block& block) {
        ast::for_each_text(block,
                           [&](const ast::Inlines& text) { checker.check(run_text(text)); });
        if (const auto* heading = ast::get_if<ast::Heading>(&block.node))
            checker.check_title(run_text(heading->children));
        if (const auto* code = ast::get_if<ast::CodeBlock>(&block.node))
            checker.check(run_of({code->text, block.span}));
    });
    for (const auto* field : {&profile.headline, &profile.title, &profile.description})
        if (*field) checker.check(run_of(**field));
}

}  // namespace cvtex::profile

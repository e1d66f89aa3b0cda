#include "profile/personal_facts.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "grammar/walk.hpp"
#include "profile/head_line.hpp"
#include "profile/lines.hpp"
#include "profile/run_text.hpp"

namespace cvtex::profile {
namespace {

using grammar::ContactKind;

/// Blocks at the top of a document that may hold contact details, whatever their form.
constexpr BlockNumber kMostTopBlocks = 40;
constexpr std::size_t kLongestText = 2000;  // bytes; longer ones are text
constexpr std::size_t kMostContacts = 40;
constexpr std::size_t kWidestFact = 48;
constexpr int kWritten = 100;  ///< in a key of the front matter that says what it is

constexpr std::string_view kNameLabels = "|姓名|名字|氏名|お名前|이름|성명|name|fullname|";
constexpr std::string_view kHeadlineLabels =
    "|求职意向|求职岗位|求职目标|应聘职位|应聘岗位|意向岗位|目标职位|期望职位|職位|求職意向|"
    "應徵職務|希望職種|지원직무|"
    "희망직무|지원분야|objective|target|position|jobtarget|desiredposition|";

/// The value after a label that is one of `labels`.
std::optional<Slice> labelled(std::string_view text, std::string_view labels) {
    constexpr std::size_t kLongestLabel = 40;
    const std::string_view head = text.substr(0, kLongestLabel);
    const std::size_t ascii = head.find(':'), wide = head.find("：");
    const std::size_t colon = std::min(ascii, wide);
    if (colon == std::string_view::npos || colon == 0) return std::nullopt;
    std::string key;
    for (const char c : unicode::to_lower(text.substr(0, colon)))
        if (c != ' ') key += c;
    if (labels.find("|" + key + "|") == std::string_view::npos) return std::nullopt;
    const std::size_t value = colon + (colon == wide ? std::string_view("：").size() : 1);
    const std::size_t begin = text.find_first_not_of(' ', value);
    if (begin == std::string_view::npos) return std::nullopt;
    // Other facts may follow on the line.
    std::size_t end = text.size();
    for (const std::string_view sign : {"|", "｜", "丨", " · ", "，", "  ", "\n"})
        end = std::min(end, text.find(sign, begin));
    return Slice{begin, begin + ascii::trim(text.substr(begin, end - begin)).size()};
}

std::optional<ContactKind> kind_of(std::string_view key) {
    static constexpr std::array<std::pair<std::string_view, ContactKind>, 13> kKinds{{
        {"email", ContactKind::Email},
        {"phone", ContactKind::Telephone},
        {"wechat", ContactKind::WeChat},
        {"qq", ContactKind::QQ},
        {"city", ContactKind::Location},
        {"address", ContactKind::Location},
        {"website", ContactKind::Website},
        {"portfolio", ContactKind::Website},
        {"github", ContactKind::GitHub},
        {"gitee", ContactKind::Gitee},
        {"gitlab", ContactKind::GitLab},
        {"linkedin", ContactKind::LinkedIn},
        {"zhihu", ContactKind::Zhihu},
    }};
    for (const auto& [name, kind] : kKinds)
        if (name == key) return kind;
    return std::nullopt;
}

class FactFinder {
public:
    explicit FactFinder(Profile& profile) : profile_(profile), found_(profile.recognized) {}

    void read_front_matter() {
        found_.name = profile_.name;
        found_.headline = profile_.headline;
        for (const Contact& contact : profile_.contacts) read(contact);
    }

    void read_header() {
        const Header& header = profile_.header;
        if (!header.headline || found_.headline) return;
        ast::for_each_text(profile_.blocks[*header.headline], [&](const ast::Inlines& text) {
            const RunText run = run_text(text);
            if (!ascii::trim(run.text).empty())
                found_.headline =
                    Field{std::string(ascii::trim(run.text)), run.span_of(0, run.text.size())};
        });
    }

    /// Goes through the blocks in reading order as far as facts may stand.
    void walk(const ast::Blocks& blocks) {
        for (const ast::Block& block : blocks) {
            if (past_) return;
            const BlockNumber own = number_++;
            if (!is_place(own)) {
                // Below the top only sections on personal data are looked at.
                past_ = own > last_;
            } else {
                visit(block);
            }
            ast::for_each_child_list(block, [&](const ast::Blocks& inner) { walk(inner); });
        }
    }

    /// Where to look: above the first section, and in those on personal data.
    void plan() {
        top_ = kMostTopBlocks;
        for (const Section& section : found_.sections) {
            if (section.kind == SectionKind::Personal ||
                section.kind == SectionKind::Intention) {
                places_.emplace_back(section.heading, section.end);
                last_ = std::max(last_, section.end);
            } else if (!profile_.header.headline ||
                       section.heading > static_cast<BlockNumber>(*profile_.header.headline)) {
                top_ = std::min(top_, section.heading);
            }
        }
        for (const Entry& entry : found_.entries) top_ = std::min(top_, entry.head);
        last_ = std::max(last_, top_);
    }

private:
    [[nodiscard]] bool is_place(BlockNumber number) {
        if (number < top_) return true;
        while (place_ < places_.size() && places_[place_].second <= number) ++place_;
        return place_ < places_.size() && number >= places_[place_].first;
    }

    void visit(const ast::Block& block) {
        if (const auto* table = ast::get_if<ast::Table>(&block.node)) {
            row(table->head);
            for (const ast::TableRow& each : table->rows) row(each);
            return;
        }
        ast::for_each_text(block, [&](const ast::Inlines& text) { read(text); });
    }

    void read(const ast::Inlines& inlines) {
        const RunText run = run_text(inlines, '\n');
        if (run.text.size() > kLongestText) return;
        std::size_t begin = 0;
        while (begin < run.text.size()) {
            const std::size_t end = std::min(run.text.find('\n', begin), run.text.size());
            labels(run, begin, end);
            begin = end + 1;
        }
        add(run);
        links(inlines);
    }

    /// `| 微信 | some_one |`: a label and its value.
    void row(const ast::TableRow& row) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            const RunText cell = run_text(row.cells[i].children);
            if (cell.text.size() > kLongestText) continue;
            if (i + 1 < row.cells.size() && !ascii::trim(cell.text).empty() &&
                grammar::find_contacts(cell.text).empty()) {
                const RunText value = run_text(row.cells[i + 1].children);
                if (!ascii::trim(value.text).empty() && value.text.size() <= kLongestText) {
                    RunText pair = cell;
                    pair.pieces.push_back({pair.text.size(), {}, false});
                    pair.text += ": ";
                    for (RunText::Piece piece : value.pieces) {
                        piece.begin += pair.text.size();
                        pair.pieces.push_back(piece);
                    }
                    pair.text += value.text;
                    labels(pair, 0, pair.text.size());
                    add(pair);
                    links(row.cells[i + 1].children);
                    ++i;
                    continue;
                }
            }
            read(row.cells[i].children);
        }
    }

    void labels(const RunText& run, std::size_t begin, std::size_t end) {
        const std::string_view line = std::string_view(run.text).substr(begin, end - begin);
        const auto take = [&](std::optional<Field>& field, std::string_view words) {
            if (field) return;
            const auto value = labelled(line, words);
            if (!value || value->empty()) return;
            if (unicode::display_width(value->of(line)) > kWidestFact) return;
            field = Field{std::string(value->of(line)),
                          run.span_of(begin + value->begin, begin + value->end)};
        };
        take(found_.name, kNameLabels);
        take(found_.headline, kHeadlineLabels);
    }

    void add(const RunText& run) {
        for (const grammar::Contact& contact : grammar::find_contacts(run.text)) {
            if (contact.confidence < grammar::kContactConfidence) continue;
            add({contact.kind,
                 contact.value,
                 {run.text.substr(contact.begin, contact.end - contact.begin),
                  run.span_of(contact.begin, contact.end)},
                 contact.confidence});
        }
    }

    void add(FoundContact contact) {
        const bool known = std::any_of(
            found_.contacts.begin(), found_.contacts.end(), [&](const FoundContact& other) {
                return other.kind == contact.kind && other.value == contact.value;
            });
        if (!known && found_.contacts.size() < kMostContacts)
            found_.contacts.push_back(std::move(contact));
    }

    /// Addresses that only links hold: `[GitHub](https://github.com/someone)`.
    void links(const ast::Inlines& inlines) {
        for (const ast::Inline& node : inlines) {
            const auto* link = ast::get_if<ast::Link>(&node.node);
            if (link != nullptr && link->destination.size() <= kLongestText) {
                std::string_view target = link->destination;
                for (const std::string_view scheme : {"mailto:", "tel:"})
                    if (target.starts_with(scheme)) target.remove_prefix(scheme.size());
                for (const grammar::Contact& contact : grammar::find_contacts(target))
                    if (contact.confidence >= grammar::kContactConfidence)
                        add({contact.kind,
                             contact.value,
                             {std::string(target), node.span},
                             contact.confidence});
            }
            ast::for_each_child_list(node, [&](const ast::Inlines& inner) { links(inner); });
        }
    }

    /// A key of the front matter says what its value is.
    void read(const Contact& contact) {
        const std::string& text = contact.value.text;
        const auto kind = kind_of(contact.kind);
        const std::vector<grammar::Contact> inside = grammar::find_contacts(text);
        for (const grammar::Contact& each : inside) {
            const bool fits =
                !kind || each.kind == *kind ||
                (*kind == ContactKind::Telephone && each.kind == ContactKind::Mobile);
            if (!fits || (!kind && each.confidence < grammar::kContactConfidence)) continue;
            return add({each.kind, each.value, contact.value, kWritten});
        }
        if (kind) add({*kind, text, contact.value, kWritten});
    }

    Profile& profile_;
    Recognized& found_;
    BlockNumber number_ = 0, top_ = 0, last_ = 0;
    bool past_ = false;
    std::vector<std::pair<BlockNumber, BlockNumber>> places_;
    std::size_t place_ = 0;
};

}  // namespace

void find_personal_facts(Profile& profile) {
    FactFinder finder(profile);
    finder.read_front_matter();
    finder.read_header();
    finder.plan();
    finder.walk(profile.blocks);
}

}  // namespace cvtex::profile

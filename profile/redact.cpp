#include "profile/redact.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "base/ascii.hpp"
#include "base/unicode.hpp"
#include "base/utf8.hpp"
#include "grammar/contacts.hpp"
#include "grammar/heading_ids.hpp"
#include "grammar/walk.hpp"
#include "profile/sections.hpp"

namespace cvtex::profile {
namespace {

using grammar::ContactKind;

/// Half as sure as others must be: a number that is hidden without need does less harm than one
/// that is shown.
constexpr int kEnoughToHide = grammar::kContactConfidence / 2;

constexpr std::array<std::string_view, 10> kPhotoWords{
    "photo", "avatar", "portrait", "headshot", "profile-pic",
    "照片",  "头像",   "证件照",   "写真",     "사진"};

bool is_phone(ContactKind kind) {
    return kind == ContactKind::Mobile || kind == ContactKind::Telephone;
}

std::string digits_of(std::string_view text) {
    std::string digits;
    for (const char c : text)
        if (ascii::is_digit(c)) digits += c;
    return digits;
}

class Redactor {
public:
    explicit Redactor(const Redaction& redaction) : redaction_(redaction) {}

    /// `text` without what must not be seen.
    [[nodiscard]] std::string operator()(std::string text) const {
        for (const auto& [name, description] : redaction_.names)
            replace_all(text, name.text, description);
        if (!redaction_.phone && !redaction_.email) return text;
        std::string masked;
        std::size_t done = 0;
        for (const grammar::Contact& contact : grammar::find_contacts(text)) {
            const auto mask = mask_of(contact);
            if (!mask) continue;
            masked.append(text, done, contact.begin - done).append(*mask);
            done = contact.end;
        }
        return done == 0 ? text : masked.append(text, done);
    }

    /// Whether a destination would tell what is hidden.
    [[nodiscard]] bool gives_away(const std::string& destination) const {
        const std::string lower = unicode::to_lower(destination);
        if (redaction_.phone && lower.starts_with("tel:")) return true;
        if (redaction_.email && lower.starts_with("mailto:")) return true;
        return !destination.starts_with('#') && (*this)(destination) != destination;
    }

private:
    static void replace_all(std::string& text, const std::string& from, const std::string& to) {
        if (from.empty()) return;
        std::string replaced;
        std::size_t done = 0;
        for (std::size_t at = text.find(from); at != std::string::npos;
             at = text.find(from, done)) {
            replaced.append(text, done, at - done).append(to);
            done = at + from.size();
        }
        if (done > 0) text = replaced.append(text, done);
    }

    [[nodiscard]] std::optional<std::string> mask_of(const grammar::Contact& contact) const {
        if (contact.confidence < kEnoughToHide) return std::nullopt;
        if (redaction_.phone && is_phone(contact.kind)) return mask_phone(contact.value);
        // WeChat ids and QQ mail often are the telephone number itself.
        if (redaction_.phone && contact.kind == ContactKind::WeChat &&
            digits_of(contact.value).size() >= 11) {
            return mask_phone(contact.value);
        }
        if (redaction_.email && contact.kind == ContactKind::Email)
            return mask_email(contact.value);
        return std::nullopt;
    }

    const Redaction& redaction_;
};

bool shows_person(const ast::Image& image) {
    const std::string words = unicode::to_lower(image.source + " " + image.title + " " +
                                                grammar::plain_text(image.alternative));
    return std::any_of(kPhotoWords.begin(), kPhotoWords.end(), [&](std::string_view word) {
        return words.find(word) != std::string::npos;
    });
}

void remove_images(ast::Inlines& inlines, bool all) {
    std::erase_if(inlines, [&](const ast::Inline& node) {
        const auto* image = ast::get_if<ast::Image>(&node.node);
        return image != nullptr && (all || shows_person(*image));
    });
}

void drop_emptied(ast::Blocks& blocks) {
    for (ast::Block& block : blocks) ast::for_each_child_list(block, drop_emptied);
    std::erase_if(blocks, [](const ast::Block& block) {
        const auto* paragraph = std::get_if<ast::Paragraph>(&block.node);
        return paragraph != nullptr && paragraph->children.empty();
    });
}

/// Pictures above the first section are of the person; further down only those that say so.
void remove_photos(ast::Blocks& blocks) {
    const std::optional<int> level = section_level(blocks);
    bool in_head = true;
    for (ast::Block& block : blocks) {
        const auto* heading = ast::get_if<ast::Heading>(&block.node);
        in_head = in_head && !(heading != nullptr && level && heading->level == *level);
        const auto remove = [&](ast::Inlines& text) { remove_images(text, in_head); };
        ast::for_each_text(block,
                           [&](ast::Inlines& text) { ast::for_each_inlines(text, remove); });
        ast::for_each_child_list(
            block, [&](ast::Blocks& inner) { ast::for_each_inlines(inner, remove); });
    }
    drop_emptied(blocks);
}

void redact_attributes(ast::Attributes& attributes, const Redactor& redactor) {
    for (ast::Attribute& attribute : attributes) attribute.value = redactor(attribute.value);
}

/// A name may be written in several nodes because of an escape or a reference in it.
void join_texts(ast::Inlines& inlines) {
    ast::Inlines joined;
    for (ast::Inline& node : inlines) {
        auto* text = std::get_if<ast::Text>(&node.node);
        auto* last = joined.empty() ? nullptr : std::get_if<ast::Text>(&joined.back().node);
        if (text == nullptr || last == nullptr) {
            joined.push_back(std::move(node));
            continue;
        }
        last->text += text->text;
        joined.back().span = join(joined.back().span, node.span);
    }
    inlines = std::move(joined);
}

void redact_inlines(ast::Inlines& inlines, const Redactor& redactor) {
    join_texts(inlines);
    ast::Inlines kept;
    for (ast::Inline& node : inlines) {
        if (auto* text = std::get_if<ast::Text>(&node.node)) text->text = redactor(text->text);
        if (auto* code = std::get_if<ast::Code>(&node.node)) code->text = redactor(code->text);
        if (auto* image = ast::get_if<ast::Image>(&node.node))
            image->title = redactor(image->title);
        if (auto* element = ast::get_if<ast::Element>(&node.node))
            redact_attributes(element->attributes, redactor);
        auto* link = ast::get_if<ast::Link>(&node.node);
        if (link != nullptr && redactor.gives_away(link->destination)) {
            join_texts(link->children);
            for (ast::Inline& child : link->children) {
                if (auto* text = std::get_if<ast::Text>(&child.node))
                    text->text = redactor(text->text);
                kept.push_back(std::move(child));
            }
            continue;
        }
        if (link != nullptr) link->title = redactor(link->title);
        kept.push_back(std::move(node));
    }
    inlines = std::move(kept);
}

/// Ids are made of headings' texts and end up in the file; links to them follow.
void redact_ids(ast::Blocks& blocks, const Redactor& redactor) {
    std::vector<std::pair<std::string, std::string>> changed;
    ast::for_each_block(blocks, [&](ast::Block& block) {
        auto* heading = ast::get_if<ast::Heading>(&block.node);
        if (heading == nullptr || redactor(heading->id) == heading->id) return;
        const std::string id = "section-" + std::to_string(changed.size() + 1);
        changed.emplace_back("#" + heading->id, "#" + id);
        heading->id = id;
    });
    if (changed.empty()) return;
    ast::for_each_inlines(blocks, [&](ast::Inlines& inlines) {
        for (ast::Inline& node : inlines) {
            auto* link = ast::get_if<ast::Link>(&node.node);
            if (link == nullptr) continue;
            for (const auto& [from, to] : changed)
                if (link->destination == from) link->destination = to;
        }
    });
}

void redact_blocks(ast::Blocks& blocks, const Redactor& redactor) {
    ast::for_each_block(blocks, [&](ast::Block& block) {
        if (auto* code = ast::get_if<ast::CodeBlock>(&block.node))
            code->text = redactor(code->text);
        if (auto* element = ast::get_if<ast::ElementBlock>(&block.node))
            redact_attributes(element->attributes, redactor);
    });
    ast::for_each_inlines(blocks,
                          [&](ast::Inlines& inlines) { redact_inlines(inlines, redactor); });
    redact_ids(blocks, redactor);
}

void redact_contact(Contact& contact, const Redaction& redaction, const Redactor& redactor) {
    if (contact.kind == "phone" && redaction.phone) {
        contact.value.text = mask_phone(digits_of(contact.value.text));
    } else if (contact.kind == "email" && redaction.email) {
        contact.value.text = mask_email(contact.value.text);
    } else {
        contact.value.text = redactor(contact.value.text);
    }
}

}  // namespace

std::string mask_phone(std::string_view digits) {
    const std::size_t size = digits.size();
    const std::size_t head = size >= 9 ? 3 : size / 4;
    const std::size_t tail = size >= 9 ? 4 : size / 4;
    return std::string(digits.substr(0, head)) + "****" +
           std::string(digits.substr(size - tail));
}

std::string mask_email(std::string_view address) {
    const std::size_t at = address.rfind('@');
    if (at == std::string_view::npos || at == 0) return "***";
    const std::size_t first = decode_utf8(address, 0).length;
    return std::string(address.substr(0, first)) + "***" + std::string(address.substr(at));
}

void redact(Profile& profile, const Redaction& redaction) {
    const Redactor redactor(redaction);
    if (redaction.photo) {
        profile.photo.reset();
        remove_photos(profile.blocks);
    }
    redact_blocks(profile.blocks, redactor);
    for (std::optional<Field>* field : {&profile.name, &profile.headline, &profile.title,
                                        &profile.author, &profile.description}) {
        if (*field) (*field)->text = redactor((*field)->text);
    }
    for (Field& keyword : profile.keywords) keyword.text = redactor(keyword.text);
    for (Contact& contact : profile.contacts) redact_contact(contact, redaction, redactor);
}

}  // namespace cvtex::profile

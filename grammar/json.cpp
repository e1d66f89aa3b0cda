#include "grammar/json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "grammar/front_matter_text.hpp"

namespace cvtex::grammar {
namespace {

/// Receives nlohmann's events. They carry no positions, so a cursor of our own walks the text
/// from token to token beside them.
class Handler {
public:
    using Json = nlohmann::json;

    Handler(std::string_view text, Span region, Diagnostics& diagnostics)
        : text_(text), region_(region), diagnostics_(diagnostics) {}

    bool null() { return plain(); }

    bool boolean(bool) { return plain(); }

    bool number_integer(Json::number_integer_t) { return plain(); }

    bool number_unsigned(Json::number_unsigned_t) { return plain(); }

    bool number_float(Json::number_float_t, const std::string&) { return plain(); }

    bool binary(Json::binary_t&) { return false; }  // not in JSON text

    bool string(std::string& text) {
        const Span where = next_token();
        return add({inner(where, text), ast::Scalar{text, true}});
    }

    bool key(std::string& text) {
        const Span where = next_token();
        stack_.back().key = text;
        stack_.back().key_span = inner(where, text);
        return true;
    }

    bool start_object(std::size_t) { return begin(true); }

    bool end_object() { return end(); }

    bool start_array(std::size_t) { return begin(false); }

    bool end_array() { return end(); }

    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception& error) {
        if (text_.size() < region_.size() && position >= text_.size()) {
            const std::uint32_t begin = region_.begin;
            return refuse({region_.file, begin, begin}, "JSON front matter is over 256 KiB");
        }
        std::string_view reason = error.what();
        if (const auto at = reason.find("parsing "); at != std::string_view::npos) {
            reason.remove_prefix(at + std::string_view("parsing ").size());
        }
        // The library quotes what it read last; the caret shows the same place.
        std::string shown(reason);
        if (const auto quote = shown.find("; last read: "); quote != std::string::npos) {
            const auto rest = shown.find("'; ", quote);
            shown.erase(quote, rest == std::string::npos ? rest : rest - quote + 1);
        }
        const auto offset = static_cast<std::uint32_t>(
            std::min(position == 0 ? 0 : position - 1, text_.size()));
        const std::uint32_t at = region_.begin + offset;
        diagnostics_.error(
            "json-syntax", {region_.file, at, std::min(at + 1, region_.end)},
            "broken JSON: in " + shown,
            "keys and text stand in double quotes, no comma after the last member");
        return false;
    }

    [[nodiscard]] JsonResult take(bool complete) {
        while (!stack_.empty()) close(stack_.back().span.begin);
        JsonResult result;
        result.complete = complete;
        result.end = region_.begin + cursor_;
        if (auto* members = std::get_if<ast::Mapping>(&root_.node)) {
            result.values = std::move(*members);
        }
        return result;
    }

private:
    struct Frame {
        bool is_object = false;
        Span span;
        std::string key;
        Span key_span;
        ast::Mapping members;
        ast::Sequence items;
    };

    bool plain() {
        const Span where = next_token();
        const auto text = text_.substr(where.begin - region_.begin, where.size());
        return add({where, ast::Scalar{std::string(text), false}});
    }

    bool begin(bool is_object) {
        const Span where = next_token();
        if (stack_.size() + 1 >= kMaxFrontMatterDepth) {
            return refuse(where, "JSON front matter is nested too deeply");
        }
        if (!count(where)) return false;
        Frame frame;
        frame.is_object = is_object;
        frame.span = where;
        stack_.push_back(std::move(frame));
        return true;
    }

    bool end() {
        const Span where = next_token();
        close(where.end);
        return true;
    }

    void close(std::uint32_t end) {
        Frame frame = std::move(stack_.back());
        stack_.pop_back();
        ast::Value value{{frame.span.file, frame.span.begin, end}, ast::Sequence{}};
        if (frame.is_object) {
            drop_duplicates(frame.members, diagnostics_);
            value.node = std::move(frame.members);
        } else {
            value.node = std::move(frame.items);
        }
        attach(std::move(value));
    }

    bool add(ast::Value value) {
        if (!count(value.span)) return false;
        attach(std::move(value));
        return true;
    }

    void attach(ast::Value value) {
        if (stack_.empty()) {
            root_ = std::move(value);
        } else if (Frame& frame = stack_.back(); frame.is_object) {
            frame.members.push_back({std::move(frame.key), frame.key_span, std::move(value)});
        } else {
            frame.items.push_back(std::move(value));
        }
    }

    bool count(Span where) {
        return ++nodes_ <= kMaxFrontMatterNodes ||
               refuse(where, "JSON front matter has too many values");
    }

    bool refuse(Span where, const std::string& message) {
        diagnostics_.error("json-limit", where, message);
        return false;
    }

    /// The next token's span. The library has checked it already, so its end is easy to find.
    [[nodiscard]] Span next_token() {
        while (cursor_ < text_.size() &&
               std::string_view(" \t\r\n,:").find(text_[cursor_]) != std::string_view::npos) {
            ++cursor_;
        }
        const std::uint32_t begin = cursor_;
        if (cursor_ < text_.size()) {
            const char first = text_[cursor_++];
            if (first == '"') {
                skip_string();
            } else if (std::string_view("{}[]").find(first) == std::string_view::npos) {
                const auto end = text_.find_first_of(" \t\r\n,:{}[]\"", cursor_);
                cursor_ = static_cast<std::uint32_t>(std::min(end, text_.size()));
            }
        }
        return {region_.file, region_.begin + begin, region_.begin + cursor_};
    }

    void skip_string() {
        while (cursor_ < text_.size() && text_[cursor_] != '"') {
            cursor_ += text_[cursor_] == '\\' ? 2 : 1;
        }
        cursor_ = static_cast<std::uint32_t>(std::min<std::size_t>(cursor_ + 1U, text_.size()));
    }

    /// Without the quotes where no escape stands between them.
    [[nodiscard]] static Span inner(Span where, const std::string& text) {
        if (where.size() != text.size() + 2) return where;
        return {where.file, where.begin + 1, where.end - 1};
    }

    std::string_view text_;
    Span region_;
    Diagnostics& diagnostics_;
    std::uint32_t cursor_ = 0;
    std::size_t nodes_ = 0;
    std::vector<Frame> stack_;
    ast::Value root_;
};

}  // namespace

JsonResult parse_json_object(const Sources& sources, Span region, Diagnostics& diagnostics) {
    const std::string_view text = sources.slice(region).substr(0, kMaxFrontMatterBytes);
    Handler handler(text, region, diagnostics);
    const bool complete = nlohmann::json::sax_parse(
        text.begin(), text.end(), &handler, nlohmann::detail::input_format_t::json, false);
    return handler.take(complete);
}

}  // namespace cvtex::grammar

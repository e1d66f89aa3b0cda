#include "grammar/yaml.hpp"

#include <libfyaml.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "grammar/front_matter_text.hpp"
#include "grammar/yaml_tree.hpp"

namespace cvtex::grammar {
namespace {

/// Broken lines skipped before giving up: each costs one more pass over the text.
constexpr int kMaxAttempts = 16;

struct ParserDeleter {
    void operator()(fy_parser* parser) const { fy_parser_destroy(parser); }
};

struct DiagDeleter {
    void operator()(fy_diag* diag) const {
        fy_diag_reset_error(diag);  // unref alone leaks the errors collected
        fy_diag_unref(diag);
    }
};

using DiagHandle = std::unique_ptr<fy_diag, DiagDeleter>;
using ParserHandle = std::unique_ptr<fy_parser, ParserDeleter>;

void print_nothing(fy_diag*, void*, const char*, std::size_t) {}

/// Collects errors; the parser's own quiet flag still lets them through to stderr.
DiagHandle make_silent_diag() {
    fy_diag_cfg config;
    fy_diag_cfg_default(&config);
    config.fp = nullptr;
    config.output_fn = print_nothing;
    config.level = FYET_ERROR;
    DiagHandle diag(fy_diag_create(&config));
    if (diag) fy_diag_set_collect_errors(diag.get(), true);
    return diag;
}

struct SyntaxError {
    std::uint32_t offset = 0;
    std::string message;
};

/// One pass over `text`, whose bytes stand at the same offsets as the source's.
class Reader {
public:
    Reader(std::string_view text, Span region, YamlTree& tree)
        : text_(text), region_(region), tree_(tree) {}

    /// Nullopt when the whole text was read.
    [[nodiscard]] std::optional<SyntaxError> run() {
        const DiagHandle diag = make_silent_diag();
        fy_parse_cfg config{};
        config.flags = static_cast<fy_parse_cfg_flags>(FYPCF_QUIET | FYPCF_DISABLE_MMAP_OPT);
        config.diag = diag.get();
        const ParserHandle parser(diag ? fy_parser_create(&config) : nullptr);
        if (!parser || fy_parser_set_string(parser.get(), text_.data(), text_.size()) != 0) {
            return SyntaxError{0, "the YAML parser could not start"};
        }
        int documents = 0;
        while (!tree_.stopped()) {
            fy_event* event = fy_parser_parse(parser.get());
            if (event == nullptr) break;
            if (event->type == FYET_DOCUMENT_START) ++documents;
            if (documents == 1) handle(*event);
            fy_parser_event_free(parser.get(), event);
        }
        if (tree_.stopped() || !fy_parser_get_stream_error(parser.get())) return std::nullopt;
        return first_error(diag.get());
    }

private:
    void handle(fy_event& event) {
        const std::string anchor = text_of(fy_event_get_anchor_token(&event));
        switch (event.type) {
            case FYET_SCALAR:
                scalar(event.scalar.value, anchor);
                break;
            case FYET_ALIAS:
                tree_.alias(text_of(event.alias.anchor),
                            with_star(span_of(event.alias.anchor)));
                break;
            case FYET_MAPPING_START:
                tree_.begin_collection(true, span_of(event.mapping_start.mapping_start),
                                       anchor);
                break;
            case FYET_SEQUENCE_START:
                tree_.begin_collection(false, span_of(event.sequence_start.sequence_start),
                                       anchor);
                break;
            case FYET_MAPPING_END:
                tree_.end_collection(span_of(event.mapping_end.mapping_end));
                break;
            case FYET_SEQUENCE_END:
                tree_.end_collection(span_of(event.sequence_end.sequence_end));
                break;
            case FYET_NONE:
            case FYET_STREAM_START:
            case FYET_STREAM_END:
            case FYET_DOCUMENT_START:
            case FYET_DOCUMENT_END:
                break;
        }
    }

    void scalar(fy_token* token, const std::string& anchor) {
        const bool plain = token == nullptr || fy_token_scalar_style(token) == FYSS_PLAIN;
        tree_.scalar({text_of(token), !plain}, span_of(token), anchor);
    }

    [[nodiscard]] static std::string text_of(fy_token* token) {
        if (token == nullptr) return {};
        std::size_t length = 0;
        const char* text = fy_token_get_text(token, &length);
        return text == nullptr ? std::string() : std::string(text, length);
    }

    /// Tokens without marks (the empty value of `key:`) stand where the last one ended.
    [[nodiscard]] Span span_of(fy_token* token) {
        const fy_mark* begin = token == nullptr ? nullptr : fy_token_start_mark(token);
        const fy_mark* end = token == nullptr ? nullptr : fy_token_end_mark(token);
        if (begin == nullptr || end == nullptr) return {region_.file, last_end_, last_end_};
        const std::uint32_t from = region_.begin + clamp(begin->input_pos);
        const std::uint32_t to = region_.begin + clamp(end->input_pos);
        last_end_ = std::max(from, to);
        return {region_.file, from, last_end_};
    }

    [[nodiscard]] Span with_star(Span name) const {
        if (name.begin > region_.begin) --name.begin;
        return name;
    }

    [[nodiscard]] std::uint32_t clamp(std::size_t offset) const {
        return static_cast<std::uint32_t>(std::min(offset, text_.size()));
    }

    [[nodiscard]] SyntaxError first_error(fy_diag* diag) const {
        void* iterator = nullptr;
        const fy_diag_error* error = fy_diag_errors_iterate(diag, &iterator);
        if (error == nullptr) return {clamp(text_.size()), "the YAML text ends too early"};
        const std::uint32_t offset =
            TextPositions(text_).offset(static_cast<std::uint32_t>(std::max(error->line, 0)),
                                        static_cast<std::uint32_t>(std::max(error->column, 0)));
        return {offset, error->msg == nullptr ? "" : error->msg};
    }

    std::string_view text_;
    Span region_;
    YamlTree& tree_;
    std::uint32_t last_end_ = region_.begin;
};

std::string hint_for(std::string_view message) {
    struct Hint {
        std::string_view part;
        std::string_view hint;
    };

    static constexpr std::array<Hint, 8> kHints{{
        {"nested block mapping on the same line",
         "put a value with \": \" in it between quotes"},
        {"tab character", "indent with spaces"},
        {"cannot start with", "put the value between quotes"},
        {"quoted scalar", "close the quotes"},
        {"without a closing bracket", "close the [ or {"},
        {"multiline plain key", "write a colon and a space after each key: title: 张三"},
        {"indentation", "start the keys of one mapping in the same column"},
        {"did not find expected key", "write every entry as key: value"},
    }};
    for (const Hint& entry : kHints) {
        if (message.find(entry.part) != std::string_view::npos) return std::string(entry.hint);
    }
    return {};
}

}  // namespace

std::optional<ast::Mapping> parse_yaml(const Sources& sources, Span region,
                                       Diagnostics& diagnostics) {
    std::string text(sources.slice(region));
    if (text.size() > kMaxFrontMatterBytes) {
        diagnostics.error("yaml-limit", {region.file, region.begin, region.begin},
                          "YAML front matter is over 256 KiB");
        return ast::Mapping{};
    }
    bool reported = false;
    for (int attempt = 0; attempt < kMaxAttempts; ++attempt) {
        Diagnostics found;
        YamlTree tree(found);
        const auto error = Reader(text, region, tree).run();
        if (!error) {
            auto mapping = tree.take_mapping();
            for (const Diagnostic& diagnostic : found.all()) diagnostics.add(diagnostic);
            return mapping;
        }
        // What follows a broken line is often wrong only because of it: one message is enough.
        if (!std::exchange(reported, true)) {
            const std::uint32_t at = region.begin + error->offset;
            diagnostics.error("yaml-syntax", {region.file, at, std::min(at + 1, region.end)},
                              "broken YAML: " + error->message, hint_for(error->message));
        }
        if (!blank_last_line(text, error->offset)) break;
    }
    return ast::Mapping{};
}

}  // namespace cvtex::grammar

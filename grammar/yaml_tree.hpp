#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostics.hpp"
#include "grammar/ast.hpp"

namespace cvtex::grammar {

/// Builds the ordered tree of one YAML document out of its events, with caps against alias
/// bombs and depth. After a cap was hit `stopped` is true and the rest is to be left unread.
class YamlTree {
public:
    explicit YamlTree(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    void scalar(ast::Scalar scalar, Span span, const std::string& anchor);
    void alias(const std::string& name, Span span);
    void begin_collection(bool is_mapping, Span span, const std::string& anchor);
    void end_collection(Span span);

    [[nodiscard]] bool stopped() const { return stopped_; }

    /// The root's members; open collections are closed first. Nullopt when the root is
    /// something else.
    [[nodiscard]] std::optional<ast::Mapping> take_mapping();

private:
    struct Frame {
        bool is_mapping = false;
        Span span;
        std::string anchor;
        bool has_key = false;
        bool merge = false;  ///< the pending key is a plain `<<`
        bool skip = false;   ///< the pending key cannot be one
        std::string key;
        Span key_span;
        ast::Mapping members;
        ast::Sequence items;
        std::vector<ast::Value> merges;
    };

    void add(ast::Value value);
    void add_to_mapping(Frame& frame, ast::Value value);
    void set_key(Frame& frame, const ast::Value& value);
    void apply_merges(Frame& frame);
    bool count_nodes(std::size_t count, Span span);
    void stop(Span span, const std::string& message);

    Diagnostics& diagnostics_;
    std::vector<Frame> stack_;
    std::optional<ast::Value> root_;
    std::map<std::string, ast::Value> anchors_;
    std::size_t nodes_ = 0;
    std::size_t aliases_ = 0;
    bool stopped_ = false;
};

}  // namespace cvtex::grammar

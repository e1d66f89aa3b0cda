#include "grammar/yaml_tree.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "base/overloaded.hpp"
#include "grammar/front_matter_text.hpp"

namespace cvtex::grammar {
namespace {

constexpr std::size_t kMaxAliases = 64;

struct Measure {
    std::size_t nodes = 1;
    std::size_t depth = 1;
};

/// Recursion is bounded: no value deeper than kMaxFrontMatterDepth is ever built.
Measure measure(const ast::Value& value) {
    Measure sum;
    std::size_t deepest = 0;
    const auto add = [&](const ast::Value& child) {
        const Measure inner = measure(child);
        sum.nodes += inner.nodes;
        deepest = std::max(deepest, inner.depth);
    };
    std::visit(overloaded{
                   [](const ast::Scalar&) {},
                   [&](const ast::Sequence& items) {
                       for (const ast::Value& item : items) add(item);
                   },
                   [&](const ast::Mapping& members) {
                       for (const ast::Member& member : members) add(member.value);
                   },
               },
               value.node);
    sum.depth += deepest;
    return sum;
}

}  // namespace

void YamlTree::stop(Span span, const std::string& message) {
    if (stopped_) return;
    stopped_ = true;
    diagnostics_.error("yaml-limit", span, message);
}

bool YamlTree::count_nodes(std::size_t count, Span span) {
    nodes_ += count;
    if (nodes_ > kMaxFrontMatterNodes) stop(span, "YAML front matter has too many values");
    return !stopped_;
}

void YamlTree::scalar(ast::Scalar scalar, Span span, const std::string& anchor) {
    if (!count_nodes(1, span)) return;
    ast::Value value{span, std::move(scalar)};
    if (!anchor.empty()) anchors_[anchor] = value;
    add(std::move(value));
}

void YamlTree::alias(const std::string& name, Span span) {
    if (++aliases_ > kMaxAliases) {
        stop(span, "YAML front matter has more than 64 aliases");
        return;
    }
    const auto found = anchors_.find(name);
    if (found == anchors_.end()) {
        diagnostics_.error("yaml-syntax", span, "alias *" + name + " names no anchor before it",
                           "write &" + name + " before the value it stands for");
        add({span, ast::Scalar{}});
        return;
    }
    const Measure size = measure(found->second);
    if (stack_.size() + size.depth > kMaxFrontMatterDepth) {
        stop(span, "YAML front matter is nested too deeply");
        return;
    }
    if (count_nodes(size.nodes, span)) add(found->second);
}

void YamlTree::begin_collection(bool is_mapping, Span span, const std::string& anchor) {
    if (!count_nodes(1, span)) return;
    if (stack_.size() + 1 >= kMaxFrontMatterDepth) {
        stop(span, "YAML front matter is nested too deeply");
        return;
    }
    Frame frame;
    frame.is_mapping = is_mapping;
    frame.span = span;
    frame.anchor = anchor;
    stack_.push_back(std::move(frame));
}

void YamlTree::end_collection(Span span) {
    if (stack_.empty()) return;
    Frame frame = std::move(stack_.back());
    stack_.pop_back();
    ast::Value value{join(frame.span, span), ast::Sequence{}};
    if (frame.is_mapping) {
        drop_duplicates(frame.members, diagnostics_);
        apply_merges(frame);
        value.node = std::move(frame.members);
    } else {
        value.node = std::move(frame.items);
    }
    if (!frame.anchor.empty()) anchors_[frame.anchor] = value;
    add(std::move(value));
}

/// `<<` (YAML 1.1 merge): keys of its own win, then earlier merged mappings.
void YamlTree::apply_merges(Frame& frame) {
    if (frame.merges.empty()) return;
    std::set<std::string> known;
    for (const ast::Member& member : frame.members) known.insert(member.key);
    const auto merge = [&](ast::Value& source) {
        auto* members = std::get_if<ast::Mapping>(&source.node);
        if (members == nullptr) {
            diagnostics_.error("yaml-syntax", source.span,
                               "<< takes a mapping or a list of them");
            return;
        }
        for (ast::Member& member : *members) {
            if (known.insert(member.key).second) frame.members.push_back(std::move(member));
        }
    };
    for (ast::Value& source : frame.merges) {
        if (auto* list = std::get_if<ast::Sequence>(&source.node)) {
            for (ast::Value& item : *list) merge(item);
        } else {
            merge(source);
        }
    }
}

void YamlTree::add(ast::Value value) {
    if (stack_.empty()) {
        root_ = std::move(value);
        return;
    }
    Frame& frame = stack_.back();
    if (frame.is_mapping) {
        add_to_mapping(frame, std::move(value));
    } else {
        frame.items.push_back(std::move(value));
    }
}

void YamlTree::add_to_mapping(Frame& frame, ast::Value value) {
    if (!frame.has_key) {
        set_key(frame, value);
        return;
    }
    frame.has_key = false;
    if (frame.skip) return;
    if (frame.merge) {
        frame.merges.push_back(std::move(value));
    } else {
        frame.members.push_back({std::move(frame.key), frame.key_span, std::move(value)});
    }
}

void YamlTree::set_key(Frame& frame, const ast::Value& value) {
    frame.has_key = true;
    frame.key_span = value.span;
    const auto* scalar = std::get_if<ast::Scalar>(&value.node);
    frame.skip = scalar == nullptr;
    if (frame.skip) {
        diagnostics_.error("yaml-syntax", value.span, "a key must be plain text");
        return;
    }
    frame.key = scalar->text;
    frame.merge = !scalar->quoted && scalar->text == "<<";
}

std::optional<ast::Mapping> YamlTree::take_mapping() {
    while (!stack_.empty()) end_collection({});
    if (!root_) return ast::Mapping{};
    auto* members = std::get_if<ast::Mapping>(&root_->node);
    if (members == nullptr) return std::nullopt;
    return std::move(*members);
}

}  // namespace cvtex::grammar

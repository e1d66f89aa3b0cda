#include "grammar/ast.hpp"

namespace cvtex::ast {

const Value* find(const Mapping& mapping, const std::string& key) {
    for (const Member& member : mapping) {
        if (member.key == key) return &member.value;
    }
    return nullptr;
}

std::optional<std::string> find_text(const Mapping& mapping, const std::string& key) {
    const Value* value = find(mapping, key);
    if (value == nullptr) return std::nullopt;
    const auto* scalar = std::get_if<Scalar>(&value->node);
    if (scalar == nullptr) return std::nullopt;
    return scalar->text;
}

}  // namespace cvtex::ast

#include "grammar/placeholders.hpp"

#include "grammar/rules/match.hpp"
#include "grammar/rules/placeholders.hpp"

namespace cvtex::grammar {
namespace {

template <class Rule>
struct take {};

template <>
struct take<rules::placeholder_name> {
    template <class Input>
    static void apply(const Input& in, std::string_view& name) {
        name = {in.begin(), in.size()};
    }
};

}  // namespace

std::vector<Placeholder> find_placeholders(std::string_view text) {
    std::vector<Placeholder> found;
    for (std::size_t at = text.find("{{"); at != std::string_view::npos;
         at = text.find("{{", at)) {
        std::string_view name;
        const std::uint32_t length =
            rules::match<rules::placeholder, take>(text.substr(at), name);
        if (length == 0) {
            ++at;
            continue;
        }
        const auto begin = static_cast<std::uint32_t>(at);
        found.push_back({name, begin, begin + length});
        at += length;
    }
    return found;
}

}  // namespace cvtex::grammar

#include "grammar/parse.hpp"

#include "grammar/ast_builder.hpp"
#include "grammar/block_parser.hpp"
#include "grammar/front_matter.hpp"
#include "grammar/options.hpp"

namespace cvtex::grammar {

ast::Document parse(const Sources& sources, FileId file, Diagnostics& diagnostics) {
    return parse(sources, file, ParseOptions{}, diagnostics);
}

ast::Document parse(const Sources& sources, FileId file, const ParseOptions& options,
                    Diagnostics& diagnostics) {
    ast::Document document{file, {}, {}};
    std::uint32_t body = 0;
    if (options.front_matter) {
        FrontMatterResult front = parse_front_matter(sources, file, diagnostics);
        document.front_matter = std::move(front.front_matter);
        body = front.body_begin;
    }
    const std::string_view text = sources[file].text();
    BlockTree tree = BlockParser(text, file, options, diagnostics).parse(body);
    document.blocks = AstBuilder(text, file, tree, options, diagnostics).build();
    return document;
}

}  // namespace cvtex::grammar

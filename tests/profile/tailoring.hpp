#pragma once

#include <map>
#include <string>
#include <vector>

#include "grammar/parse.hpp"
#include "grammar/toml.hpp"
#include "grammar/walk.hpp"
#include "profile/profile.hpp"
#include "profile/run_text.hpp"

namespace cvtex::profile {

/// A document made for an employer, for tests.
struct Tailored {
    Sources sources;
    Diagnostics diagnostics;
    Profile profile;

    /// `files` are the employers by id, in TOML. No `employer`: for everybody.
    explicit Tailored(const std::string& markdown,
                      const std::map<std::string, std::string>& files = {},
                      const std::string& employer = {}) {
        const FileId file = sources.add(Source::decode("cv.md", markdown));
        ast::Document document = grammar::interpret_html(
            grammar::parse(sources, file, diagnostics), sources, diagnostics);
        std::vector<EmployerSource> employers = employers_in(document.front_matter.values);
        for (const auto& [id, toml] : files) {
            EmployerSource source{id, {}, id + ".toml", {}};
            const FileId of = sources.add(Source::decode(id + ".toml", toml));
            const auto size = static_cast<std::uint32_t>(sources[of].text().size());
            source.values = grammar::parse_toml(sources, {of, 0, size}, source.diagnostics);
            employers.push_back(std::move(source));
        }
        ProfileOptions options;
        if (!employer.empty()) {
            options.employer = find_employer(employers, employer, diagnostics);
            if (!options.employer) return;
            options.other_employers = names_of_others(employers, *options.employer);
        }
        profile = make_profile(std::move(document), sources, options, diagnostics);
    }

    /// The texts of paragraphs, headings and cells in order.
    [[nodiscard]] std::vector<std::string> texts() const {
        std::vector<std::string> found;
        ast::for_each_block(profile.blocks, [&](const ast::Block& block) {
            ast::for_each_text(block, [&](const ast::Inlines& inlines) {
                found.push_back(run_text(inlines).text);
            });
        });
        return found;
    }

    [[nodiscard]] std::string joined() const {
        std::string all;
        for (const std::string& text : texts()) all += (all.empty() ? "" : "|") + text;
        return all;
    }

    /// "severity code 'source slice'" of each diagnostic.
    [[nodiscard]] std::vector<std::string> findings() const {
        std::vector<std::string> found;
        for (const Diagnostic& d : diagnostics.all()) {
            std::string line = std::string(severity_name(d.severity)) + " " + d.code;
            if (d.span.valid()) line += " '" + std::string(sources.slice(d.span)) + "'";
            found.push_back(std::move(line));
        }
        return found;
    }
};

}  // namespace cvtex::profile

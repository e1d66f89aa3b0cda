#include "cli/summary.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/diagnostic_print.hpp"
#include "base/unicode.hpp"
#include "cli/files.hpp"

namespace cvtex::cli {
namespace {

using Json = nlohmann::ordered_json;

/// Raised when a reader of the report would have to change.
constexpr int kReportVersion = 1;

struct Counts {
    std::size_t outputs = 0, written = 0, failed = 0, warnings = 0, errors = 0, pages = 0;

    void add(const Outcome& outcome) {
        ++outputs;
        written += outcome.written ? 1 : 0;
        failed += outcome.code == ExitCode::Ok ? 0 : 1;
        warnings += outcome.warnings;
        errors += outcome.errors;
        pages += outcome.pages;
    }
};

Counts count(const std::vector<Outcome>& outcomes) {
    Counts counts;
    for (const Outcome& outcome : outcomes) counts.add(outcome);
    return counts;
}

using Cells = std::array<std::string, 5>;

Cells cells_of(const std::string& name, const Counts& counts) {
    return {name, std::to_string(counts.written), std::to_string(counts.failed),
            std::to_string(counts.warnings), std::to_string(counts.pages)};
}

/// The first column flush left, numbers flush right; Han characters count as two columns.
std::string format_rows(const std::vector<Cells>& rows) {
    std::array<std::size_t, std::tuple_size_v<Cells>> widths{};
    for (const Cells& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], unicode::display_width(row[i]));
    }
    std::string text;
    for (const Cells& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            const std::string blank(widths[i] - unicode::display_width(row[i]), ' ');
            text += i == 0 ? row[i] + blank : "  " + blank + row[i];
        }
        text += '\n';
    }
    return text;
}

/// Bytes of a path that are no UTF-8 can't stand in JSON.
std::string dumped(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json to_json(const Counts& counts) {
    return {{"outputs", counts.outputs},   {"written", counts.written},
            {"failed", counts.failed},     {"errors", counts.errors},
            {"warnings", counts.warnings}, {"pages", counts.pages}};
}

Json to_json(const Outcome& outcome) {
    Json messages = Json::array();
    for (const std::string& record : outcome.records)
        messages.push_back(Json::parse(record, nullptr, false));
    const auto or_null = [](const std::string& text) {
        return text.empty() ? Json(nullptr) : Json(text);
    };
    return {{"employer", or_null(outcome.employer)},
            {"output", or_null(outcome.output)},
            {"status", outcome.code == ExitCode::Ok ? "ok" : "failed"},
            {"exit", static_cast<int>(outcome.code)},
            {"written", outcome.written},
            {"pages", outcome.pages},
            {"bytes", outcome.bytes},
            {"messages", std::move(messages)}};
}

}  // namespace

void Summary::add(const std::string& input, const std::vector<Outcome>& outcomes) {
    Document document{input, outcomes};
    for (Outcome& outcome : document.outcomes) {
        if (!outcome.output.empty()) outputs_.push_back(outcome.output);
        dependencies_.insert(dependencies_.end(), outcome.dependencies.begin(),
                             outcome.dependencies.end());
        outcome.messages = {};
        outcome.printed = {};
        outcome.dependencies = {};
    }
    if (input != "-") dependencies_.push_back(input);
    documents_.push_back(std::move(document));
}

std::string Summary::table() const {
    std::vector<Cells> rows{{"document", "written", "failed", "warnings", "pages"}};
    Counts all;
    for (const Document& document : documents_) {
        for (const Outcome& outcome : document.outcomes) all.add(outcome);
        rows.push_back(cells_of(escape_for_terminal(document.input), count(document.outcomes)));
    }
    if (documents_.size() > 1) rows.push_back(cells_of("all", all));
    return format_rows(rows) + "in " + escape_for_terminal(options_.output) + "/\n";
}

std::string Summary::json() const {
    Json documents = Json::array();
    Counts all;
    for (const Document& document : documents_) {
        Json outputs = Json::array();
        for (const Outcome& outcome : document.outcomes) {
            all.add(outcome);
            outputs.push_back(to_json(outcome));
        }
        documents.push_back({{"input", document.input}, {"outputs", std::move(outputs)}});
    }
    Json totals = to_json(all);
    totals["documents"] = documents_.size();
    return dumped({{"version", kReportVersion},
                   {"program", "cvtex " CVTEX_VERSION},
                   {"totals", std::move(totals)},
                   {"documents", std::move(documents)}});
}

std::string Summary::depfile(const std::vector<std::string>& fonts) const {
    std::vector<std::string> dependencies = dependencies_;
    dependencies.insert(dependencies.end(), fonts.begin(), fonts.end());
    std::string targets;
    for (const std::string& output : outputs_)
        targets += (targets.empty() ? "" : " ") + escape_for_make(output);
    return make_depfile(targets, dependencies);
}

}  // namespace cvtex::cli

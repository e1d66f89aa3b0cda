#include <algorithm>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "grammar/parse.hpp"
#include "profile/profile.hpp"
#include "tests/support/catch.hpp"

// Measures how well entries are recognised: entry_cases*.txt hold documents and the entries
// that a reader sees in them. An entry is found when its organisation and its dates are right.

namespace cvtex::profile {
namespace {

struct Expected {
    std::string organisation, role, dates;
};

struct EntryCase {
    std::string name, document;
    std::vector<Expected> entries;
};

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// `organisation | role | dates`.
Expected read_expected(const std::string& line) {
    const std::size_t first = line.find('|'), second = line.find('|', first + 1);
    return {std::string(trimmed(line.substr(0, first))),
            std::string(trimmed(line.substr(first + 1, second - first - 1))),
            std::string(trimmed(line.substr(second + 1)))};
}

std::vector<EntryCase> read_cases(std::string_view name) {
    std::ifstream file(std::string(CVTEX_ROOT) + "/tests/profile/" + std::string(name));
    std::vector<EntryCase> cases;
    bool in_entries = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("==== ")) {
            cases.push_back({line.substr(5), {}, {}});
            in_entries = false;
        } else if (cases.empty()) {
            continue;
        } else if (line == "----") {
            in_entries = true;
        } else if (!in_entries) {
            cases.back().document += line + "\n";
        } else if (!line.empty()) {
            cases.back().entries.push_back(read_expected(line));
        }
    }
    return cases;
}

std::string written(const grammar::CalendarDate& date) {
    const auto two = [](int number) {
        return (number < 10 ? "-0" : "-") + std::to_string(number);
    };
    return std::to_string(date.year) + (date.month ? two(*date.month) : "") +
           (date.day ? two(*date.day) : "");
}

std::string written(const std::optional<grammar::DateRange>& range) {
    if (!range) return "";
    std::string text = written(range->from);
    if (range->is_range) text += ".." + (range->to ? written(*range->to) : std::string("now"));
    return text;
}

std::vector<Entry> recognized_in(const std::string& markdown) {
    Sources sources;
    Diagnostics diagnostics;
    const FileId file = sources.add(Source::decode("test.md", markdown));
    ast::Document document = grammar::parse(sources, file, diagnostics);
    document = grammar::interpret_html(std::move(document), sources, diagnostics);
    std::vector<Entry> entries =
        make_profile(std::move(document), sources, {}, diagnostics).recognized.entries;
    std::erase_if(entries, [](const Entry& entry) { return entry.names_organisation; });
    return entries;
}

struct Tally {
    int expected = 0, found = 0, right = 0, roles = 0, right_roles = 0;

    [[nodiscard]] double recall() const { return 100.0 * right / expected; }

    [[nodiscard]] double precision() const { return 100.0 * right / found; }
};

void count(const EntryCase& each, Tally& tally) {
    std::vector<Entry> found = recognized_in(each.document);
    tally.expected += static_cast<int>(each.entries.size());
    tally.found += static_cast<int>(found.size());
    for (const Expected& expected : each.entries) {
        const auto at = std::find_if(found.begin(), found.end(), [&](const Entry& entry) {
            return entry.organisation && entry.organisation->text == expected.organisation &&
                   written(entry.range) == expected.dates;
        });
        if (at == found.end()) {
            std::printf("  missed in \"%s\": %s | %s | %s\n", each.name.c_str(),
                        expected.organisation.c_str(), expected.role.c_str(),
                        expected.dates.c_str());
            continue;
        }
        ++tally.right;
        if (!expected.role.empty()) {
            ++tally.roles;
            const std::string role = at->role ? at->role->text : "";
            if (role == expected.role)
                ++tally.right_roles;
            else
                std::printf("  role in \"%s\": %s, not %s\n", each.name.c_str(), role.c_str(),
                            expected.role.c_str());
        }
        found.erase(at);
    }
    for (const Entry& entry : found)
        std::printf("  no entry in \"%s\": %s | %s | %s (%d)\n", each.name.c_str(),
                    entry.organisation ? entry.organisation->text.c_str() : "",
                    entry.role ? entry.role->text.c_str() : "", written(entry.range).c_str(),
                    entry.confidence);
}

/// Headings, items and bold lines that are none.
int count_negatives(const EntryCase& each) {
    int negatives = 0;
    std::istringstream lines(each.document);
    for (std::string line; std::getline(lines, line);)
        negatives += line.starts_with("#") || line.starts_with("- ") ||
                     line.starts_with("**") || line.starts_with("| 2");
    return negatives - static_cast<int>(each.entries.size());
}

struct Least {
    int entries = 0, negatives = 0;
};

void measure(std::string_view file, Least least) {
    Tally tally;
    int negatives = 0;
    for (const EntryCase& each : read_cases(file)) {
        count(each, tally);
        if (each.name.starts_with("none: ")) negatives += count_negatives(each);
    }
    std::printf(
        "%s: %d labelled, %d found, recall %.1f %%, precision %.1f %%, roles %.1f "
        "%%; %d headings, items and lines that are none\n",
        std::string(file).c_str(), tally.expected, tally.found, tally.recall(),
        tally.precision(), 100.0 * tally.right_roles / std::max(tally.roles, 1), negatives);
    CHECK(tally.expected >= least.entries);
    CHECK(negatives >= least.negatives);
    CHECK(tally.recall() >= 95);
    CHECK(tally.precision() >= 99);
    CHECK(100 * tally.right_roles >= 95 * tally.roles);
}

}  // namespace

TEST_CASE("entries are recognised in the shapes that people write") {
    measure("entry_cases.txt", {150, 40});
}

TEST_CASE("entries are recognised in shapes of other tools and habits") {
    measure("entry_cases_wild.txt", {100, 50});
}

TEST_CASE("entries are recognised in the shapes of repositories and static sites") {
    measure("entry_cases_field.txt", {60, 30});
}

}  // namespace cvtex::profile

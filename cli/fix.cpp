#include "cli/fix.hpp"

#include <string>
#include <vector>

#include "base/diagnostic_print.hpp"
#include "base/source.hpp"
#include "cli/files.hpp"
#include "cli/job.hpp"
#include "cli/report.hpp"
#include "profile/source_repair.hpp"

namespace cvtex::cli {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr const char* kBackupSuffix = "~";

/// Lines with their ends: LF, CR LF or CR, as `Source::decode` knows them.
std::vector<std::string> split_lines(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        std::size_t end = text.find_first_of("\r\n");
        if (end == std::string_view::npos) end = text.size();
        const std::size_t length = text.substr(end).starts_with("\r\n") ? 2 : 1;
        lines.emplace_back(text.substr(0, end + length));
        text.remove_prefix(std::min(end + length, text.size()));
    }
    return lines;
}

std::string_view without_end(std::string_view line) {
    while (line.ends_with('\n') || line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// One line that changes.
struct Change {
    std::size_t line = 0;  ///< from 0
    std::string before;
    std::string after;
};

/// Repairs touch no line ends, so that lines correspond. `lines` gets the changed lines; those
/// that decoding had to alter are left alone.
std::vector<Change> repair_lines(const std::string& name, const std::string& bytes,
                                 std::vector<std::string>& lines) {
    const Source source = Source::decode(name, bytes);
    const std::vector<std::string> decoded = split_lines(source.text());
    const std::vector<std::string> repaired =
        split_lines(profile::repair_source(source.text()));
    std::vector<Change> changes;
    if (lines.size() != decoded.size() || lines.size() != repaired.size()) return changes;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::string_view before = without_end(decoded[i]);
        const std::string_view after = without_end(repaired[i]);
        std::string_view mark;
        if (i == 0 && lines[i].starts_with(kByteOrderMark)) mark = kByteOrderMark;
        std::string_view written = without_end(lines[i]);
        if (before == after || written.substr(mark.size()) != before) continue;
        changes.push_back({i, std::string(before), std::string(after)});
        const std::string end = lines[i].substr(written.size());
        lines[i] = std::string(mark).append(after).append(end);
    }
    return changes;
}

std::string colored(const char* code, const std::string& line, bool color) {
    const std::string shown = escape_for_terminal(line);
    return color ? "\x1b[" + std::string(code) + "m" + shown + "\x1b[0m\n" : shown + "\n";
}

/// A unified diff without context: `patch` takes it.
std::string format_diff(const std::string& name, const std::vector<Change>& changes,
                        bool color) {
    std::string out = colored("1", "--- " + name, color) + colored("1", "+++ " + name, color);
    for (const Change& change : changes) {
        const std::string place = std::to_string(change.line + 1);
        out += colored("36", "@@ -" + place + " +" + place + " @@", color);
        out += colored("31", "-" + change.before, color);
        out += colored("32", "+" + change.after, color);
    }
    return out;
}

Status write_repaired(const std::string& input, const std::string& bytes,
                      const std::vector<std::string>& lines) {
    if (Status kept = write_output(input + kBackupSuffix, bytes); !kept.ok()) return kept;
    std::string repaired;
    for (const std::string& line : lines) repaired += line;
    return write_output(input, repaired);
}

ExitCode fix_document(const std::string& input, const Options& options) {
    const auto fail = [&](const Error& error) {
        print_to(stderr, format_error(error, options));
        return ExitCode::Environment;
    };
    const Result<std::string> bytes = read_input(input);
    if (!bytes) return fail(bytes.error());
    std::vector<std::string> lines = split_lines(*bytes);
    const std::vector<Change> changes = repair_lines(input, *bytes, lines);
    if (changes.empty()) return ExitCode::Ok;
    // The diff comes before the file changes; where it cannot be shown, nothing is changed.
    const Status shown = write_output("-", format_diff(input, changes, colors_output(options)));
    if (!shown.ok()) return fail(shown.error());
    if (options.dry_run) return ExitCode::Ok;
    if (const Status status = write_repaired(input, *bytes, lines); !status.ok())
        return fail(status.error());
    if (!options.quiet) {
        const std::string place = changes.size() == 1 ? " line" : " lines";
        print_to(stderr, "cvtex: " + escape_for_terminal(input) + ": repaired " +
                             std::to_string(changes.size()) + place + "; it was kept as " +
                             escape_for_terminal(input + kBackupSuffix) + "\n");
    }
    return ExitCode::Ok;
}

}  // namespace

ExitCode fix_documents(const Options& options) {
    ExitCode code = ExitCode::Ok;
    for (const std::string& input : options.inputs)
        code = worse(code, fix_document(input, options));
    return code;
}

}  // namespace cvtex::cli

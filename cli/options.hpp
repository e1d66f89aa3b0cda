#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "cli/run.hpp"
#include "pdf/claims.hpp"
#include "verify/encrypt.hpp"

namespace cvtex::cli {

/// What is to be done: the first argument, or none of these.
enum class Command { Compile, Build, Check, Diff, Explain, Watch, Advise };
enum class Target { Pdf, Html, Json, Latex, Text };
enum class HtmlForm { Fragment, Page };
/// Where a compilation stops: the stage whose dump is printed instead of the output.
enum class Stage { Ast, Profile, Styled, Shaped, Lines, Frames, Pdf };
enum class ErrorFormat { Human, Json };
enum class ColorMode { Auto, Always, Never };

/// The command line, understood.
struct Options {
    Command command = Command::Compile;
    std::vector<std::string> inputs;  ///< paths; "-" is standard input
    std::string output;               ///< empty: beside the input; "-": standard output
    std::string style;
    std::vector<std::pair<std::string, std::string>> overrides;  ///< `--set key=value`
    std::string lang;
    std::vector<std::string> employers;  ///< `--for`; may hold "all"
    bool tree = false;  ///< inputs may be folders; outputs stand in a tree by document
    bool employers_if_any = false;  ///< a document without employers is compiled for everybody
    std::string name_pattern;       ///< of outputs; wins over the employer's
    std::string report;             ///< file for a JSON report of the whole run
    bool watch = false;             ///< again at each change
    std::optional<unsigned> serve_port;  ///< `--serve`: pages are shown in a browser; 0: any
    /// Of `tree`: where below the output folder each document's outputs stand.
    std::map<std::string, std::string> subfolders;
    Target to = Target::Pdf;
    HtmlForm html = HtmlForm::Fragment;
    std::optional<Stage> emit;
    std::vector<std::string> font_dirs;
    std::vector<std::string> allowed_paths;
    bool allow_remote = false;  ///< pictures of the network are fetched
    std::string depfile;
    bool fix = false;           ///< with `check`: documents are repaired first
    bool dry_run = false;       ///< with `fix`: repairs are shown only
    std::string explained_key;  ///< whose origin is asked for, by `explain`
    bool warnings_are_errors = false;
    bool quiet = false;
    bool timings = false;
    bool uncompressed = false;
    pdf::WantedStandards standards;
    verify::Passwords passwords;
    std::optional<std::string> source_date;  ///< of SOURCE_DATE_EPOCH; else the document's
    bool verify = false;  ///< read the PDF back and compare its text with the document's
    ColorMode color = ColorMode::Auto;
    ErrorFormat error_format = ErrorFormat::Human;
    unsigned jobs = 1;  ///< never 0
};

/// Nothing to compile: print `text` (to standard error when `code` is not Ok) and stop.
struct StopEarly {
    ExitCode code = ExitCode::Ok;
    std::string text;
};

/// Reads the arguments: options to work with, or a text to print (help, version, completions, a
/// usage error).
[[nodiscard]] std::variant<Options, StopEarly> parse_options(int argc, const char* const* argv);

}  // namespace cvtex::cli

#include "cli/completion.hpp"

namespace cvtex::cli {
namespace {

/// What may stand first on the command line instead of a document.
const std::vector<std::string> kCommands{"advise",  "build", "check", "diff",
                                         "explain", "new",   "watch"};

std::string join(const std::vector<std::string>& words, const char* separator) {
    std::string joined;
    for (const std::string& word : words) joined += (joined.empty() ? "" : separator) + word;
    return joined;
}

/// Inside single quotes of a shell script.
std::string quoted(const std::string& text, const std::string& quote_escape) {
    std::string escaped = "'";
    for (const char c : text) escaped += c == '\'' ? quote_escape : std::string(1, c);
    return escaped + "'";
}

std::string bash_script(const std::vector<OptionInfo>& options) {
    std::string cases;
    std::string all;
    for (const OptionInfo& option : options) {
        std::vector<std::string> spellings;
        if (!option.short_name.empty()) spellings.push_back("-" + option.short_name);
        if (!option.long_name.empty()) spellings.push_back("--" + option.long_name);
        all += join(spellings, " ") + " ";
        const std::string pattern = "    " + join(spellings, "|") + ") ";
        if (!option.choices.empty()) {
            cases += pattern + "COMPREPLY=($(compgen -W '" + join(option.choices, " ") +
                     "' -- \"$cur\")); return ;;\n";
        } else if (option.value == "DIR") {
            cases += pattern + "COMPREPLY=($(compgen -d -- \"$cur\")); return ;;\n";
        } else if (!option.value.empty()) {
            cases += pattern + "COMPREPLY=($(compgen -f -- \"$cur\")); return ;;\n";
        }
    }
    return "_cvtex() {\n    local cur=${COMP_WORDS[COMP_CWORD]} "
           "prev=${COMP_WORDS[COMP_CWORD-1]} first=\n"
           "    [[ $COMP_CWORD -ne 1 ]] || first='" +
           join(kCommands, " ") +
           "'\n"
           "    case $prev in\n" +
           cases +
           "    esac\n"
           "    if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W '" +
           all +
           "' -- \"$cur\"))\n"
           "    else COMPREPLY=($(compgen -W \"$first\" -- \"$cur\") $(compgen -f -X '!*.md' "
           "-- "
           "\"$cur\") $(compgen -d -- \"$cur\")); fi\n"
           "}\ncomplete -o filenames -F _cvtex cvtex\n";
}

/// What zsh completes for an option's value.
std::string zsh_action(const OptionInfo& option) {
    if (option.value.empty()) return "";
    if (!option.choices.empty()) return ":value:(" + join(option.choices, " ") + ")";
    return option.value == "DIR" ? ":folder:_files -/" : ":file:_files";
}

std::string zsh_script(const std::vector<OptionInfo>& options) {
    std::string script = "#compdef cvtex\n_arguments";
    for (const OptionInfo& option : options) {
        std::string help;
        for (const char c : option.help) {
            if (c == '[' || c == ']' || c == ':') help += '\\';
            help += c;
        }
        const std::string tail = "[" + help + "]" + zsh_action(option);
        if (!option.short_name.empty())
            script += " \\\n  " + quoted("*-" + option.short_name + tail, "'\\''");
        if (!option.long_name.empty())
            script += " \\\n  " + quoted("*--" + option.long_name + tail, "'\\''");
    }
    return script + " \\\n  '1:command or document:{_alternative \"commands:command:(" +
           join(kCommands, " ") +
           ")\" \"files:document:_files -g \\\"*.md\\\"\"}'"
           " \\\n  '*:document:_files -g \"*.md\"'\n";
}

std::string fish_script(const std::vector<OptionInfo>& options) {
    std::string script =
        "complete -c cvtex -k -x -a '(__fish_complete_suffix .md)'\n"
        "complete -c cvtex -n __fish_use_subcommand -a '" +
        join(kCommands, " ") + "'\n";
    for (const OptionInfo& option : options) {
        script += "complete -c cvtex";
        if (!option.short_name.empty()) script += " -s " + option.short_name;
        if (!option.long_name.empty()) script += " -l " + option.long_name;
        if (!option.choices.empty())
            script += " -x -a '" + join(option.choices, " ") + "'";
        else if (!option.value.empty())
            script += " -r";
        script += " -d " + quoted(option.help, "\\'") + "\n";
    }
    return script;
}

}  // namespace

std::string completion_script(const std::string& shell,
                              const std::vector<OptionInfo>& options) {
    if (shell == "bash") return bash_script(options);
    if (shell == "zsh") return zsh_script(options);
    return fish_script(options);
}

}  // namespace cvtex::cli

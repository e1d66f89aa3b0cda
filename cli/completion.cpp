#include "cli/completion.hpp"

#include <CLI/CLI.hpp>
#include <cctype>

namespace cvtex::cli {
namespace {

/// Choices are what a value's placeholder spells out in lower case: "pdf|html|text", but not
/// "FILE|DIR".
std::vector<std::string> choices_of(const std::string& value) {
    if (value.empty() || std::islower(static_cast<unsigned char>(value[0])) == 0) return {};
    return CLI::detail::split(value, '|');
}

std::string join(const std::vector<std::string>& words, const char* separator) {
    return CLI::detail::join(words, separator);
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
           "prev=${COMP_WORDS[COMP_CWORD-1]}\n"
           "    case $prev in\n" +
           cases +
           "    esac\n"
           "    if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W '" +
           all +
           "' -- \"$cur\"))\n"
           "    else COMPREPLY=($(compgen -f -X '!*.md' -- \"$cur\") $(compgen -d -- "
           "\"$cur\")); fi\n"
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
    return script + " \\\n  '*:document:_files -g \"*.md\"'\n";
}

std::string fish_script(const std::vector<OptionInfo>& options) {
    std::string script = "complete -c cvtex -k -x -a '(__fish_complete_suffix .md)'\n";
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

std::vector<OptionInfo> describe_options(const CLI::App& app) {
    std::vector<OptionInfo> infos;
    for (const CLI::Option* option : app.get_options()) {
        if (option->get_positional()) continue;
        OptionInfo info;
        if (!option->get_snames().empty()) info.short_name = option->get_snames().front();
        if (!option->get_lnames().empty()) info.long_name = option->get_lnames().front();
        info.help = option->get_description();
        if (option->get_items_expected_max() > 0) info.value = option->get_type_name();
        info.choices = choices_of(info.value);
        infos.push_back(std::move(info));
    }
    return infos;
}

std::string completion_script(const std::string& shell,
                              const std::vector<OptionInfo>& options) {
    if (shell == "bash") return bash_script(options);
    if (shell == "zsh") return zsh_script(options);
    return fish_script(options);
}

}  // namespace cvtex::cli

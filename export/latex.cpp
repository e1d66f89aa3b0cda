#include <string>
#include <string_view>

#include "export/export.hpp"
#include "export/latex_escape.hpp"
#include "export/latex_writer.hpp"

namespace cvtex::exporting {
namespace {

constexpr std::string_view kPackages =
    R"(\usepackage{enumitem,array,tabularx,booktabs,graphicx,amssymb}
\usepackage{xeCJKfntef} % underlines and strikes out
\usepackage[hidelinks,unicode]{hyperref}
)";

constexpr std::string_view kSettings = R"(
\setcounter{secnumdepth}{0}
\setlength{\parindent}{0pt}
\setlength{\parskip}{3pt plus 1pt}
\setlength{\emergencystretch}{3em}
\pagestyle{empty}
\ctexset{
  section = {format = \large\bfseries\raggedright, beforeskip = 10pt plus 2pt, afterskip = 4pt, aftertitle = \par\vspace{2pt}\hrule},
  subsection = {format = \normalsize\bfseries\raggedright, beforeskip = 6pt plus 1pt, afterskip = 2pt},
  subsubsection = {format = \normalsize\bfseries\raggedright, beforeskip = 4pt plus 1pt, afterskip = 2pt},
}
\setlistdepth{64}
\renewlist{itemize}{itemize}{64}
\renewlist{enumerate}{enumerate}{64}
\setlist{nosep, leftmargin = 1.5em}
\setlist[itemize]{label = \textbullet}
\setlist[enumerate]{label = \arabic*.}

% \cventry[for the outline]{organisation, role}{dates}
\newcommand{\cventry}[3][]{\subsection[#1]{#2\hfill{\normalfont\normalsize #3}}}
% \cvline{left}{right}
\newcommand{\cvline}[2]{\noindent #1\hfill #2\par}
% \cvpicture{size}{file}{words in its place}: never wider than the line
\newsavebox{\cvbox}
\newcommand{\cvpicture}[3]{\IfFileExists{#2}{\sbox{\cvbox}{\includegraphics[#1]{#2}}%
  \ifdim\wd\cvbox>\linewidth\resizebox{\linewidth}{!}{\usebox{\cvbox}}\else\usebox{\cvbox}\fi}{#3}}
)";

bool is_chinese(std::string_view lang) {
    return lang.starts_with("zh");
}

std::string bp(Pt length) {
    return format_short(length, 3) + "bp";
}

std::string geometry(const styles::PageStyle& page) {
    return "\\usepackage[paperwidth=" + bp(page.size.width) +
           ",paperheight=" + bp(page.size.height) + ",top=" + bp(page.margin.top) +
           ",right=" + bp(page.margin.right) + ",bottom=" + bp(page.margin.bottom) +
           ",left=" + bp(page.margin.left) + "]{geometry}\n";
}

/// ctex finds fonts for simplified Chinese itself; other languages need their own faces.
std::string fonts_for(std::string_view lang) {
    std::string region;
    if (lang.starts_with("zh-TW") || lang.starts_with("zh-Hant")) region = "TC";
    if (lang.starts_with("zh-HK")) region = "HK";
    if (lang.starts_with("ja")) region = "JP";
    if (lang.starts_with("ko")) region = "KR";
    if (region.empty()) return {};
    const auto use = [&](const char* command, const std::string& family) {
        return "\\IfFontExistsTF{" + family + "}{\\" + command + "{" + family + "}}{}\n";
    };
    return use("setCJKmainfont", "Noto Serif CJK " + region) +
           use("setCJKsansfont", "Noto Sans CJK " + region) +
           use("setCJKmonofont", "Noto Sans CJK " + region);
}

void set_up(std::string& out, std::string_view key, const std::string& value) {
    if (value.empty()) return;
    out.append("  ").append(key).append(" = {");
    escape_latex(out, value);
    out += "},\n";
}

}  // namespace

std::string to_latex(const styles::StyledDocument& document) {
    const styles::Metadata& metadata = document.metadata;
    std::string out = "% !TeX program = xelatex\n\\documentclass[UTF8";
    out += is_chinese(metadata.lang) ? "" : ",scheme=plain";
    out += "]{ctexart}\n" + geometry(document.page);
    out.append(kPackages).append(fonts_for(metadata.lang)).append("\\hypersetup{\n");
    set_up(out, "pdftitle", metadata.title);
    set_up(out, "pdfauthor", metadata.author);
    set_up(out, "pdfsubject", metadata.subject);
    set_up(out, "pdflang", metadata.lang);
    out.append("}\n").append(kSettings).append("\n\\begin{document}\n\n");
    out += LatexWriter(document).write();
    while (out.ends_with('\n')) out.pop_back();
    return out + "\n\n\\end{document}\n";
}

}  // namespace cvtex::exporting

#pragma once

#include <optional>
#include <string>

#include "base/diagnostics.hpp"
#include "base/source.hpp"
#include "grammar/ast.hpp"
#include "profile/employer.hpp"
#include "profile/field.hpp"
#include "profile/header.hpp"
#include "profile/recognized.hpp"

/// What the document means as a résumé, for one employer or for everybody: who and what it is
/// about, its language, and the blocks that are to be seen, repaired.
namespace cvtex::profile {

/// One way to reach the person, from front matter keys such as `email` or `github`.
struct Contact {
    std::string kind;  ///< "email", "phone", "wechat", "github", "website", "city"…
    Field value;
    std::string link = {};     ///< written beside the value; else what the value itself says
    bool starts_line = false;  ///< stands at the start of a line
    bool operator==(const Contact&) const = default;
};

/// The picture of the person, from the front matter key `photo`. How it is set is the style's
/// affair: the other members of a table `photo` are style keys.
struct Photo {
    Field path;
    std::optional<Field> alternative;  ///< what it shows; else made from the name
    bool operator==(const Photo&) const = default;
};

struct Profile {
    FileId file;
    std::string lang;           ///< BCP 47: zh-CN, zh-TW, zh-HK, ja, ko, en…; never empty
    std::optional<Field> name;  ///< front matter `name`, else the first heading if it is the
                                ///< only level-1 one at the top
    std::optional<Field> headline;  ///< front matter `headline`
    std::optional<Field> title;     ///< document title for the metadata: front matter `title`,
                                    ///< else name, else first heading
    std::optional<Field> author;
    std::optional<Field> date;
    std::optional<Field> description;
    std::vector<Field> keywords;
    std::vector<Contact> contacts;  ///< in the order written
    std::optional<Photo> photo;
    /// Header to set above the blocks because the front matter alone holds it (`title`/`name`
    /// with no level-1 heading).
    bool header_from_front_matter = false;
    /// The head as `blocks` hold it.
    Header header;
    Recognized recognized;  ///< what `blocks` mean
    /// Front matter `style` table or name and any style keys, for styles/.
    ast::Mapping style_overrides;
    std::optional<Field> style_name;
    /// The employer it is tailored to, if any.
    std::optional<Employer> employer;
    ast::Blocks blocks;
};

struct ProfileOptions {
    std::string lang;  ///< from `--lang`; wins when not empty
    std::optional<Employer> employer = {};
    std::vector<Field> other_employers = {};  ///< their names, for the leak guard
    bool timeline = false;                    ///< notes on gaps and overlaps between jobs
};

/// Takes `document` (after `interpret_html`) apart into a `Profile`: selects, arranges and
/// redacts for the employer, fills placeholders, and repairs pasted text (radicals to unified
/// ideographs, NFC, with one warning per kind at the first place); reports what decoding the
/// source repaired and what the leak guard finds.
[[nodiscard]] Profile make_profile(ast::Document document, const Sources& sources,
                                   const ProfileOptions& options, Diagnostics& diagnostics);

/// The profile as text: what `--emit=profile` prints.
[[nodiscard]] std::string dump(const Profile& profile);

}  // namespace cvtex::profile

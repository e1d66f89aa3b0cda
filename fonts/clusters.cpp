#include "fonts/clusters.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace cvtex::fonts {
namespace {

using unicode::script_tag;
using unicode::ScriptTag;

constexpr ScriptTag kHani = script_tag("Hani");
constexpr ScriptTag kHira = script_tag("Hira");
constexpr ScriptTag kKana = script_tag("Kana");
constexpr ScriptTag kHang = script_tag("Hang");
constexpr ScriptTag kBopo = script_tag("Bopo");
constexpr ScriptTag kLatn = script_tag("Latn");
constexpr ScriptTag kGrek = script_tag("Grek");
constexpr ScriptTag kCyrl = script_tag("Cyrl");

constexpr char32_t kTextStyle = 0xFE0E;  // variation selector 15
constexpr char32_t kEmojiStyle = 0xFE0F;
constexpr char32_t kJoiner = 0x200D;
constexpr char32_t kKeycap = 0x20E3;

bool is_cjk_script(ScriptTag script) {
    return script == kHani || script == kHira || script == kKana || script == kHang ||
           script == kBopo;
}

bool has_no_script(ScriptTag script) {
    return script == script_tag("Zyyy") || script == script_tag("Zinh") ||
           script == script_tag("Zzzz");
}

/// Prolonged sound and voicing marks are common to both kana: they take the script before them.
bool follows_kana(char32_t c) {
    return (c >= 0x3099 && c <= 0x309C) || c == 0x30A0 || c == 0x30FC || c == 0xFF70 ||
           c == 0xFF9E || c == 0xFF9F;
}

bool is_wide(char32_t c) {
    const unicode::EastAsianWidth width = unicode::east_asian_width(c);
    return width == unicode::EastAsianWidth::W || width == unicode::EastAsianWidth::F;
}

/// What the code points of one cluster say together.
struct Contents {
    char32_t base = 0;  ///< the first that shows
    ScriptTag script = 0;
    bool text_style = false, emoji_style = false, joined = false, keycap = false;
    bool flag = false, modified = false;
};

Contents read_contents(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    Contents contents;
    for (std::size_t at = begin; at < end;) {
        const Decoded next = decode_utf8(text, at);
        const char32_t c = next.code_point;
        at += next.length;
        contents.text_style |= c == kTextStyle;
        contents.emoji_style |= c == kEmojiStyle;
        contents.joined |= c == kJoiner;
        contents.keycap |= c == kKeycap;
        contents.flag |= c >= 0x1F1E6 && c <= 0x1F1FF;
        contents.modified |= c >= 0x1F3FB && c <= 0x1F3FF;
        if (is_ignorable(c)) continue;
        if (contents.base == 0) contents.base = c;
        const ScriptTag script = unicode::script(c);
        if (contents.script == 0 && !has_no_script(script)) contents.script = script;
    }
    return contents;
}

/// UTS #51: emoji presentation by default or by request. A joiner only counts between pictures.
bool wants_emoji(const Contents& contents) {
    if (contents.text_style) return false;
    if (contents.flag || contents.keycap || contents.emoji_style) return true;
    if (unicode::is_emoji_presentation(contents.base)) return true;
    return (contents.joined || contents.modified) &&
           unicode::is_extended_pictographic(contents.base);
}

/// In Han form letters that Chinese fonts draw full width count as Han; other scripts keep
/// their own shaping rules.
ScriptTag script_in_han(const Contents& contents) {
    const ScriptTag script = contents.script;
    if (follows_kana(contents.base)) return 0;
    if (script == 0 || script == kLatn || script == kGrek || script == kCyrl) return kHani;
    return script;
}

Cluster classify(const ShapeRequest& request, std::uint32_t begin, std::uint32_t end) {
    const Contents contents = read_contents(request.text, begin, end);
    Cluster cluster{begin, end};
    if (contents.base == 0) {
        cluster.ignorable = true;
        return cluster;
    }
    cluster.emoji = wants_emoji(contents);
    cluster.wide = is_wide(contents.base);
    cluster.han = request.form == Form::Han || cluster.wide || is_cjk_script(contents.script);
    cluster.script = cluster.han ? script_in_han(contents) : contents.script;
    return cluster;
}

/// Neutral characters take the script before them, leading ones the script after, and Latin (or
/// Han) when there is none: the buffer's script is never left to guessing.
void resolve_scripts(std::vector<Cluster>& clusters) {
    const auto fits = [](const Cluster& neutral, const Cluster& neighbour) {
        if (neighbour.script == 0 || neighbour.han != neutral.han) return false;
        return !neutral.han || neighbour.script == kHira || neighbour.script == kKana;
    };
    for (std::size_t i = 1; i < clusters.size(); ++i) {
        if (clusters[i].script == 0 && fits(clusters[i], clusters[i - 1])) {
            clusters[i].script = clusters[i - 1].script;
        }
    }
    for (std::size_t i = clusters.size(); i-- > 0;) {
        if (clusters[i].script != 0) continue;
        const bool next_fits =
            i + 1 < clusters.size() && fits(clusters[i], clusters[i + 1]) && !clusters[i].han;
        const ScriptTag otherwise = clusters[i].han ? kHani : kLatn;
        clusters[i].script = next_fits ? clusters[i + 1].script : otherwise;
    }
}

/// Ignorable clusters go along with what stands before them (or after, at the start), so that
/// they split no run.
void attach_ignorable(std::vector<Cluster>& clusters) {
    const auto visible = [](const Cluster& cluster) { return !cluster.ignorable; };
    const auto first = std::find_if(clusters.begin(), clusters.end(), visible);
    if (first == clusters.end()) return;
    const Cluster* from = &*first;
    for (Cluster& cluster : clusters) {
        if (!cluster.ignorable) {
            from = &cluster;
            continue;
        }
        cluster.script = from->script;
        cluster.han = from->han;
    }
}

}  // namespace

bool is_ignorable(char32_t c) {
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return true;
    if (c < 0xFFFF) {
        switch (c) {
            case 0x00AD:
            case 0x034F:
            case 0x061C:
            case 0x17B4:
            case 0x17B5:
            case 0xFEFF:
                return true;
            default:
                return (c >= 0x180B && c <= 0x180F) || (c >= 0x200B && c <= 0x200F) ||
                       (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
                       (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xFFF0 && c <= 0xFFF8);
        }
    }
    return (c >= 0x1D173 && c <= 0x1D17A) || (c >= 0xE0000 && c <= 0xE0FFF);
}

std::vector<Cluster> find_clusters(const ShapeRequest& request) {
    const std::string_view text = request.text.substr(0, request.end);
    std::vector<Cluster> clusters;
    for (std::size_t begin = request.begin; begin < text.size();) {
        const std::size_t end = unicode::next_grapheme(text, begin);
        clusters.push_back(classify(request, static_cast<std::uint32_t>(begin),
                                    static_cast<std::uint32_t>(end)));
        begin = end;
    }
    attach_ignorable(clusters);
    resolve_scripts(clusters);
    return clusters;
}

}  // namespace cvtex::fonts

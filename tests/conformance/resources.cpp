// ISO 19005-2, 6.2.4–6.2.10 and 6.5: images, colour spaces, graphics states, transparency,
// actions; by a walk over all objects.

#include <set>

#include "tests/conformance/rules.hpp"

namespace cvtex::conformance {
namespace {

void check_color_space(Context& context, QPDFObjectHandle space, const std::string& place) {
    const std::string name = space.isName() ? space.getName() : "";
    if (name == "/DeviceRGB")
        context.require(context.intent_space == "RGB ", "A 6.2.4.3", place + ": DeviceRGB");
    if (name == "/DeviceCMYK")
        context.require(context.intent_space == "CMYK", "A 6.2.4.3", place + ": DeviceCMYK");
    if (name == "/DeviceGray")
        context.require(context.has_output_intent, "A 6.2.4.3", place + ": DeviceGray");
    if (!space.isArray() || space.getArrayNItems() < 2) return;
    QPDFObjectHandle family = space.getArrayItem(0);
    context.require(!is_name(family, "/Separation") && !is_name(family, "/DeviceN"),
                    "A 6.2.4.4", place + ": spot colours are not expected");
    if (is_name(family, "/Indexed")) check_color_space(context, space.getArrayItem(1), place);
    if (is_name(family, "/Separation") && space.getArrayNItems() > 2)
        check_color_space(context, space.getArrayItem(2), place);
    if (!is_name(family, "/ICCBased")) return;
    QPDFObjectHandle profile = space.getArrayItem(1);
    const std::string icc = profile.isStream() ? decoded(profile) : "";
    context.require(icc.size() > 128 && icc.substr(36, 4) == "acsp" && icc[8] < 5, "A 6.2.4.2",
                    place + ": ICCBased without a profile of version 4 or less");
    if (icc.size() <= 128) return;
    const std::string colors = icc.substr(16, 4);
    const int count = colors == "CMYK" ? 4 : colors == "GRAY" ? 1 : 3;
    context.require(profile.getDict().getKey("/N").unparse() == std::to_string(count),
                    "A 6.2.4.2", place + ": N of a profile");
}

/// 6.2.6, of images and graphics states.
void check_intent(Context& context, QPDFObjectHandle intent, const std::string& place) {
    if (intent.isNull()) return;
    context.require(intent.isName() && is_rendering_intent(intent.getName()), "A 6.2.6",
                    place + ": rendering intent " + intent.unparse());
}

void check_image(Context& context, QPDFObjectHandle image) {
    const std::string place = where(image);
    QPDFObjectHandle dict = image.getDict();
    for (const char* key : {"/Alternates", "/OPI"})
        context.require(!dict.hasKey(key), "A 6.2.8", place + ": " + key);
    QPDFObjectHandle smooth = dict.getKey("/Interpolate");
    context.require(!smooth.isBool() || !smooth.getBoolValue(), "A 6.2.8",
                    place + ": Interpolate");
    QPDFObjectHandle bits = dict.getKey("/BitsPerComponent");
    static const std::set<std::string> kBits = {"1", "2", "4", "8", "16"};
    const std::string filter = dict.getKey("/Filter").unparseResolved();
    context.require(kBits.contains(bits.unparse()) || filter.find("JPX") != filter.npos,
                    "A 6.2.8", place + ": BitsPerComponent");
    context.require(filter.find("JPX") == filter.npos, "A 6.2.8.3",
                    place + ": JPEG 2000 is not expected");
    check_intent(context, dict.getKey("/Intent"), place);
    check_color_space(context, dict.getKey("/ColorSpace"), place);
}

void check_graphics_state(Context& context, QPDFObjectHandle state) {
    const std::string place = where(state);
    for (const char* key : {"/TR", "/HTP", "/HT"})
        context.require(!state.hasKey(key), "A 6.2.5", place + ": " + key);
    context.require(!state.hasKey("/TR2") || is_name(state.getKey("/TR2"), "/Default"),
                    "A 6.2.5", place + ": TR2");
    static const std::set<std::string> kModes = {
        "/Normal",    "/Compatible", "/Multiply",   "/Screen",    "/Overlay",   "/Darken",
        "/Lighten",   "/ColorDodge", "/ColorBurn",  "/HardLight", "/SoftLight", "/Difference",
        "/Exclusion", "/Hue",        "/Saturation", "/Color",     "/Luminosity"};
    check_intent(context, state.getKey("/RI"), place);
    QPDFObjectHandle mode = state.getKey("/BM");
    context.require(mode.isNull() || (mode.isName() && kModes.contains(mode.getName())),
                    "A 6.2.10", place + ": blend mode");
}

void check_action(Context& context, QPDFObjectHandle action) {
    static const std::set<std::string> kAllowed = {"/GoTo", "/GoToR", "/GoToE",     "/Thread",
                                                   "/URI",  "/Named", "/SubmitForm"};
    QPDFObjectHandle type = action.getKey("/S");
    const std::string name = type.isName() ? type.getName() : "";
    context.require(kAllowed.contains(name), "A 6.5.1", where(action) + ": action " + name);
    if (name != "/URI") return;
    QPDFObjectHandle uri = action.getKey("/URI");
    const std::string text = uri.isString() ? uri.getStringValue() : "";
    bool good = false;
    for (const char* scheme : {"http:", "https:", "mailto:", "tel:"}) {
        std::string head = text.substr(0, std::string(scheme).size());
        for (char& c : head) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        good = good || head == scheme;
    }
    for (const char c : text) good = good && c > 0x20 && c < 0x7F;
    context.require(good, "A 6.5.1", where(action) + ": address '" + text + "'");
}

void check_dictionary(Context& context, QPDFObjectHandle dict, int depth);

void check_value(Context& context, QPDFObjectHandle value, int depth) {
    if (value.isIndirect() || depth > 8) return;  // visited by itself
    if (value.isDictionary()) check_dictionary(context, value, depth + 1);
    if (!value.isArray()) return;
    for (QPDFObjectHandle item : value.getArrayAsVector())
        check_value(context, item, depth + 1);
}

void check_dictionary(Context& context, QPDFObjectHandle dict, int depth) {
    const std::string place = where(dict);
    context.require(!dict.hasKey("/AA"), "A 6.5.2", place + ": additional actions");
    context.require(!dict.hasKey("/JS"), "A 6.5.1", place + ": JavaScript");
    if (is_name(dict.getKey("/Type"), "/Action")) check_action(context, dict);
    if (is_name(dict.getKey("/Type"), "/ExtGState")) check_graphics_state(context, dict);
    if (is_name(dict.getKey("/S"), "/Transparency")) {
        QPDFObjectHandle space = dict.getKey("/CS");
        context.require(context.has_output_intent || !space.isNull(), "A 6.2.10",
                        place + ": a transparency group without a blending colour space");
        check_color_space(context, space, place);
    }
    for (const auto& [key, value] : dict.getDictAsMap()) check_value(context, value, depth);
}

}  // namespace

bool is_rendering_intent(const std::string& name) {
    static const std::set<std::string> kIntents = {
        "/RelativeColorimetric", "/AbsoluteColorimetric", "/Perceptual", "/Saturation"};
    return kIntents.contains(name);
}

void check_resources(Context& context) {
    for (QPDFObjectHandle object : context.pdf.getAllObjects()) {
        QPDFObjectHandle dict = object.isStream() ? object.getDict() : object;
        if (!dict.isDictionary()) continue;
        check_dictionary(context, dict, 0);
        if (!object.isStream()) continue;
        QPDFObjectHandle kind = dict.getKey("/Subtype");
        if (is_name(kind, "/Image")) check_image(context, object);
        context.require(!is_name(kind, "/PS"), "A 6.2.9",
                        where(object) + ": PostScript XObject");
        if (!is_name(kind, "/Form")) continue;
        for (const char* key : {"/OPI", "/PS", "/Ref"})
            context.require(!dict.hasKey(key), "A 6.2.9", where(object) + ": form with " + key);
    }
    // 6.2.10: pages that use transparency need a blending space or an output intent.
    context.require(context.has_output_intent, "A 6.2.3", "there is no PDF/A output intent");
    QPDFObjectHandle form = context.catalog().getKey("/AcroForm");
    context.require(form.isNull() || !form.hasKey("/XFA"), "A 6.4.2", "XFA");
    context.require(!context.catalog().hasKey("/OpenAction") ||
                        context.catalog().getKey("/OpenAction").isArray(),
                    "A 6.5.1", "an action on opening");
}

}  // namespace cvtex::conformance

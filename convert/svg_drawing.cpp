#include <cairo-pdf.h>

#include <algorithm>
#include <exception>
#include <map>
#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <set>
#include <utility>

#include "base/vector_drawing.hpp"
#include "convert/module.hpp"
#include "convert/svg_file.hpp"

// librsvg draws onto a page of cairo's PDF surface; the page becomes a form, cut loose from
// that file by libqpdf. What does not belong into a tagged archival file refuses the whole
// drawing, which is then set as pixels: fonts (cairo's have no text that readers can use), and
// pictures and masks, which cairo makes of filters and of what PDF cannot say.

namespace cvtex::convert {
namespace {

/// A page that takes more than this is smaller and faster as pixels.
constexpr std::size_t kMostBytes = 4U << 20;
constexpr std::size_t kMostParts = 4000;
constexpr int kMostNesting = 32;
/// ISO 19005-2, 6.1.13 allows 28 saved graphics states, the page's own among them.
constexpr int kMostStates = 24;
constexpr double kPointsPerPixel = 72 / kCssDpi;

struct Refused {
    std::string why;
};

cairo_status_t append_bytes(void* closure, const unsigned char* data, unsigned length) {
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

/// A PDF file with the picture as its only page.
Result<std::string> draw_page(const SvgFile& svg, double width, double height) {
    std::string pdf;
    const Owned<cairo_surface_t> surface(
        cairo_pdf_surface_create_for_stream(append_bytes, &pdf, width, height));
    if (const Status drawn = draw_svg(svg, surface.get(), width, height); !drawn)
        return drawn.error();
    cairo_surface_finish(surface.get());
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
        return Error{"the SVG image cannot be drawn", {}};
    return pdf;
}

std::string buffer_text(Buffer& buffer) {
    return {reinterpret_cast<const char*>(buffer.getBuffer()), buffer.getSize()};
}

/// How many graphics states `content` saves on top of each other. It has no text, so that
/// operators are the words between white space.
int saved_states(std::string_view content) {
    int depth = 0, deepest = 0;
    for (std::size_t at = 0; at < content.size();) {
        const std::size_t begin = content.find_first_not_of(" \n\r", at);
        if (begin == content.npos) break;
        const std::size_t end = std::min(content.find_first_of(" \n\r", begin), content.size());
        const std::string_view word = content.substr(begin, end - begin);
        if (word == "q") deepest = std::max(deepest, ++depth);
        if (word == "Q") --depth;
        at = end;
    }
    return deepest;
}

/// Copies objects into a drawing, each indirect dictionary and stream once.
class Copier {
public:
    explicit Copier(VectorDrawing& drawing) : drawing_(drawing) {}

    /// Graphics states that what has been copied saves on top of each other.
    [[nodiscard]] int saved() const { return saved_; }

    /// "/key value" for each entry of `dict`, those of the stream's bytes left out.
    std::string entries(QPDFObjectHandle dict, int depth) {
        static const std::set<std::string> kOfTheFile = {"/Length", "/Filter", "/DecodeParms"};
        check(dict);
        std::string out;
        for (const auto& [key, value] : dict.getDictAsMap()) {
            if (kOfTheFile.count(key) == 0) out += key + " " + syntax(value, depth + 1) + "\n";
        }
        return out;
    }

private:
    static void check(QPDFObjectHandle dict) {
        if (!dict.getKey("/Font").isNull()) throw Refused{"it has text"};
        QPDFObjectHandle mask = dict.getKey("/SMask");
        if (!mask.isNull() && mask.unparse() != "/None") throw Refused{"it has a mask"};
        if (dict.getKey("/Subtype").unparse() == "/Image") throw Refused{"it has pixels"};
    }

    std::string syntax(QPDFObjectHandle value, int depth) {
        if (depth > kMostNesting) throw Refused{"it is nested too deeply"};
        if (value.isStream() || (value.isDictionary() && value.isIndirect()))
            return reference(value, depth);
        if (value.isDictionary()) return "<<" + entries(value, depth) + ">>";
        if (!value.isArray()) return value.unparseResolved();
        std::string out = "[";
        for (QPDFObjectHandle item : value.getArrayAsVector())
            out += syntax(item, depth + 1) + " ";
        return out + "]";
    }

    std::string reference(QPDFObjectHandle value, int depth) {
        const auto known = copied_.find(value.getObjGen());
        if (known != copied_.end()) {
            saved_ = std::max(saved_, states_[known->second]);
            return mark(known->second);
        }
        const std::size_t index = drawing_.parts.size();
        if (index == kMostParts) throw Refused{"it has too many parts"};
        copied_.emplace(value.getObjGen(), index);
        drawing_.parts.emplace_back();
        states_.resize(index + 1);
        VectorDrawing::Part part;
        const int outside = std::exchange(saved_, 0);
        part.entries = entries(value.isStream() ? value.getDict() : value, depth);
        if (value.isStream())
            part.stream = buffer_text(*value.getStreamData(qpdf_dl_generalized));
        states_[index] = saved_ + saved_states(part.stream.value_or(""));
        saved_ = std::max(outside, states_[index]);
        drawing_.parts[index] = std::move(part);
        return mark(index);
    }

    static std::string mark(std::size_t index) {
        return kPartMark + std::to_string(index) + kPartMark;
    }

    VectorDrawing& drawing_;
    std::map<QPDFObjGen, std::size_t> copied_;
    std::vector<int> states_;  ///< of each part, those of the parts in it included
    int saved_ = 0;
};

/// The page's content and resources as a form.
VectorDrawing form_of(const std::string& pdf, double width, double height) {
    QPDF reader;
    reader.setSuppressWarnings(true);
    reader.processMemoryFile("drawing", pdf.data(), pdf.size());
    const auto pages = QPDFPageDocumentHelper(reader).getAllPages();
    if (pages.size() != 1) throw Refused{"it is not one page"};
    QPDFPageObjectHelper page = pages.front();
    VectorDrawing drawing;
    drawing.width = width;
    drawing.height = height;
    drawing.parts.emplace_back();
    Copier copier(drawing);
    std::string entries = "/Type/XObject\n/Subtype/Form\n/Resources <<";
    entries += copier.entries(page.getAttribute("/Resources", false), 0) + ">>\n";
    QPDFObjectHandle group = page.getObjectHandle().getKey("/Group");
    // Keeps what is transparent in the drawing from what lies below it.
    if (group.isDictionary()) entries += "/Group <<" + copier.entries(group, 0) + ">>\n";
    Pl_Buffer content("content");
    page.pipeContents(&content);
    content.finish();
    std::string operators = buffer_text(*content.getBufferSharedPointer());
    if (copier.saved() + saved_states(operators) > kMostStates)
        throw Refused{"it is nested too deeply"};
    drawing.parts.front() = {std::move(entries), std::move(operators)};
    return drawing;
}

}  // namespace

Result<std::string> svg_to_drawing(std::string_view bytes) {
    const Result<SvgFile> svg = open_svg(bytes);
    if (!svg) return svg.error();
    const double width = svg->width * kPointsPerPixel;
    const double height = svg->height * kPointsPerPixel;
    const Result<std::string> pdf = draw_page(*svg, width, height);
    if (!pdf) return pdf;
    try {
        VectorDrawing drawing = form_of(*pdf, width, height);
        drawing.source = bytes;
        std::string file = encode(drawing);
        if (file.size() - bytes.size() <= kMostBytes) return file;
        return Error{"the SVG image is too large as a drawing", {}};
    } catch (const Refused& refused) {
        return Error{"the SVG image cannot be set as a drawing: " + refused.why, {}};
    } catch (const std::exception& error) {
        return Error{std::string("the SVG image cannot be set as a drawing: ") + error.what(),
                     {}};
    }
}

}  // namespace cvtex::convert

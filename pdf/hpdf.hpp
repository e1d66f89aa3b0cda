#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct _HPDF_Doc_Rec;
struct _HPDF_Dict_Rec;

/// libharu as an object model: its document, catalog, page tree root, Info, dictionaries and
/// cross-reference list. Its fonts, text, images and file writer are not used (see
/// docs/ARCHITECTURE.md); streams keep their bytes on our side, and serializer.hpp writes the
/// file. This is the only place that includes hpdf.h.
namespace cvtex::pdf {

class Document;

/// An indirect object's number: "12 0 R".
struct Ref {
    std::uint32_t id = 0;
    bool operator==(const Ref&) const = default;

    [[nodiscard]] bool valid() const { return id != 0; }
};

void append_ref(std::string& out, Ref ref);

/// A handle on an indirect dictionary of a `Document`, which owns it. Keys are our own short
/// literals; setting a key twice replaces a value set by the same kind of call.
class Dict {
public:
    Dict() = default;

    /// `/key /value`; any bytes, escaped.
    Dict& name(const char* key, std::string_view value);
    /// Clamped to 32 bits, which is what PDF's integers have.
    Dict& integer(const char* key, std::int64_t value);
    Dict& boolean(const char* key, bool value);
    /// A byte string, in hexadecimal.
    Dict& bytes(const char* key, std::string_view value);
    /// A text string, UTF-16BE.
    Dict& text(const char* key, std::string_view utf8);
    Dict& reference(const char* key, Dict target);
    /// `syntax` must be one well-formed PDF value: for arrays and direct dictionaries, which
    /// need no object for each number.
    Dict& raw(const char* key, std::string_view syntax);

    /// "/key value" pairs, each well-formed.
    Dict& entries(std::string_view syntax);

    [[nodiscard]] Ref ref() const;

    [[nodiscard]] bool valid() const { return dict_ != nullptr; }

private:
    friend class Document;

    Dict(Document* document, _HPDF_Dict_Rec* dict) : document_(document), dict_(dict) {}

    Document* document_ = nullptr;
    _HPDF_Dict_Rec* dict_ = nullptr;
};

/// A stream's bytes as they go into the file.
struct StreamData {
    std::string bytes;
    const char* filter = nullptr;  ///< "FlateDecode", "DCTDecode"; null: as is
};

/// One indirect object ready for the file.
struct Object {
    Ref ref;
    std::string syntax;                   ///< the dictionary or value, without "obj"
    const std::string* stream = nullptr;  ///< null: not a stream
};

/// Owns one libharu document. The first failing call is remembered with its name and the later
/// ones do nothing: ask `failure()` once at the end. One per thread.
class Document {
public:
    /// `compress`: whether `stream()` deflates.
    explicit Document(bool compress);
    ~Document();
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    [[nodiscard]] Dict catalog();
    [[nodiscard]] Dict info();
    [[nodiscard]] Dict make_dict();
    /// A stream; deflated when the document compresses and that makes it smaller.
    [[nodiscard]] Dict make_stream(std::string_view bytes);
    /// A stream whose bytes are final.
    [[nodiscard]] Dict make_stream(StreamData data);
    /// Bytes as `make_stream(bytes)` would store them: lets threads compress.
    [[nodiscard]] StreamData pack(std::string_view bytes) const;
    /// Registers `page` as the next page.
    void add_page(Dict page);

    /// All objects in ascending order of their numbers, without gaps from 1. To be called once,
    /// last.
    [[nodiscard]] std::vector<Object> objects();

    [[nodiscard]] bool compresses() const { return compress_; }

    /// Empty when all calls succeeded.
    [[nodiscard]] const std::string& failure() const { return failure_; }

private:
    friend class Dict;
    struct Payload;

    /// Remembers the first call with a status other than success.
    bool check(unsigned long status, const char* call);
    bool check(const void* made, const char* call);
    Payload& payload(_HPDF_Dict_Rec* dict);
    void close_page_tree();
    static void complete(Object& object, void* made);

    bool compress_;
    std::string failure_;
    std::deque<Payload> payloads_;
    std::vector<Ref> pages_;

    struct FreeDocument {
        void operator()(_HPDF_Doc_Rec* doc) const;
    };

    std::unique_ptr<_HPDF_Doc_Rec, FreeDocument> doc_;
};

/// MD5 (16 bytes), by libharu: only to identify files, which is what 14.4 suggests it for.
[[nodiscard]] std::string md5(std::string_view bytes);
[[nodiscard]] const char* hpdf_version();

}  // namespace cvtex::pdf

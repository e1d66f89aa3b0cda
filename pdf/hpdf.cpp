#include "pdf/hpdf.hpp"

#include <hpdf.h>
#include <hpdf_catalog.h>
#include <hpdf_doc.h>
#include <hpdf_encrypt.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>

#include <algorithm>
#include <array>
#include <cassert>

#include "pdf/deflate.hpp"
#include "pdf/syntax.hpp"

namespace cvtex::pdf {

/// What libharu's dictionary cannot hold: raw syntax and the bytes of a stream.
struct Document::Payload {
    std::string raw;
    StreamData data;
    bool is_stream = false;
};

namespace {

/// In the low-level calls errors come back as statuses, which are checked one by one; the
/// handler has nothing to add and must not throw through C.
void ignore_error(HPDF_STATUS, HPDF_STATUS, void*) {}

constexpr HPDF_UINT32 kObjectIdMask = 0x00FFFFFF;
constexpr HPDF_UINT kMemoryStreamBlock = 4096;

Ref ref_of(const void* object) {
    return {static_cast<const HPDF_Obj_Header*>(object)->obj_id & kObjectIdMask};
}

struct FreeStream {
    void operator()(HPDF_Stream_Rec* stream) const { HPDF_Stream_Free(stream); }
};

std::string stream_text(HPDF_Stream stream) {
    std::string out;
    out.reserve(HPDF_Stream_Size(stream));
    for (HPDF_UINT i = 0; i < HPDF_MemStream_GetBufCount(stream); ++i) {
        HPDF_UINT length = 0;
        const HPDF_BYTE* bytes = HPDF_MemStream_GetBufPtr(stream, i, &length);
        out.append(reinterpret_cast<const char*>(bytes), length);
    }
    return out;
}

}  // namespace

void append_ref(std::string& out, Ref ref) {
    append_integer(out, ref.id);
    out += " 0 R";
}

// ---- Dict ---------------------------------------------------------------------------------

Ref Dict::ref() const {
    return dict_ ? ref_of(dict_) : Ref{};
}

Dict& Dict::name(const char* key, std::string_view value) {
    if (!dict_) return *this;
    const std::string text(value.substr(0, kMaxNameBytes));
    document_->check(HPDF_Dict_AddName(dict_, key, text.c_str()), "HPDF_Dict_AddName");
    return *this;
}

Dict& Dict::integer(const char* key, std::int64_t value) {
    if (!dict_) return *this;
    const auto clamped = std::clamp<std::int64_t>(value, INT32_MIN + 1, INT32_MAX);
    document_->check(HPDF_Dict_AddNumber(dict_, key, static_cast<HPDF_INT32>(clamped)),
                     "HPDF_Dict_AddNumber");
    return *this;
}

Dict& Dict::boolean(const char* key, bool value) {
    if (!dict_) return *this;
    document_->check(HPDF_Dict_AddBoolean(dict_, key, value ? HPDF_TRUE : HPDF_FALSE),
                     "HPDF_Dict_AddBoolean");
    return *this;
}

Dict& Dict::bytes(const char* key, std::string_view value) {
    if (!dict_) return *this;
    std::string copy(value.substr(0, kMaxStringBytes));  // libharu takes a mutable pointer
    HPDF_Binary binary =
        HPDF_Binary_New(document_->doc_->mmgr, reinterpret_cast<HPDF_BYTE*>(copy.data()),
                        static_cast<HPDF_UINT>(copy.size()));
    if (document_->check(binary, "HPDF_Binary_New")) {
        document_->check(HPDF_Dict_Add(dict_, key, binary), "HPDF_Dict_Add");
    }
    return *this;
}

Dict& Dict::text(const char* key, std::string_view utf8) {
    return bytes(key, text_bytes(utf8));
}

Dict& Dict::reference(const char* key, Dict target) {
    if (!dict_ || !target.dict_) return *this;
    document_->check(HPDF_Dict_Add(dict_, key, target.dict_), "HPDF_Dict_Add");
    return *this;
}

Dict& Dict::raw(const char* key, std::string_view syntax) {
    if (!dict_) return *this;
    std::string& out = document_->payload(dict_).raw;
    out += '/';
    out += key;
    out += ' ';
    out += syntax;
    out += '\n';
    return *this;
}

Dict& Dict::entries(std::string_view syntax) {
    if (dict_) document_->payload(dict_).raw += syntax;
    return *this;
}

// ---- Document -----------------------------------------------------------------------------

void Document::FreeDocument::operator()(_HPDF_Doc_Rec* doc) const {
    HPDF_Free(doc);
}

Document::Document(bool compress) : compress_(compress), doc_(HPDF_New(ignore_error, nullptr)) {
    if (!check(doc_.get(), "HPDF_New")) return;
    doc_->pdf_version = HPDF_VER_17;
}

Document::~Document() = default;

bool Document::check(unsigned long status, const char* call) {
    if (status == HPDF_OK) return true;
    if (failure_.empty())
        failure_ = std::string(call) + " failed, status " + std::to_string(status);
    return false;
}

bool Document::check(const void* made, const char* call) {
    return check(made ? HPDF_OK : static_cast<HPDF_STATUS>(HPDF_FAILD_TO_ALLOC_MEM), call);
}

Document::Payload& Document::payload(_HPDF_Dict_Rec* dict) {
    if (!dict->attr) dict->attr = &payloads_.emplace_back();
    return *static_cast<Payload*>(dict->attr);
}

Dict Document::catalog() {
    return doc_ ? Dict(this, doc_->catalog) : Dict();
}

Dict Document::info() {
    // libharu has made it to name itself as the producer.
    return doc_ && doc_->info ? Dict(this, doc_->info) : Dict();
}

Dict Document::make_dict() {
    if (!failure_.empty()) return {};
    HPDF_Dict dict = HPDF_Dict_New(doc_->mmgr);
    if (!check(dict, "HPDF_Dict_New")) return {};
    if (!check(HPDF_Xref_Add(doc_->xref, dict), "HPDF_Xref_Add")) return {};
    return Dict(this, dict);
}

StreamData Document::pack(std::string_view bytes) const {
    if (compress_) {
        std::string packed = deflate(bytes);
        if (packed.size() < bytes.size()) return {std::move(packed), "FlateDecode"};
    }
    return {std::string(bytes), nullptr};
}

Dict Document::make_stream(std::string_view bytes) {
    return make_stream(pack(bytes));
}

Dict Document::make_stream(StreamData data) {
    Dict dict = make_dict();
    if (!dict.valid()) return dict;
    dict.integer("Length", static_cast<std::int64_t>(data.bytes.size()));
    if (data.filter) dict.name("Filter", data.filter);
    Payload& content = payload(dict.dict_);
    content.data = std::move(data);
    content.is_stream = true;
    return dict;
}

void Document::add_page(Dict page) {
    if (!page.valid()) return;
    page.reference("Parent", Dict(this, doc_->root_pages));
    pages_.push_back(page.ref());
}

/// The kids go in as raw syntax: libharu's arrays end at 32767 items.
void Document::close_page_tree() {
    HPDF_Dict root = doc_->root_pages;
    root->before_write_fn = nullptr;  // it would count the kids that libharu made
    check(HPDF_Dict_RemoveElement(root, "Kids"), "HPDF_Dict_RemoveElement");
    std::string kids = "[";
    for (const Ref page : pages_) {
        if (kids.size() > 1) kids += ' ';
        append_ref(kids, page);
    }
    kids += ']';
    Dict(this, root)
        .raw("Kids", kids)
        .integer("Count", static_cast<std::int64_t>(pages_.size()));
}

/// Adds what the payload of `made` holds: libharu has written "<<…>>" without it.
void Document::complete(Object& object, void* made) {
    const auto& header = *static_cast<const HPDF_Obj_Header*>(made);
    if ((header.obj_class & HPDF_OCLASS_ANY) != HPDF_OCLASS_DICT) return;
    const auto* extra = static_cast<const Payload*>(static_cast<HPDF_Dict>(made)->attr);
    if (!extra) return;
    assert(object.syntax.ends_with(">>"));
    object.syntax.insert(object.syntax.size() - 2, extra->raw);
    if (extra->is_stream) object.stream = &extra->data.bytes;
}

std::vector<Object> Document::objects() {
    std::vector<Object> out;
    if (!failure_.empty()) return out;
    close_page_tree();
    const std::unique_ptr<HPDF_Stream_Rec, FreeStream> stream(
        HPDF_MemStream_New(doc_->mmgr, kMemoryStreamBlock));
    if (!check(stream.get(), "HPDF_MemStream_New")) return out;
    const HPDF_UINT count = doc_->xref->entries->count;
    out.reserve(count);
    for (HPDF_UINT i = 0; i < count; ++i) {
        const HPDF_XrefEntry entry = HPDF_Xref_GetEntry(doc_->xref, i);
        if (!entry->obj) continue;  // the free entry 0
        HPDF_MemStream_FreeData(stream.get());
        if (!check(HPDF_Obj_WriteValue(entry->obj, stream.get(), nullptr),
                   "HPDF_Obj_WriteValue")) {
            return out;
        }
        out.push_back({ref_of(entry->obj), stream_text(stream.get()), nullptr});
        complete(out.back(), entry->obj);
    }
    return out;
}

std::string md5(std::string_view bytes) {
    HPDF_MD5_CTX context;
    HPDF_MD5Init(&context);
    HPDF_MD5Update(&context, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                   static_cast<HPDF_UINT32>(bytes.size()));
    std::array<HPDF_BYTE, HPDF_MD5_KEY_LEN> digest{};
    HPDF_MD5Final(digest.data(), &context);
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

const char* hpdf_version() {
    return HPDF_GetVersion();
}

}  // namespace cvtex::pdf

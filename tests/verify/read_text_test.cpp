#include "verify/read_text.hpp"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "tests/support/catch.hpp"
#include "verify/encrypt.hpp"
#include "verify/to_unicode_reader.hpp"

using namespace cvtex;

namespace {

constexpr const char* kCMap =
    "begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    "3 beginbfchar <0001> <7528> <0002> <D842DFB7> <0003> <00660066> endbfchar\n"
    "2 beginbfrange <0010> <0012> <0061> <0020> <0021> [<4E00> <4E8C>] endbfrange endcmap";

/// A page with one font, whose codes mean what kCMap says.
std::string file_with(const std::string& content, const std::string& tree = "") {
    QPDF pdf;
    pdf.emptyPDF();
    QPDFObjectHandle page = pdf.makeIndirectObject(QPDFObjectHandle::parse(
        "<</Type/Page/MediaBox[0 0 99 99]/Resources<</Font<</F0<</Type/Font>>>>>>>>"));
    QPDFObjectHandle font = page.getKey("/Resources").getKey("/Font").getKey("/F0");
    font.replaceKey("/ToUnicode", pdf.newStream(kCMap));
    page.replaceKey("/Contents", pdf.newStream(content));
    pdf.addPage(page, false);
    if (!tree.empty()) {
        QPDFObjectHandle root = pdf.makeIndirectObject(QPDFObjectHandle::parse(tree));
        root.getKey("/K").replaceKey("/Pg", page);
        pdf.getRoot().replaceKey("/StructTreeRoot", root);
    }
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setStaticID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

std::string text_of(const std::string& content) {
    const Result<verify::ReadText> text = verify::read_text(file_with(content));
    return text ? text->shown : "error: " + text.error().message;
}

}  // namespace

TEST_CASE("the texts of shown codes are read") {
    struct Row {
        const char* content;
        const char* text;
    };

    const Row rows[] = {
        {"/P <</MCID 0>> BDC BT /F0 9 Tf <0001> Tj ET EMC", "用"},
        {"/P <</MCID 0>> BDC BT /F0 9 Tf [<0002> -250 <0003>] TJ ET EMC", "𠮷ff"},
        {"/P <</MCID 0>> BDC BT /F0 9 Tf <001000110012> Tj ET EMC", "abc"},
        {"/P <</MCID 0>> BDC BT /F0 9 Tf <00200021> Tj ET EMC", "一二"},
        {"/P <</MCID 0>> BDC BT /F0 9 Tf <0099> Tj ET EMC", "\xEF\xBF\xBD"},
        {"/Artifact BMC BT /F0 9 Tf <0001> Tj ET EMC", ""},
        {"BT /F0 9 Tf <0001> Tj ET", ""},
        {"q BT /F0 9 Tf ET Q /P <</MCID 0>> BDC BT <0001> Tj ET EMC", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.content);
        CHECK(text_of(row.content) == row.text);
    }
}

TEST_CASE("the structure tree gives the logical order") {
    const char* content =
        "/P <</MCID 0>> BDC BT /F0 9 Tf <0010> Tj ET EMC /P <</MCID 1>> BDC BT <0011> Tj ET "
        "EMC "
        "/P <</MCID 2>> BDC BT <0012> Tj ET EMC";

    struct Row {
        const char* tree;
        const char* logical;
    };

    const Row rows[] = {
        {"<</K <</S/Document /K [0 1 2]>>>>", "abc"},
        {"<</K <</S/Document /K [2 <</S/P /K 0>> <</Type/MCR /MCID 1>>]>>>>", "cab"},
        {"<</K <</S/Document /K [<</S/Note /K [0]>> 1 2]>>>>", "bca"},
        {"<</K <</S/Document /K [0 2]>>>>", "ac"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.tree);
        const Result<verify::ReadText> text = verify::read_text(file_with(content, row.tree));
        REQUIRE(text.ok());
        CHECK(text->shown == "abc");
        CHECK(text->logical == row.logical);
    }
}

TEST_CASE("what is no sound PDF is an error") {
    CHECK_FALSE(verify::read_text("nothing").ok());
    CHECK_FALSE(verify::read_text("").ok());
    std::string cut = file_with("/P <</MCID 0>> BDC BT /F0 9 Tf <0001> Tj ET EMC");
    cut.resize(cut.size() / 2);
    CHECK_FALSE(verify::read_text(cut).ok());
}

TEST_CASE("an encrypted file needs its password") {
    const std::string plain = file_with("/P <</MCID 0>> BDC BT /F0 9 Tf <0001> Tj ET EMC");
    const Result<std::string> locked = verify::encrypt(plain, {"", "secret"});
    REQUIRE(locked.ok());
    CHECK_FALSE(verify::read_text(*locked).ok());
    const Result<std::string> open = verify::encrypt(plain, {"secret", ""});
    REQUIRE(open.ok());
    REQUIRE(verify::read_text(*open).ok());
    CHECK(verify::read_text(*open)->shown == "用");
    QPDF pdf;
    pdf.processMemoryFile("open", open->data(), open->size());
    CHECK(pdf.isEncrypted());
    CHECK_FALSE(pdf.allowModifyAll());
    CHECK(pdf.allowExtractAll());
    CHECK(pdf.allowAccessibility());
    CHECK_FALSE(verify::encrypt("nothing", {"a", "b"}).ok());
}

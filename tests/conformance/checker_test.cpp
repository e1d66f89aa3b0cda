// The checker finds what it says it finds: one fault at a time is put into a good file.

#include "tests/conformance/checker.hpp"

#include <functional>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include "cli/pipeline.hpp"
#include "tests/support/catch.hpp"

using namespace cvtex;

namespace {

constexpr const char* kDocument =
    "---\nlang: zh-CN\ntitle: 简历\nauthor: 林知远\ndate: 2024-05-01\n---\n"
    "# 林知远\n\n## 工作经历\n\n负责[支付系统](https://example.com)，见注[^1]。\n\n"
    "| 项目 | 数量 |\n|---|---|\n| 甲 | 1 |\n\n1. 一\n   - 二\n\n[^1]: 注。\n";

std::string good_file() {
    fonts::FontLibrary library;
    const cli::Compiled compiled = cli::compile("good.md", kDocument, ".", {}, {library});
    REQUIRE(compiled.output.has_value());
    return *compiled.output;
}

/// The good file after `spoil`, written anew by qpdf.
std::string spoiled(const std::function<void(QPDF&)>& spoil,
                    qpdf_object_stream_e object_streams = qpdf_o_preserve) {
    static const std::string good = good_file();
    QPDF pdf;
    pdf.processMemoryFile("good", good.data(), good.size());
    spoil(pdf);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setStaticID(true);
    writer.setObjectStreamMode(object_streams);
    writer.setNewlineBeforeEndstream(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

QPDFObjectHandle syntax(const char* text) {
    return QPDFObjectHandle::parse(text);
}

QPDFObjectHandle first_page(QPDF& pdf) {
    return pdf.getAllPages().front();
}

QPDFObjectHandle element(QPDF& pdf, const std::string& type) {
    for (QPDFObjectHandle object : pdf.getAllObjects()) {
        if (object.isDictionary() && object.getKey("/S").unparse() == type &&
            object.hasKey("/P"))
            return object;
    }
    FAIL("no element " << type);
    return QPDFObjectHandle::newNull();
}

void append_content(QPDF& pdf, const std::string& operators) {
    first_page(pdf).addPageContents(pdf.newStream(operators), false);
}

void graphics_state(QPDF& pdf, const std::string& dictionary) {
    first_page(pdf)
        .getKey("/Resources")
        .replaceKey("/ExtGState", syntax(("<</G " + dictionary + ">>").c_str()));
}

QPDFObjectHandle first_font(QPDF& pdf) {
    return first_page(pdf).getKey("/Resources").getKey("/Font").getDictAsMap().begin()->second;
}

std::string decoded(QPDFObjectHandle stream) {
    const auto buffer = stream.getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

/// The first code of the font's CMap means U+FEFF as well.
void add_byte_order_mark(QPDFObjectHandle font) {
    QPDFObjectHandle stream = font.getKey("/ToUnicode");
    std::string text = decoded(stream);
    // Behind the codes of the first range or character: <0001><0002>[<…
    const std::size_t block = text.find("beginbf");
    REQUIRE(block != text.npos);
    const std::size_t line = text.find('\n', block) + 1;
    const std::size_t array = text.find('[', line);
    const std::size_t at =
        (array < text.find('\n', line) ? array : text.find("><", line) + 1) + 1;
    stream.replaceStreamData(text.insert(at, "FEFF"), QPDFObjectHandle::newNull(),
                             QPDFObjectHandle::newNull());
}

}  // namespace

TEST_CASE("a good file breaks no rule") {
    const conformance::Report report = conformance::check(good_file());
    CHECK(report.claimed.a2_level == 'A');
    CHECK(report.claimed.ua1);
    CHECK(conformance::to_text(report.findings) == "");
}

TEST_CASE("every fault in objects is found") {
    struct Row {
        const char* clause;
        std::function<void(QPDF&)> spoil;
    };

    const Row rows[] = {
        {"A 6.6.2.1", [](QPDF& pdf) { pdf.getRoot().removeKey("/Metadata"); }},
        {"A 6.6.3",
         [](QPDF& pdf) {
             pdf.getTrailer().getKey("/Info").replaceKey("/Title", syntax("(x)"));
         }},
        {"A 6.2.4.3", [](QPDF& pdf) { pdf.getRoot().removeKey("/OutputIntents"); }},
        {"A 6.5.2", [](QPDF& pdf) { pdf.getRoot().replaceKey("/AA", syntax("<<>>")); }},
        {"A 6.9", [](QPDF& pdf) { pdf.getRoot().replaceKey("/OCProperties", syntax("<<>>")); }},
        {"A 6.2.2", [](QPDF& pdf) { append_content(pdf, "/Artifact BMC xx EMC"); }},
        {"A 6.2.2", [](QPDF& pdf) { append_content(pdf, "q"); }},
        {"A 6.1.13",
         [](QPDF& pdf) {
             std::string deep;
             for (int i = 0; i < 29; ++i) deep += "q ";
             for (int i = 0; i < 29; ++i) deep += "Q ";
             append_content(pdf, deep);
         }},
        {"UA 7.1", [](QPDF& pdf) { append_content(pdf, "0 0 9 9 re f"); }},
        {"UA 7.1", [](QPDF& pdf) { append_content(pdf, "/P <</MCID 0>> BDC EMC"); }},
        {"AA 6.7.3.3", [](QPDF& pdf) { append_content(pdf, "/P <</MCID 999>> BDC EMC"); }},
        {"A 6.2.4.3", [](QPDF& pdf) { append_content(pdf, "0 0 0 1 k"); }},
        {"A 6.2.11.5",
         [](QPDF& pdf) {
             first_font(pdf)
                 .getKey("/DescendantFonts")
                 .getArrayItem(0)
                 .replaceKey("/W", syntax("[0 65535 3]"));
         }},
        {"A 6.2.11.4.1",
         [](QPDF& pdf) {
             first_font(pdf)
                 .getKey("/DescendantFonts")
                 .getArrayItem(0)
                 .replaceKey("/FontDescriptor", syntax("<</Type/FontDescriptor>>"));
         }},
        {"AU 6.2.11.7.2", [](QPDF& pdf) { first_font(pdf).removeKey("/ToUnicode"); }},
        {"UA 7.21.7", [](QPDF& pdf) { add_byte_order_mark(first_font(pdf)); }},
        {"A 6.2.11.8",
         [](QPDF& pdf) {
             const std::string name = first_page(pdf)
                                          .getKey("/Resources")
                                          .getKey("/Font")
                                          .getKeys()
                                          .begin()
                                          ->c_str();
             append_content(pdf, "/Artifact BMC BT " + name + " 9 Tf <0000> Tj ET EMC");
         }},
        {"A 6.3.2",
         [](QPDF& pdf) {
             first_page(pdf).getKey("/Annots").getArrayItem(0).replaceKey("/F", syntax("0"));
         }},
        {"UA 7.18.5",
         [](QPDF& pdf) {
             first_page(pdf).getKey("/Annots").getArrayItem(0).removeKey("/Contents");
         }},
        {"UA 7.18.1",
         [](QPDF& pdf) {
             first_page(pdf).getKey("/Annots").getArrayItem(0).removeKey("/StructParent");
         }},
        {"A 6.5.1",
         [](QPDF& pdf) {
             first_page(pdf).getKey("/Annots").getArrayItem(0).replaceKey(
                 "/A", syntax("<</Type/Action/S/Launch/F(x)>>"));
         }},
        {"UA 7.18.3", [](QPDF& pdf) { first_page(pdf).replaceKey("/Tabs", syntax("/R")); }},
        {"UA 7.5", [](QPDF& pdf) { element(pdf, "/TH").removeKey("/A"); }},
        {"UA 7.2",
         [](QPDF& pdf) {
             element(pdf, "/TD").replaceKey("/A", syntax("<</O/Table/ColSpan 2>>"));
         }},
        {"UA 7.9", [](QPDF& pdf) { element(pdf, "/Note").removeKey("/ID"); }},
        {"UA 7.4.2", [](QPDF& pdf) { element(pdf, "/H2").replaceKey("/S", syntax("/H5")); }},
        {"UA 7.2", [](QPDF& pdf) { element(pdf, "/LI").replaceKey("/S", syntax("/P")); }},
        {"UA 7.3", [](QPDF& pdf) { element(pdf, "/H2").replaceKey("/S", syntax("/Figure")); }},
        {"UA 7.1", [](QPDF& pdf) { element(pdf, "/H2").replaceKey("/S", syntax("/Mine")); }},
        {"UA 7.4.4", [](QPDF& pdf) { element(pdf, "/H1").replaceKey("/S", syntax("/H")); }},
        {"UA 7.18.5", [](QPDF& pdf) { element(pdf, "/P").replaceKey("/S", syntax("/Link")); }},
        {"UA 7.1",
         [](QPDF& pdf) {
             pdf.getRoot()
                 .getKey("/StructTreeRoot")
                 .replaceKey("/RoleMap", syntax("<</P/Div>>"));
         }},
        {"A 6.1.8", [](QPDF& pdf) { pdf.getRoot().replaceKey("/A#FFb", syntax("1")); }},
        {"A 6.1.8", [](QPDF& pdf) { append_content(pdf, "/A#C3 BMC EMC"); }},
        {"A 6.1.10",
         [](QPDF& pdf) {
             append_content(pdf, "/Artifact BMC BI /W 1 /H 1 /BPC 8 /CS /G ID a EI EMC");
         }},
        {"A 6.2.6", [](QPDF& pdf) { append_content(pdf, "/Nice ri"); }},
        {"A 6.2.6", [](QPDF& pdf) { graphics_state(pdf, "<</Type/ExtGState/RI/Nice>>"); }},
        {"A 6.2.5", [](QPDF& pdf) { graphics_state(pdf, "<</Type/ExtGState/HTP[0 0]>>"); }},
        {"A 6.2.10", [](QPDF& pdf) { graphics_state(pdf, "<</Type/ExtGState/BM/Nice>>"); }},
        {"UA 7.2", [](QPDF& pdf) { pdf.getRoot().removeKey("/Lang"); }},
        {"AA 6.7.4", [](QPDF& pdf) { pdf.getRoot().replaceKey("/Lang", syntax("(zh_CN)")); }},
        {"AA 6.7.2", [](QPDF& pdf) { pdf.getRoot().removeKey("/MarkInfo"); }},
    };
    for (const Row& row : rows) {
        const conformance::Report report = conformance::check(spoiled(row.spoil));
        INFO(row.clause << " not among\n" << conformance::to_text(report.findings));
        CHECK(report.breaks(row.clause));
    }
}

TEST_CASE("every fault in bytes is found") {
    const std::string good = good_file();
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string bytes = good;
        const std::size_t at = bytes.find(from);
        REQUIRE(at != bytes.npos);
        return conformance::check(bytes.replace(at, from.size(), to));
    };
    CHECK(with("%PDF-1.7", "%PDF-2.0").breaks("A 6.1.2"));
    CHECK(with("\n%\xE2\xE3\xCF\xD3\n", "\n%....\n").breaks("A 6.1.2"));
    CHECK(with("/ID [", "/XX [").breaks("A 6.1.3"));
    CHECK(with("<pdfuaid:part>1", "<pdfuaid:part>7").breaks("UA 5"));
    CHECK(with("<pdfaid:conformance>A", "<pdfaid:conformance>X").breaks("A 6.6.4"));
    CHECK(with("pdfaProperty:name>part", "pdfaProperty:name>pork").breaks("A 6.6.2.3.1"));
    CHECK(with(">Integer<", ">Intager<").breaks("A 6.6.2.3.3"));
    CHECK(with("<dc:format>", "<dc:formal>").breaks("A 6.6.2.1"));
    CHECK(with("\nendstream", " endstream").breaks("A 6.1.7.1"));
    CHECK(conformance::check(good + "x").breaks("A 6.1.3"));
    CHECK(conformance::check("nothing").breaks("A 6.1.2"));
}

TEST_CASE("spacing in a cross-reference table is found") {
    const std::string good = spoiled([](QPDF&) {}, qpdf_o_disable);
    REQUIRE(good.find("xref\n0 ") != good.npos);
    CHECK_FALSE(conformance::check(good).breaks("A 6.1.4"));
    for (const auto& [from, to] :
         {std::pair{"xref\n0 ", "xref\n\n0 "}, std::pair{"xref\n0 ", "xref\n0  "},
          std::pair{" 65535 f \n", " 65535 f  \n"}, std::pair{" 00000 n \n", " 00000 n\n "}}) {
        INFO(to);
        std::string bytes = good;
        bytes.replace(bytes.rfind(from), std::string(from).size(), to);
        CHECK(conformance::check(bytes).breaks("A 6.1.4"));
    }
}

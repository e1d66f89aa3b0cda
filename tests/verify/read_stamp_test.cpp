#include "verify/read_stamp.hpp"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "tests/support/catch.hpp"

using namespace cvtex;

namespace {

constexpr const char* kBegin =
    "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
    "<rdf:Description rdf:about=''"
    " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:pdf='http://ns.adobe.com/pdf/1.3/' "
    "xmlns:xmp='http://ns.adobe.com/xap/1.0/'"
    " xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/'"
    " xmlns:pdfuaid='http://www.aiim.org/pdfua/ns/id/'";
constexpr const char* kEnd = "</rdf:RDF></x:xmpmeta><?xpacket end='r'?>";

std::string file_with(const std::string& packet) {
    QPDF pdf;
    pdf.emptyPDF();
    pdf.getRoot().replaceKey("/Metadata", pdf.newStream(packet));
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setStaticID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

std::string stamp_of(const std::string& packet) {
    const auto entries = verify::read_stamp(file_with(packet));
    if (!entries) return "error";
    std::string out;
    for (const auto& [name, value] : *entries) out += name + "=" + value + ";";
    return out;
}

}  // namespace

TEST_CASE("the stamp is read as elements and as attributes") {
    CHECK(
        stamp_of(std::string(kBegin) +
                 "><xmp:Label>cvtex 1.2; style=classic</xmp:Label>"
                 "<dc:source>urn:sha256:0a1b</dc:source>"
                 "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>A &amp; B</rdf:li></rdf:Alt>"
                 "</dc:title><xmp:CreateDate>2024-05-01T00:00:00Z</xmp:CreateDate>"
                 "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
                 "<pdfuaid:part>1</pdfuaid:part></rdf:Description>" +
                 kEnd) ==
        "version=1.2;source=0a1b;style=classic;date=2024-05-01;title=A & B;"
        "standards=PDF/A-2a, PDF/UA-1;");
    // Names may hold what parts the list. A later program's Producer says nothing of the maker.
    CHECK(stamp_of(std::string(kBegin) +
                   " pdf:Producer='Printer 7' "
                   "xmp:Label='cvtex 1.2; style=50%25%3B a=b; employer=%253B'/>" +
                   kEnd) == "version=1.2;style=50%; a=b;employer=%3B;");
}

TEST_CASE("what was not made by cvtex has no stamp") {
    CHECK(stamp_of(std::string(kBegin) + " pdf:Producer='cvtex 1.2'/>" + kEnd) == "error");
    CHECK(stamp_of(std::string(kBegin) + " xmp:Label='Writer; cvtex 1'/>" + kEnd) == "error");
    CHECK(stamp_of("no XML <") == "error");
    CHECK(stamp_of("") == "error");
    CHECK_FALSE(verify::read_stamp("no PDF").ok());
}

#include "verify/encrypt.hpp"

#include <exception>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace cvtex::verify {

Result<std::string> encrypt(const std::string& pdf, const Passwords& passwords) {
    try {
        QPDF reader;
        reader.setSuppressWarnings(true);
        reader.processMemoryFile("output", pdf.data(), pdf.size());
        QPDFWriter writer(reader);
        writer.setOutputMemory();
        writer.setObjectStreamMode(qpdf_o_preserve);
        const std::string& owner = passwords.owner.empty() ? passwords.user : passwords.owner;
        writer.setR6EncryptionParameters(passwords.user.c_str(), owner.c_str(),
                                         true,           // read aloud
                                         true,           // copy
                                         false,          // assemble
                                         false,          // annotate
                                         false,          // fill in
                                         false,          // change
                                         qpdf_r3p_full,  // print
                                         true);          // metadata too
        writer.write();
        const auto buffer = writer.getBufferSharedPointer();
        return std::string(reinterpret_cast<const char*>(buffer->getBuffer()),
                           buffer->getSize());
    } catch (const std::exception& error) {
        return Error{error.what(), {}};
    }
}

}  // namespace cvtex::verify

#include "verify/to_unicode_reader.hpp"

#include <algorithm>
#include <memory>
#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFTokenizer.hh>
#include <vector>

namespace cvtex::verify {
namespace {

using Token = QPDFTokenizer::Token;

std::string stream_text(QPDFObjectHandle stream) {
    const auto buffer = stream.getStreamData(qpdf_dl_generalized);
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

std::vector<Token> tokens_of(const std::string& text) {
    const auto input = std::make_shared<BufferInputSource>("CMap", text);
    QPDFTokenizer tokenizer;
    tokenizer.allowEOF();
    std::vector<Token> tokens;
    for (;;) {
        Token token = tokenizer.readToken(input, "CMap", true);
        if (token.getType() == QPDFTokenizer::tt_eof) return tokens;
        tokens.push_back(std::move(token));
    }
}

unsigned code_of(const std::string& bytes) {
    unsigned code = 0;
    for (const char byte : bytes) code = code << 8 | static_cast<unsigned char>(byte);
    return code;
}

/// The destination of the code `steps` behind the first of a range: its last unit counts up.
std::string counted_up(std::string text, unsigned steps) {
    if (text.size() < 2) return text;
    const unsigned last = code_of(text.substr(text.size() - 2)) + steps;
    text[text.size() - 2] = static_cast<char>(last >> 8);
    text[text.size() - 1] = static_cast<char>(last);
    return text;
}

/// Walks the tokens of one CMap.
class Reader {
public:
    explicit Reader(const std::string& text) : tokens_(tokens_of(text)) {}

    CodeTexts read() {
        while (at_ < tokens_.size()) {
            const std::string word = tokens_[at_++].getRawValue();
            if (word == "beginbfchar") chars();
            if (word == "beginbfrange") ranges();
        }
        return std::move(texts_);
    }

private:
    [[nodiscard]] bool is(QPDFTokenizer::token_type_e type) const {
        return at_ < tokens_.size() && tokens_[at_].getType() == type;
    }

    std::string take() { return tokens_[at_++].getValue(); }

    void chars() {
        while (is(QPDFTokenizer::tt_string)) {
            const unsigned code = code_of(take());
            if (!is(QPDFTokenizer::tt_string)) return;
            texts_[code] = take();
        }
    }

    void ranges() {
        while (is(QPDFTokenizer::tt_string)) {
            const unsigned first = code_of(take());
            if (!is(QPDFTokenizer::tt_string)) return;
            const unsigned last = std::min(code_of(take()), first + 0xFFFF);
            if (is(QPDFTokenizer::tt_array_open)) {
                ++at_;
                for (unsigned code = first; is(QPDFTokenizer::tt_string); ++code)
                    texts_[code] = take();
                ++at_;
            } else if (is(QPDFTokenizer::tt_string)) {
                const std::string text = take();
                for (unsigned code = first; code <= last; ++code)
                    texts_[code] = counted_up(text, code - first);
            }
        }
    }

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    CodeTexts texts_;
};

}  // namespace

CodeTexts read_to_unicode(QPDFObjectHandle font) {
    QPDFObjectHandle stream = font.getKeyIfDict("/ToUnicode");
    if (!stream.isStream()) return {};
    return Reader(stream_text(stream)).read();
}

}  // namespace cvtex::verify

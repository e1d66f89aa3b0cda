#include "grammar/leaf_text.hpp"

#include <algorithm>

namespace cvtex::grammar {

void LeafText::assign_lines(std::span<const LineSlice> slices) {
    buffer_.clear();
    segments_.clear();
    text_ = {};
    if (slices.empty()) return;
    std::uint32_t last = slices.back().end;
    while (last > slices.back().begin &&
           (source_[last - 1] == ' ' || source_[last - 1] == '\t')) {
        --last;
    }
    bool contiguous = true;
    for (std::size_t i = 1; i < slices.size(); ++i) {
        contiguous = contiguous && slices[i].begin == slices[i - 1].end + 1;
    }
    if (contiguous) {
        segments_.push_back({0, slices.front().begin});
        text_ = source_.substr(slices.front().begin, last - slices.front().begin);
        return;
    }
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const bool final = i + 1 == slices.size();
        append(slices[i].begin, final ? last : slices[i].end + 1);
    }
    text_ = buffer_;
}

void LeafText::assign_pieces(std::span<const LineSlice> slices) {
    buffer_.clear();
    segments_.clear();
    for (const LineSlice& slice : slices) append(slice.begin, slice.end);
    text_ = buffer_;
}

Span LeafText::span(std::uint32_t begin, std::uint32_t end) const {
    if (segments_.empty()) return {file_, 0, 0};
    const Segment& first = segments_[segment_at(begin)];
    const std::uint32_t source_begin = first.source + (begin - first.text);
    if (end <= begin) return {file_, source_begin, source_begin};
    const Segment& last = segments_[segment_at(end - 1)];
    return {file_, source_begin, last.source + (end - last.text)};
}

std::uint32_t LeafText::contiguous_end(std::uint32_t begin, std::uint32_t end) const {
    const std::size_t next = segment_at(begin) + 1;
    return next < segments_.size() ? std::min(end, segments_[next].text) : end;
}

void LeafText::append(std::uint32_t begin, std::uint32_t end) {
    const auto at = static_cast<std::uint32_t>(buffer_.size());
    const bool continues =
        !segments_.empty() && segments_.back().source + (at - segments_.back().text) == begin;
    if (!continues) segments_.push_back({at, begin});
    buffer_.append(source_.substr(begin, end - begin));
}

std::size_t LeafText::segment_at(std::uint32_t offset) const {
    if (segments_.size() == 1) return 0;
    const auto after = std::ranges::upper_bound(segments_, offset, {}, &Segment::text);
    return static_cast<std::size_t>(after - segments_.begin()) - 1;
}

}  // namespace cvtex::grammar

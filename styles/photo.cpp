#include "styles/photo.hpp"

#include <algorithm>

#include "base/web_address.hpp"
#include "styles/blocks.hpp"

namespace cvtex::styles {
namespace {

PictureFrame frame_of(const PhotoSheet& sheet, Pt size) {
    const Pt shorter = std::min(sheet.size.width, sheet.size.height);
    PictureFrame frame;
    frame.fit = sheet.crop;
    frame.focus_x = sheet.focus.x;
    frame.focus_y = sheet.focus.y;
    frame.radius = std::min(sheet.radius.at(shorter), shorter / 2);
    frame.border = border_of(sheet.border, size);
    return frame;
}

}  // namespace

std::optional<Block> photo_block(const Context& context) {
    const PhotoSheet& sheet = context.sheet.photo;
    const std::optional<profile::Photo>& photo = context.profile.photo;
    if (!photo || sheet.place == PhotoPlace::None) return std::nullopt;
    Image image;
    const std::string address = web_address(photo->path.text);
    image.path = address.empty() ? photo->path.text : address;
    if (photo->alternative) image.alternative = photo->alternative->text;
    image.width = sheet.size.width;
    image.height = sheet.size.height;
    image.frame = frame_of(sheet, context.out.page.grid);
    image.align = Align::End;
    Block block{{}, std::move(image), photo->path.span};
    block.box.width = sheet.size.width;
    return block;
}

Pt photo_room(const Context& context, bool centered) {
    const PhotoSheet& sheet = context.sheet.photo;
    const Pt side = sheet.size.width + sheet.gap.at(context.out.page.grid);
    return centered ? side * 2 : side;
}

void set_below_photo(const Context& context, Container& header, Block photo) {
    std::get<Image>(photo.node).align = Align::Center;
    photo.box.width.reset();
    photo.box.space_after = context.sheet.photo.gap.at(context.out.page.grid);
    photo.box.keep_with_next = true;
    header.children.insert(header.children.begin(), std::move(photo));
}

void set_beside_photo(const Context& context, Container& header, Block photo, bool centered) {
    const PhotoSheet& sheet = context.sheet.photo;
    trim_spaces(header.children);
    Row row;
    row.gap = sheet.gap.at(context.out.page.grid);
    row.align = RowAlign::Middle;
    if (centered) {
        RowCell space;
        space.width = sheet.size.width;
        row.cells.push_back(std::move(space));
    }
    RowCell text, picture;
    text.grow = Em::of(1);
    text.children = std::move(header.children);
    picture.width = sheet.size.width;
    picture.children.push_back(std::move(photo));
    row.cells.push_back(std::move(text));
    row.cells.push_back(std::move(picture));
    header.children.clear();
    header.children.push_back({{}, std::move(row), {}});
}

}  // namespace cvtex::styles

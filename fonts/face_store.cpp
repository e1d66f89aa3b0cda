#include "fonts/face_store.hpp"

#include <algorithm>

#include "fonts/freetype.hpp"

namespace cvtex::fonts {
namespace {

/// Whether a font that a document names may be used: embedding rights, and FreeType's opinion.
Status check_foreign(const Face& face, const MappedFile& mapped) {
    if (!may_embed(face.fs_type)) {
        return Error{"font " + face.info.path + " may not be embedded in a PDF (OS/2 fsType " +
                         std::to_string(face.fs_type) + ")",
                     "choose a font whose licence allows embedding"};
    }
    return check_with_freetype(mapped, face.info.path, face.info.index);
}

}  // namespace

Result<FontId> FaceStore::open(const FaceFile& file, Trust trust) {
    const std::lock_guard lock(mutex_);
    const std::pair key(file.path, std::to_string(file.index) + file.family);
    if (const auto known = known_.find(key); known != known_.end()) return known->second;
    Result<FontId> result = open_new(file, trust);
    known_.emplace(key, result);
    return result;
}

FaceStore::FaceResult FaceStore::load(const FaceFile& file, const MappedFile& mapped) {
    FaceResult face = open_face(mapped, file.path, file.index);
    const auto fits = [&] { return face && fold_family((*face)->info.family) == file.family; };
    if (file.family.empty() || fits()) return face;
    // The collection orders its faces otherwise than Debian's: look at each.
    constexpr unsigned kMaxFacesPerFile = 64;
    const unsigned faces = std::min(count_faces(mapped), kMaxFacesPerFile);
    for (unsigned index = 0; index < faces; ++index) {
        face = open_face(mapped, file.path, index);
        if (fits()) return face;
    }
    if (!face) return face;
    return Error{"font " + file.path + " does not hold the family " + file.family, {}};
}

Result<FontId> FaceStore::open_new(const FaceFile& file, Trust trust) {
    const auto mapped = map(file.path);
    if (!mapped) return mapped.error();
    FaceResult face = load(file, **mapped);
    if (!face) return face.error();
    if (trust == Trust::Foreign) {
        if (const Status status = check_foreign(**face, **mapped); !status) {
            return status.error();
        }
    }
    for (std::size_t i = 0; i < count_; ++i) {
        const FontInfo& info = faces_[i]->info;
        if (info.path == file.path && info.index == (*face)->info.index) return FontId::at(i);
    }
    if (count_ == kMaxFaces) return Error{"more than 1024 fonts in use", {}};
    faces_[count_] = std::move(*face);
    return FontId::at(count_++);
}

Result<const MappedFile*> FaceStore::map(const std::string& path) {
    auto& slot = files_[path];
    if (!slot) {
        auto file = MappedFile::open(path);
        if (!file) {
            files_.erase(path);
            return file.error();
        }
        slot = std::move(*file);
    }
    return slot.get();
}

std::vector<std::string> FaceStore::opened_files() const {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> paths;
    for (const auto& [path, file] : files_) paths.push_back(path);
    return paths;
}

}  // namespace cvtex::fonts

#pragma once

#include <array>
#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "fonts/catalog.hpp"
#include "fonts/face.hpp"

/// Private to fonts/.
namespace cvtex::fonts {

/// Every opened face, each once. Reading by id takes no lock: a slot is written before its id
/// is handed out and never again.
class FaceStore {
public:
    enum class Trust : std::uint8_t {
        Known,   ///< of the catalog
        Foreign  ///< named by a document: FreeType must accept it, fsType must allow embedding
    };

    FaceStore() = default;
    FaceStore(const FaceStore&) = delete;
    FaceStore& operator=(const FaceStore&) = delete;

    /// The face of a file; a failure is remembered and not tried again.
    [[nodiscard]] Result<FontId> open(const FaceFile& file, Trust trust);

    [[nodiscard]] const Face& operator[](FontId font) const { return *faces_[font.index()]; }

    [[nodiscard]] std::vector<std::string> opened_files() const;

private:
    static constexpr std::size_t kMaxFaces = 1024;  ///< bounds what a hostile document opens

    using FaceResult = Result<std::unique_ptr<Face>>;

    static FaceResult load(const FaceFile& file, const MappedFile& mapped);
    Result<FontId> open_new(const FaceFile& file, Trust trust);
    Result<const MappedFile*> map(const std::string& path);

    mutable std::mutex mutex_;
    std::map<std::string, std::unique_ptr<MappedFile>> files_;
    std::map<std::pair<std::string, std::string>, Result<FontId>> known_;
    std::size_t count_ = 0;
    std::array<std::unique_ptr<Face>, kMaxFaces> faces_;  ///< after files_: refers to them
};

}  // namespace cvtex::fonts

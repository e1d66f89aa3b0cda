#pragma once

#include <string>

#include "base/result.hpp"

namespace cvtex::verify {

struct Passwords {
    std::string owner;  ///< allows everything; empty: as `user`
    std::string user;   ///< opens the file; empty: anyone may

    [[nodiscard]] bool any() const { return !owner.empty() || !user.empty(); }
};

/// The file encrypted by AES-256 (ISO 32000-2, 7.6.4). Without the owner's password it can be
/// read, printed, copied from and read aloud, but not changed. The bytes differ from run to
/// run, because keys are random.
[[nodiscard]] Result<std::string> encrypt(const std::string& pdf, const Passwords& passwords);

}  // namespace cvtex::verify

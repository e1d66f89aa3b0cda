#pragma once

#include "profile/profile.hpp"

namespace cvtex::profile {

/// Takes what `redaction` names out of everything a reader or a parser could find in the
/// output: texts, code, alternative texts, titles, link destinations, heading ids, and the
/// fields that go to the header and the metadata.
void redact(Profile& profile, const Redaction& redaction);

/// `13800001234` as `138****1234`; shorter numbers keep less.
[[nodiscard]] std::string mask_phone(std::string_view digits);
/// `zhiyuan@example.com` as `z***@example.com`.
[[nodiscard]] std::string mask_email(std::string_view address);

}  // namespace cvtex::profile

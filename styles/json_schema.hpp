#pragma once

#include <cstdint>
#include <string>

/// JSON Schemas (draft 2020-12) of the files that people write, for editors: made from the same
/// tables that read those files.
namespace cvtex::styles {

enum class SchemaKind : std::uint8_t { Style, Employer, FrontMatter };

/// The schema as JSON, indented, with a line end.
[[nodiscard]] std::string json_schema(SchemaKind kind);

}  // namespace cvtex::styles

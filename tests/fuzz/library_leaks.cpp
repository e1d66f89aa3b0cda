// libfyaml forgets a buffer of 512 bytes where the text of a wrongly indented block scalar
// cannot be had; the error itself is reported. For the targets that read front matter.
extern "C" const char* __lsan_default_suppressions() {  // NOLINT: the sanitizer's name
    return "leak:libfyaml.so\n";
}

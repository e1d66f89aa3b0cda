// Pango, which sets the text of SVG for librsvg, keeps fontconfig's patterns to the end in
// places where the leak checker does not find them, and cairo forgets some of a page that
// embeds their fonts. For the programs that convert SVG alone: our own use of fontconfig is
// checked in the others.
extern "C" const char* __lsan_default_suppressions() {  // NOLINT: the sanitizer's name
    return "leak:libfontconfig.so\nleak:libcairo.so\n";
}

#include "fetch/fetch.hpp"

extern "C" __attribute__((visibility("default"))) cvtex::fetch::Fetcher cvtex_fetch() {
    return cvtex::fetch::fetch;
}

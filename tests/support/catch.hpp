#pragma once

// The one place that names Catch2's header: the suite keeps to what versions 2 and 3 share.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif

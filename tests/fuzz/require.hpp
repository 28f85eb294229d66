// REQUIRE: a promise that must hold for any input; breaking it stops the fuzzer with the input that did.
#pragma once
#include <cstdlib>

#define REQUIRE(promise) \
    do {                 \
        if (!(promise)) std::abort(); \
    } while (false)

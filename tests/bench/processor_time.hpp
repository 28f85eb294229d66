// Processor time of this process, in seconds. Include it in one source of a program only.
#pragma once
#ifdef __EMSCRIPTEN__
#include <emscripten.h>

// clock() of Emscripten is the time of day: on a shared machine it counts what others do.
EM_JS(double, processor_seconds, (), {
    const used = process.cpuUsage();
    return (used.user + used.system) / 1e6;
});
#else
#include <ctime>

inline double processor_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }
#endif

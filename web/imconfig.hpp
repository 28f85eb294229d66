// How Dear ImGui is compiled for us: no default font, demo, files or shell; 16-bit indices (the renderers honour VtxOffset).
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_WIN32_FUNCTIONS

#ifdef __EMSCRIPTEN__
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IM_ASSERT(condition) ((void)0)   // a broken call must not stop the reader; the native tests count them instead
#else
namespace problemator::web {
void note_failed_assert(const char* condition, const char* file, int line);   // web/asserts.cpp
}
#define IM_ASSERT(condition) ((condition) ? (void)0 : problemator::web::note_failed_assert(#condition, __FILE__, __LINE__))
#endif

// Memory: small numbers that a view keeps between frames (a cursor, an open menu, a drag) — in the storage of the page's
// own window, so that views stay functions without globals and two contexts never share anything.
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace problemator::web {

int recall(std::string_view name, int otherwise);
void remember(std::string_view name, int value);
float recall_real(std::string_view name, float otherwise);
void remember_real(std::string_view name, float value);

/// A number that says whether a list is still the same one: views forget their cursor when it changes.
int signature_of(std::size_t size, std::uint32_t first, std::uint32_t middle, std::uint32_t last);

/// True once per press (and repeats while held) when no menu is open and the page has the keyboard.
enum class PageKey : std::uint8_t { Up, Down, Left, Right, PageUp, PageDown, Home, End, Enter, ShiftEnter, Escape, Why };
bool is_pressed(PageKey key);

}  // namespace problemator::web

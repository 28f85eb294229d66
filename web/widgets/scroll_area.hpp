// Scroll area: a child window for a page, rail, table or drawer that is taller than its box. Wheel, touch drag, PgUp/PgDn, Home/End;
// a thin bar without a track shows where the reader is.
#pragma once
#include "web/widgets/ui.hpp"

namespace problemator::web {

enum class Keys : std::uint8_t { Ignored, ScrollHere };   // the page takes the keys, a rail beside it does not

/// While it lives, drawing and hits are clipped to `box`. `top()` is the screen y where the content begins now.
class ScrollArea {
public:
    ScrollArea(Ui& ui, std::string_view id, Box box, double content_height, Keys keys = Keys::Ignored);
    ~ScrollArea();
    ScrollArea(const ScrollArea&) = delete;
    ScrollArea& operator=(const ScrollArea&) = delete;
    double top() const { return top_; }
    /// The part of the content that can be seen: [first, last) in pixels from the content's top.
    double first() const { return box_.y - top_; }
    double last() const { return first() + box_.h; }

private:
    Box box_;
    double top_ = 0;
};

}  // namespace problemator::web

// Scroll area: the painter's, with the keys of a page (PgUp, PgDn, Home, End) and its end in the destructor.
#pragma once
#include "web/widgets/ui.hpp"

namespace problemator::web {

enum class Keys : std::uint8_t { Ignored, ScrollHere };   // the page takes the keys, a rail beside it does not

/// While it lives, drawing and hits are clipped to `box`. Content at y of the unscrolled page is drawn at `y + shift()`.
class ScrollArea {
public:
    ScrollArea(Ui& ui, std::string_view id, Box box, double content_height, Keys keys = Keys::Ignored);
    ~ScrollArea();
    ScrollArea(const ScrollArea&) = delete;
    ScrollArea& operator=(const ScrollArea&) = delete;
    double shift() const { return shift_; }                // whole pixels, so that hairlines stay sharp
    bool is_visible(double y, double height) const { return y + shift_ + height >= box_.y && y + shift_ <= box_.y + box_.h; }

private:
    Ui& ui_;
    Box box_;
    double shift_ = 0;
};

}  // namespace problemator::web

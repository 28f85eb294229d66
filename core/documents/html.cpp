#include "core/documents/html.hpp"

#include "core/documents/page_text.hpp"

namespace problemator {

std::string page_html(const Page& page, const HeaderModel& header, const World& world, const State& state) {
    PageText text{page, header, world, state};
    while (!text.step(world)) {}
    return text.text();
}

}  // namespace problemator

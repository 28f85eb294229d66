// What the page already holds is not carried a second time by the WASM: the faces of its style sheet are handed over by
// pm_font(), and municipalities come inside snapshots. These definitions stand in for the compiled-in ones of native builds.
#include <emscripten.h>

#include <array>
#include <vector>

#include "core/schema/embedded.hpp"
#include "web/fonts.hpp"

namespace problemator {

std::span<const EmbeddedFile> embedded_municipalities() { return {}; }

namespace web {
namespace {

std::vector<std::uint8_t>& face(std::size_t i) {
    static std::array<std::vector<std::uint8_t>, 3> faces;
    return faces[i];
}

}  // namespace

FontFiles embedded_fonts() { return {face(0), face(1), face(2)}; }

}  // namespace web
}  // namespace problemator

/// Takes the face of `weight` 400, 500 or 600 (OpenType bytes). Call before pm_start.
extern "C" EMSCRIPTEN_KEEPALIVE int pm_font(int weight, const std::uint8_t* at, std::size_t bytes) {
    if (weight != 400 && weight != 500 && weight != 600) return 0;
    problemator::web::face(static_cast<std::size_t>(weight / 100 - 4)).assign(at, at + bytes);
    return 1;
}

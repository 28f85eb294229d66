// WebGlRenderer: Dear ImGui's draw lists through WebGL2. One shader, one vertex and one index buffer, textures as ImGui asks for them.
#pragma once
#include <cstdint>

struct ImDrawData;
struct ImTextureData;

namespace problemator::web {

class WebGlRenderer {
public:
    /// Makes the objects in the current context. False when the shader does not compile.
    bool create();
    /// The context is gone, its objects with it: ImGui will ask for the textures again.
    void forget();
    void render(ImDrawData& data, std::uint32_t background);

private:
    void update_texture(ImTextureData& texture);
    void bind_state(const ImDrawData& data) const;

    unsigned program_ = 0, vertices_ = 0, indices_ = 0, array_ = 0;
    int projection_ = -1;
};

}  // namespace problemator::web

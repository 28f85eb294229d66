#include "web/render/webgl.hpp"

#include <GLES3/gl3.h>

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "imgui.h"

namespace problemator::web {
namespace {

constexpr const char* kVertexShader = R"(#version 300 es
uniform vec4 projection;             // scale x, y, then shift x, y
layout(location = 0) in vec2 place;
layout(location = 1) in vec2 texel;
layout(location = 2) in vec4 colour;
out vec2 at;
out vec4 tint;
void main() {
    at = texel;
    tint = colour;
    gl_Position = vec4(place * projection.xy + projection.zw, 0.0, 1.0);
})";

constexpr const char* kFragmentShader = R"(#version 300 es
precision mediump float;
uniform sampler2D coverage;          // one channel: every texture of ours is the font's
in vec2 at;
in vec4 tint;
out vec4 result;
void main() { result = vec4(tint.rgb, tint.a * texture(coverage, at).r); })";

GLuint compile(GLenum kind, const char* source) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    return shader;
}

GLuint link_program() {
    const GLuint program = glCreateProgram(), vertex = compile(GL_VERTEX_SHADER, kVertexShader), fragment = compile(GL_FRAGMENT_SHADER, kFragmentShader);
    glAttachShader(program, vertex);
    glAttachShader(program, fragment);
    glLinkProgram(program);
    glDeleteShader(vertex);
    glDeleteShader(fragment);
    GLint is_linked = 0;
    glGetProgramiv(program, GL_LINK_STATUS, &is_linked);
    return is_linked ? program : 0;
}

const void* offset(std::size_t bytes) { return reinterpret_cast<const void*>(bytes); }
float channel(std::uint32_t rgba, int shift) { return static_cast<float>(rgba >> shift & 0xFF) / 255; }

void upload(const ImTextureData& texture, const ImTextureRect& part) {
    const unsigned char* pixels = texture.Pixels + static_cast<std::ptrdiff_t>(part.y) * texture.Width + part.x;
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, texture.Width);
    glTexSubImage2D(GL_TEXTURE_2D, 0, part.x, part.y, part.w, part.h, GL_RED, GL_UNSIGNED_BYTE, pixels);
}

GLuint name_of(const ImTextureData& texture) { return static_cast<GLuint>(texture.TexID); }

void create_texture(ImTextureData& texture) {
    GLuint name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, texture.Width, texture.Height, 0, GL_RED, GL_UNSIGNED_BYTE, nullptr);
    upload(texture, {0, 0, static_cast<unsigned short>(texture.Width), static_cast<unsigned short>(texture.Height)});
    texture.SetTexID(name);
    texture.SetStatus(ImTextureStatus_OK);
}

}  // namespace

bool WebGlRenderer::create() {
    program_ = link_program();
    if (!program_) return false;
    projection_ = glGetUniformLocation(program_, "projection");
    glGenVertexArrays(1, &array_);
    glGenBuffers(1, &vertices_);
    glGenBuffers(1, &indices_);
    return true;
}

void WebGlRenderer::forget() {
    *this = {};
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
}

void WebGlRenderer::update_texture(ImTextureData& texture) {
    if (texture.Status == ImTextureStatus_WantCreate) return create_texture(texture);
    if (texture.Status == ImTextureStatus_WantUpdates) {
        glBindTexture(GL_TEXTURE_2D, name_of(texture));
        for (const ImTextureRect& part : texture.Updates) upload(texture, part);
        texture.SetStatus(ImTextureStatus_OK);
    } else if (texture.Status == ImTextureStatus_WantDestroy) {
        const GLuint name = name_of(texture);
        glDeleteTextures(1, &name);
        texture.SetTexID(ImTextureID_Invalid);
        texture.SetStatus(ImTextureStatus_Destroyed);
    }
}

void WebGlRenderer::bind_state(const ImDrawData& data) const {
    glEnable(GL_BLEND);
    glBlendFunc(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA);
    glEnable(GL_SCISSOR_TEST);
    glUseProgram(program_);
    const float sx = 2 / data.DisplaySize.x, sy = -2 / data.DisplaySize.y;
    glUniform4f(projection_, sx, sy, -1 - data.DisplayPos.x * sx, 1 - data.DisplayPos.y * sy);
    glBindVertexArray(array_);
    glBindBuffer(GL_ARRAY_BUFFER, vertices_);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
    for (GLuint i = 0; i < 3; ++i) glEnableVertexAttribArray(i);
}

void WebGlRenderer::render(ImDrawData& data, std::uint32_t background) {
    if (data.Textures)
        for (ImTextureData* texture : *data.Textures)
            if (texture->Status != ImTextureStatus_OK) update_texture(*texture);
    const ImVec2 scale = data.FramebufferScale;
    const int width = static_cast<int>(std::lround(data.DisplaySize.x * scale.x)), height = static_cast<int>(std::lround(data.DisplaySize.y * scale.y));
    glViewport(0, 0, width, height);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(channel(background, 0), channel(background, 8), channel(background, 16), 1);
    glClear(GL_COLOR_BUFFER_BIT);
    bind_state(data);
    for (const ImDrawList* list : data.CmdLists) {
        glBufferData(GL_ARRAY_BUFFER, list->VtxBuffer.size_in_bytes(), list->VtxBuffer.Data, GL_STREAM_DRAW);
        glBufferData(GL_ELEMENT_ARRAY_BUFFER, list->IdxBuffer.size_in_bytes(), list->IdxBuffer.Data, GL_STREAM_DRAW);
        for (const ImDrawCmd& command : list->CmdBuffer) {
            const int left = std::max(0, static_cast<int>(std::floor(command.ClipRect.x * scale.x + 0.5f))), right = std::min(width, static_cast<int>(std::floor(command.ClipRect.z * scale.x + 0.5f)));
            const int top = std::max(0, static_cast<int>(std::floor(command.ClipRect.y * scale.y + 0.5f))), bottom = std::min(height, static_cast<int>(std::floor(command.ClipRect.w * scale.y + 0.5f)));
            if (command.UserCallback || command.ElemCount == 0 || left >= right || top >= bottom) continue;
            glScissor(left, height - bottom, right - left, bottom - top);
            glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(command.GetTexID()));
            const std::size_t base = command.VtxOffset * sizeof(ImDrawVert);
            glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, sizeof(ImDrawVert), offset(base + offsetof(ImDrawVert, pos)));
            glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, sizeof(ImDrawVert), offset(base + offsetof(ImDrawVert, uv)));
            glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, sizeof(ImDrawVert), offset(base + offsetof(ImDrawVert, col)));
            glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_SHORT, offset(command.IdxOffset * sizeof(ImDrawIdx)));
        }
    }
}

}  // namespace problemator::web

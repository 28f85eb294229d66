#include "web/picture.hpp"

#include <array>
#include <cstring>

#include "imgui.h"

namespace problemator::web {
namespace {

constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;

std::uint64_t mixed(std::uint64_t sum, std::uint64_t word) { return (sum ^ (sum >> 29) ^ word) * kFactor; }

std::uint64_t mixed(std::uint64_t sum, const void* bytes, std::size_t n) {
    const auto* at = static_cast<const unsigned char*>(bytes);
    std::array<std::uint64_t, 4> sums{sum, sum + 1, sum + 2, sum + 3}, words;   // side by side: none waits for the product of another
    for (; n >= sizeof(words); at += sizeof(words), n -= sizeof(words)) {
        std::memcpy(words.data(), at, sizeof(words));
        for (std::size_t i = 0; i < sums.size(); ++i) sums[i] = mixed(sums[i], words[i]);
    }
    for (const std::uint64_t one : sums) sum = mixed(sum, one);
    std::uint64_t word = 0;
    for (; n >= sizeof(word); at += sizeof(word), n -= sizeof(word)) {
        std::memcpy(&word, at, sizeof(word));
        sum = mixed(sum, word);
    }
    word = 0;
    std::memcpy(&word, at, n);
    return mixed(sum, word ^ static_cast<std::uint64_t>(n) << 56);
}

std::uint64_t mixed(std::uint64_t sum, const ImDrawCmd& command) {
    sum = mixed(sum, &command.ClipRect, sizeof(command.ClipRect));
    sum = mixed(sum, static_cast<std::uint64_t>(command.GetTexID()));
    return mixed(sum, static_cast<std::uint64_t>(command.ElemCount) << 32 ^ static_cast<std::uint64_t>(command.IdxOffset) << 8 ^ command.VtxOffset);
}

}  // namespace

std::uint64_t picture_number(const ImDrawData& data, std::uint32_t background) {
    if (data.Textures)
        for (const ImTextureData* texture : *data.Textures)
            if (texture->Status != ImTextureStatus_OK) return 0;
    std::uint64_t sum = mixed(kFactor, background);
    for (const ImVec2& place : std::array{data.DisplayPos, data.DisplaySize, data.FramebufferScale}) sum = mixed(sum, &place, sizeof(place));
    for (const ImDrawList* list : data.CmdLists) {
        sum = mixed(sum, list->VtxBuffer.Data, static_cast<std::size_t>(list->VtxBuffer.size_in_bytes()));
        sum = mixed(sum, list->IdxBuffer.Data, static_cast<std::size_t>(list->IdxBuffer.size_in_bytes()));
        for (const ImDrawCmd& command : list->CmdBuffer) sum = mixed(sum, command);
    }
    return sum == 0 ? 1 : sum;
}

}  // namespace problemator::web

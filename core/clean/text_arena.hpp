// TextArena: many short texts that live as long as the arena, one behind the other in large pieces. Nothing moves, nothing is freed singly.
#pragma once
#include <algorithm>
#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "core/base/copy_bytes.hpp"

namespace problemator {

class TextArena {
public:
    /// Room for `size` bytes.
    char* take(std::size_t size) {
        if (size > left_) {
            const std::size_t piece = std::max(size, kPiece);
            pieces_.emplace_back(new char[piece]);   // not filled with zeros
            at_ = pieces_.back().get();
            left_ = piece;
        }
        char* const room = at_;
        at_ += size;
        left_ -= size;
        return room;
    }
    std::string_view keep(std::string_view text) {
        if (text.empty()) return {};
        char* const room = take(text.size());
        copy_bytes(room, text.data(), text.size());
        return {room, text.size()};
    }

private:
    static constexpr std::size_t kPiece = std::size_t{1} << 18;
    std::vector<std::unique_ptr<char[]>> pieces_;
    char* at_ = nullptr;
    std::size_t left_ = 0;
};

}  // namespace problemator

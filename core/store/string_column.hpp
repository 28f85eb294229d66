// StringColumn: many strings, each copied once. Bytes lie in pieces in the order in which they came; a row knows the place of its string,
// so that sorting moves places and not texts, and growing copies nothing.
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/copy_bytes.hpp"

namespace problemator {

class StringColumn {
public:
    StringColumn() = default;
    StringColumn(StringColumn&&) = default;
    StringColumn& operator=(StringColumn&&) = default;
    StringColumn(const StringColumn& other);           // its bytes lie in the order of the rows
    StringColumn& operator=(const StringColumn& other);

    /// A string that would pass the limit of 4 GiB is kept as an empty one.
    void push(std::string_view s) {
        char* const room = push_room(s.size());
        if (room) copy_bytes(room, s.data(), s.size());
    }
    /// "a:b" without making it first.
    void push(std::string_view a, char between, std::string_view b) {
        char* const room = push_room(a.size() + 1 + b.size());
        if (!room) return;
        copy_bytes(room, a.data(), a.size());
        room[a.size()] = between;
        copy_bytes(room + a.size() + 1, b.data(), b.size());
    }
    void push_empty(std::size_t rows) { places_.resize(places_.size() + rows); }
    /// Room for so many rows, and for so many bytes in one block.
    void reserve(std::size_t rows, std::size_t bytes = 0) {
        places_.reserve(rows);
        if (bytes > 0) add_block(bytes);
    }
    /// Row i becomes what row rows[i] was; rows that are not named are gone.
    void reorder(std::span<const std::uint32_t> rows);

    std::string_view operator[](std::size_t row) const {
        const Place place = places_[row];
        return place.size == 0 ? std::string_view{} : std::string_view{pieces_[place.start >> kPieceBits] + (place.start & (kPiece - 1)), place.size};
    }
    /// The string of a row will be looked at soon.
    void ask_for(std::size_t row) const {
        if (const Place place = places_[row]; place.size != 0) __builtin_prefetch(pieces_[place.start >> kPieceBits] + (place.start & (kPiece - 1)));
    }
    std::size_t size() const { return places_.size(); }
    /// Of all rows together.
    std::uint64_t text_bytes() const;
    friend bool operator==(const StringColumn& a, const StringColumn& b);

private:
    static constexpr unsigned kPieceBits = 16;
    static constexpr std::size_t kPiece = std::size_t{1} << kPieceBits, kMostPieces = std::size_t{1} << (32 - kPieceBits);
    struct Place { std::uint32_t start = 0, size = 0; };

    /// Adds a row of so many bytes and returns their place; nullptr when there are none.
    char* push_room(std::size_t size) {
        if (size > (pieces_.size() << kPieceBits) - end_ && !add_block(size)) size = 0;
        places_.push_back({static_cast<std::uint32_t>(end_), static_cast<std::uint32_t>(size)});
        if (size == 0) return nullptr;
        char* const room = pieces_[static_cast<std::size_t>(end_ >> kPieceBits)] + static_cast<std::size_t>(end_ & (kPiece - 1));
        end_ += size;
        return room;
    }
    bool add_block(std::size_t size);

    std::vector<Place> places_;
    std::vector<std::unique_ptr<char[]>> blocks_;      // of one piece or several
    std::vector<char*> pieces_;                        // beginnings of all pieces; the end of a block may stay unused
    std::uint64_t end_ = 0;                            // of what is used: piece number × kPiece + place in the piece
};

}  // namespace problemator

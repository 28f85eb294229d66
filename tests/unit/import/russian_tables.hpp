// Russian tables made from a seed, for the tests of detection. The words are others than those of the letter statistics' texts:
// household, trades, nature and invented places instead of municipal business.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace problemator {

class TableMaker {
public:
    explicit TableMaker(std::uint64_t seed) : state_{seed * 2654435761u + 88172645463325252u} {}

    std::uint32_t below(std::uint32_t n) {
        state_ ^= state_ << 13, state_ ^= state_ >> 7, state_ ^= state_ << 17;
        return static_cast<std::uint32_t>((state_ >> 33) % n);
    }
    /// A table of `rows` rows under a header, in UTF-8; every table has its own columns, delimiter and way of writing.
    std::string table(std::uint32_t rows);

private:
    enum class Cell { Number, Date, YesNo, Kind, Trade, Address, Sentence, Latin, Person };
    std::string cell(Cell kind);
    std::string_view pick(const std::vector<std::string_view>& words) { return words[below(static_cast<std::uint32_t>(words.size()))]; }
    std::uint64_t state_;
};

}  // namespace problemator

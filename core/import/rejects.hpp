// Rejects: the refused rows of a file as CSV with their original cells, so that they can be mended and imported again.
// Two columns stand before the original ones; the reader finds columns by name and passes over them.
#pragma once
#include <string>
#include <vector>

#include "core/base/error.hpp"
#include "core/import/csv.hpp"
#include "core/import/encoding.hpp"

namespace problemator {

class Rejects {
public:
    /// The text grows to the size of the input and 64 KiB, at most 64 MiB; rows beyond that are counted in its last line.
    Rejects(const std::vector<std::string>& headers, char delimiter, const Encoding& encoding, std::size_t input_bytes);
    void add(const CsvRow& row, const Error& error);
    /// UTF-8 with a byte order mark; empty when nothing was refused.
    std::string finish() &&;

private:
    std::string head_, text_;
    char delimiter_;
    const Encoding& encoding_;
    std::size_t most_bytes_;
    std::uint64_t left_out_ = 0;
};

}  // namespace problemator

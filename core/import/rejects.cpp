#include "core/import/rejects.hpp"

#include <algorithm>

namespace problemator {
namespace {

constexpr std::size_t kShownOfUnreadable = 1000;   // bytes of a row that could not be cut into cells
constexpr std::size_t kSpareBytes = std::size_t{64} << 10;
constexpr std::size_t kMostBytes = std::size_t{64} << 20;

}  // namespace

Rejects::Rejects(const std::vector<std::string>& headers, char delimiter, const Encoding& encoding, std::size_t input_bytes)
    : head_{"\xEF\xBB\xBF"}, delimiter_{delimiter}, encoding_{encoding}, most_bytes_{std::min(input_bytes + kSpareBytes, kMostBytes)} {
    append_csv_cell(head_, "Строка в файле", delimiter_);
    head_ += delimiter_;
    append_csv_cell(head_, "Причина отказа", delimiter_);
    for (const std::string& header : headers) {
        head_ += delimiter_;
        append_csv_cell(head_, header, delimiter_);
    }
    head_ += "\r\n";
}

void Rejects::add(const CsvRow& row, const Error& error) {
    if (left_out_ > 0) { ++left_out_; return; }
    std::string line = std::to_string(row.number), unescaped, decoded;
    line += delimiter_;
    append_csv_cell(line, describe(error, Lang::Ru), delimiter_);
    if (row.fault) {
        line += delimiter_;
        append_csv_cell(line, encoding_.decode(row.raw.substr(0, kShownOfUnreadable), decoded), delimiter_);
    } else {
        for (const CsvCell& cell : row.cells) {
            line += delimiter_;
            append_csv_cell(line, encoding_.decode(unescape(cell, unescaped), decoded), delimiter_);
        }
    }
    line += "\r\n";
    if (text_.size() + line.size() <= most_bytes_) text_ += line;
    else ++left_out_;
}

std::string Rejects::finish() && {
    if (left_out_ > 0) (text_ += delimiter_) += "Ещё отклонено строк, здесь не показанных: " + std::to_string(left_out_) + "\r\n";
    return text_.empty() ? std::string{} : head_ + text_;
}

}  // namespace problemator

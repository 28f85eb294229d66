// Reads every part of a file into plain text, for tests that compare whole tables.
#pragma once
#include <string>
#include <vector>

#include "core/import/formats.hpp"

namespace problemator::testing_parts {

struct ReadPart {
    std::string path, sheet;
    FileFormat format = FileFormat::Unknown;
    bool is_hidden = false;
    std::vector<std::string> rows;             // "3: 2026-11-09@ | 5# | текст"; kinds: # number, @ date, ~ duration, ? yes or no; "!cell_too_long"
    std::string text;                          // of a CSV member
    std::string failure;                       // "damaged XML 1:5", of the part or of the reading of its rows
    DateSystem dates = DateSystem::From1900;
};

struct ReadFile {
    std::vector<ReadPart> parts;
    std::string failure;
};

inline std::string short_error(const Error& error) {
    std::string text{fault_id(error.fault)};
    if (!error.place.column.empty()) text += " " + error.place.column;
    if (!error.piece.empty()) text += " " + error.piece;
    return text;
}

inline std::string row_text(const TableRow& row) {
    std::string text = std::to_string(row.number) + ":";
    if (row.fault) return text + " !" + std::string{fault_id(*row.fault)};
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        constexpr const char* marks[] = {"", "#", "@", "~", "?"};
        text += (i > 0 ? " | " : " ") + std::string{row.cells[i].raw} + marks[static_cast<std::size_t>(row.cells[i].kind)];
    }
    return text;
}

inline ReadFile read_parts(const std::string& bytes, const PartLimits& limits = {}, const std::string& name = "файл") {
    ReadFile file;
    FileView view;
    view.source = std::make_shared<BorrowedBytes>(bytes);
    view.path = name;
    view.limits = limits;
    const auto take = [&](TablePart&& part) {
        ReadPart read{.path = part.path, .sheet = part.sheet, .format = part.format, .is_hidden = part.is_hidden, .rows = {}, .text = {}, .failure = {}, .dates = DateSystem::From1900};
        TableRow row;
        if (part.rows) read.dates = part.rows->date_system();
        while (part.rows && part.rows->next(row)) read.rows.push_back(row_text(row));
        if (part.text && part.text->view()) read.text = *part.text->view();
        const auto failure = part.failure ? part.failure : part.rows ? part.rows->failure() : std::nullopt;
        if (failure) read.failure = short_error(*failure);
        file.parts.push_back(std::move(read));
        return true;
    };
    if (const auto error = open_parts(view, take)) file.failure = short_error(*error);
    return file;
}

}  // namespace problemator::testing_parts

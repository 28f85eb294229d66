#include "core/base/error.hpp"

#include <algorithm>

#include "core/base/text.hpp"

namespace problemator {
namespace {

struct FaultText { std::string_view id; Phrase what, remedy; };

// One row per fault: id for machines, what is wrong, what to do.
FaultText text_of(Fault fault) {
    switch (fault) {
        case Fault::Io: return {"io", {"файл не удалось прочитать или записать", "the file could not be read or written"}, {"проверьте имя, место на диске и права", "check the name, the free space and the permissions"}};
        case Fault::EmptyFile: return {"empty_file", {"файл пуст", "the file is empty"}, {"выгрузите его заново", "export it again"}};
        case Fault::NotText: return {"not_text", {"это не текстовый файл", "this is not a text file"}, {"сохраните выгрузку как CSV (UTF-8)", "save the export as CSV (UTF-8)"}};
        case Fault::NotThisFormat: return {"not_this_format", {"формат не распознан", "the format is not recognised"}, {"откройте файл в программе таблиц и сохраните как CSV (UTF-8)", "open the file in a spreadsheet program and save it as CSV (UTF-8)"}};
        case Fault::UnknownColumns: return {"unknown_columns", {"столбцы не похожи ни на одну известную выгрузку", "the columns match no known export"}, {"опишите их файлом и передайте --channel mapping.json", "describe them in a file and pass --channel mapping.json"}};
        case Fault::DuplicateColumn: return {"duplicate_column", {"столбец повторяется", "the column is repeated"}, {"оставьте один или укажите occurrence в описании канала", "keep one of them or set occurrence in the channel file"}};
        case Fault::NoRows: return {"no_rows", {"под шапкой нет строк", "there are no rows under the header"}, {"проверьте период выгрузки", "check the period of the export"}};
        case Fault::Truncated: return {"truncated", {"файл обрывается", "the file breaks off"}, {"скопируйте его заново; прочитано всё до обрыва", "copy it again; everything before the break was read"}};
        case Fault::RowTooLong: return {"row_too_long", {"строка слишком длинная", "the row is too long"}, {"проверьте кавычки и разделители в этом месте", "check the quotes and separators there"}};
        case Fault::CellTooLong: return {"cell_too_long", {"ячейка слишком длинная", "the cell is too long"}, {"проверьте кавычки в этом месте", "check the quotes there"}};
        case Fault::WrongCellCount: return {"wrong_cell_count", {"число ячеек не то, что в шапке", "the number of cells differs from the header"}, {"проверьте разделители и кавычки в этой строке", "check the separators and quotes of this row"}};
        case Fault::UnclosedQuote: return {"unclosed_quote", {"кавычка не закрыта", "a quote is not closed"}, {"закройте кавычку или удвойте её внутри текста", "close the quote, or double it inside a text"}};
        case Fault::BadEncoding: return {"bad_encoding", {"кодировка не распознана", "the encoding is not recognised"}, {"сохраните файл в UTF-8", "save the file as UTF-8"}};
        case Fault::BadDate: return {"bad_date", {"не дата", "is not a date"}, {"исправьте дату в исходной системе", "correct the date in the source system"}};
        case Fault::BadNumber: return {"bad_number", {"не число", "is not a number"}, {"исправьте значение в исходной системе", "correct the value in the source system"}};
        case Fault::BadValue: return {"bad_value", {"значение не из списка", "the value is not in the list"}, {"исправьте его или добавьте в описание канала", "correct it or add it to the channel file"}};
        case Fault::MissingValue: return {"missing_value", {"обязательное значение не заполнено", "a required value is empty"}, {"заполните его в исходной системе", "fill it in in the source system"}};
        case Fault::MissingColumn: return {"missing_column", {"нет обязательного столбца", "a required column is missing"}, {"выгрузите таблицу со всеми столбцами", "export the table with all its columns"}};
        case Fault::DuplicateKey: return {"duplicate_key", {"номер повторяется", "the number is repeated"}, {"оставлена более полная строка", "the fuller row was kept"}};
        case Fault::BadJson: return {"bad_json", {"ошибка в JSON", "the JSON is broken"}, {"проверьте скобки, кавычки и запятые в этом месте", "check brackets, quotes and commas there"}};
        case Fault::UnknownKey: return {"unknown_key", {"неизвестное слово", "an unknown word"}, {"проверьте написание", "check the spelling"}};
        case Fault::MissingKey: return {"missing_key", {"не хватает обязательного значения", "a required value is missing"}, {"добавьте его", "add it"}};
        case Fault::WrongType: return {"wrong_type", {"значение не того вида", "the value has the wrong type"}, {"исправьте значение", "correct the value"}};
        case Fault::OutOfRange: return {"out_of_range", {"значение вне допустимых границ", "the value is out of range"}, {"исправьте значение", "correct the value"}};
        case Fault::NotASnapshot: return {"not_a_snapshot", {"это не снимок Проблематора", "this is not a Problemator snapshot"}, {"выберите файл .pmsnap или соберите его заново", "choose a .pmsnap file or build it again"}};
        case Fault::NewerSnapshot: return {"newer_snapshot", {"снимок сделан более новой версией", "the snapshot was made by a newer version"}, {"обновите программу", "update the program"}};
        case Fault::BadChecksum: return {"bad_checksum", {"контрольная сумма не сходится", "the checksum does not match"}, {"файл повреждён: возьмите копию или соберите снимок заново", "the file is damaged: take a copy or build the snapshot again"}};
        case Fault::BadSnapshot: return {"bad_snapshot", {"снимок повреждён", "the snapshot is damaged"}, {"возьмите копию или соберите снимок заново", "take a copy or build the snapshot again"}};
        case Fault::TooLarge: return {"too_large", {"слишком много данных", "too much data"}, {"разделите файл на части", "split the file"}};
        case Fault::Damaged: return {"damaged", {"файл повреждён", "the file is damaged"}, {"скопируйте или выгрузите его заново; прочитанное до этого места цело", "copy or export it again; what was read before this place is good"}};
        case Fault::Encrypted: return {"encrypted", {"файл защищён паролем", "the file is protected by a password"}, {"откройте его с паролем и сохраните без пароля", "open it with the password and save it without one"}};
        case Fault::UnknownArchive: return {"unknown_archive", {"архив этого вида не читается", "archives of this kind are not read"}, {"распакуйте его и загрузите файлы или сожмите их в обычный ZIP", "unpack it and load the files, or pack them as a plain ZIP"}};
        case Fault::NotATable: return {"not_a_table", {"в таком файле нет таблицы", "such a file holds no table"}, {"выгрузите таблицу из системы в XLSX или CSV", "export a table from the system as XLSX or CSV"}};
        case Fault::BadArgument: return {"bad_argument", {"неверный параметр", "a wrong argument"}, {"смотрите --help", "see --help"}};
        case Fault::WrongKey: return {"wrong_key", {"ключ не подходит: файл закрыт другим, сам он цел", "the key does not fit: the file was sealed with another one and is whole itself"}, {"проверьте ключ, раскладку и регистр букв", "check the key, the keyboard layout and the case of letters"}};
        case Fault::PersonalData: return {"personal_data", {"похоже на персональные данные", "looks like personal data"}, {"уберите их перед публикацией", "remove them before publishing"}};
    }
    return {"unknown", {"неизвестная ошибка", "unknown error"}, {"сообщите разработчикам", "tell the developers"}};
}

/// What Place::column names: a section of a snapshot, an option, a place inside a JSON file, or a column of a table.
Phrase column_kind(const Error& error) {
    switch (error.fault) {
        case Fault::NotASnapshot: case Fault::NewerSnapshot: case Fault::BadChecksum: case Fault::BadSnapshot: return {"раздел ", "section "};
        case Fault::BadArgument: return {"параметр ", "option "};
        case Fault::TooLarge: return {"предел ", "limit "};
        case Fault::BadJson: case Fault::UnknownKey: case Fault::MissingKey: case Fault::WrongType: return {"ключ ", "key "};
        default: return {"столбец ", "column "};
    }
}

std::string place_text(const Error& error, Lang lang) {
    const Place& place = error.place;
    const bool ru = lang == Lang::Ru;
    std::string out = place.file;
    const auto add = [&](const std::string& part) { out += (out.empty() ? "" : ", ") + part; };
    if (place.row > 0) add((ru ? "строка " : "row ") + std::to_string(place.row));
    if (!place.column.empty()) add(std::string{column_kind(error).in(lang)} + (ru ? "«" : "“") + place.column + (ru ? "»" : "”"));
    return out;
}

/// Patterns of dates are written in neutral letters ("DD.MM.YYYY"); people read them in their own. Anything else stays as it is.
std::string shown_pattern(std::string_view pattern, Lang lang) {
    struct Letters { std::string_view neutral, ru; };
    static constexpr Letters kLetters[] = {{"DD", "ДД"}, {"MM", "ММ"}, {"YYYY", "ГГГГ"}, {"YY", "ГГ"}, {"MON", "МЕС"}, {"hh", "чч"}, {"mm", "мм"}, {"ss", "сс"}, {"AM", "AM"}};
    std::string out;
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    for (std::size_t at = 0; at < pattern.size();) {
        std::size_t end = at;
        while (end < pattern.size() && is_letter(pattern[end])) ++end;
        if (end == at) { out += pattern[at++]; continue; }
        const std::string_view word = pattern.substr(at, end - at);
        const auto known = std::find_if(std::begin(kLetters), std::end(kLetters), [&](const Letters& l) { return l.neutral == word; });
        if (known == std::end(kLetters)) return std::string{pattern};
        out += lang == Lang::Ru ? known->ru : word;
        at = end;
    }
    return out;
}

}  // namespace

std::string_view fault_id(Fault fault) { return text_of(fault).id; }
Phrase remedy(Fault fault) { return text_of(fault).remedy; }

std::string describe(const Error& error, Lang lang) {
    const bool ru = lang == Lang::Ru;
    const FaultText text = text_of(error.fault);
    std::string out = place_text(error, lang);
    if (!out.empty()) out += ": ";
    if (!error.piece.empty() && error.piece != error.place.column) out += (ru ? "«" : "“") + shorten(error.piece, 80) + (ru ? "» — " : "” — ");
    out += text.what.in(lang);
    if (!error.expected.empty()) out += (ru ? "; ожидается " : "; expected ") + (error.fault == Fault::BadDate ? shown_pattern(error.expected, lang) : error.expected);
    out += (ru ? "; " : "; ") + std::string{text.remedy.in(lang)};
    return out;
}

}  // namespace problemator

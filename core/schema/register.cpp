#include "core/schema/register.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "core/base/text.hpp"
#include "core/schema/fields.hpp"

namespace problemator {
namespace {

struct Entry { RegisterRow cells; std::string key; std::uint32_t file = 0, row = 0; };

std::string written(const RegisterCell& cell) {
    if (cell.day != kNoDay) return std::to_string(cell.day);
    if (cell.answer != Answer::Unknown) return cell.answer == Answer::Yes ? "yes" : "no";
    return cell.number ? shown_number(*cell.number) : cell.text;
}

std::string key_of(const RegisterForm& form, const RegisterRow& cells) {
    std::string key;
    for (const std::string& id : form.key)
        if (const auto field = form.find(id)) key += fold(written(cells[*field])) + '\n';
    return key;
}

Day last_day(const RegisterRow& cells) {
    Day last = kNoDay;
    for (const RegisterCell& cell : cells) last = std::max(last, cell.day);
    return last;
}

/// The day on which the entry was written, where its form has a date of that name: the newer one is right, whatever days it speaks of.
Day changed_on(const RegisterForm& form, const RegisterRow& cells) {
    const auto field = form.find("changed");
    return field ? cells[*field].day : kNoDay;
}

/// What decides between two entries of one key; the text makes the order total.
std::tuple<Day, Day, std::size_t, std::string> weight(const RegisterForm& form, const RegisterRow& cells) {
    std::size_t given = 0;
    std::string all;
    for (const RegisterCell& cell : cells) {
        given += cell.is_given() ? 1u : 0u;
        all += written(cell) + '\n';
    }
    return {changed_on(form, cells), last_day(cells), given, std::move(all)};
}

enum class Change : std::uint8_t { None, Some };

Change join(const RegisterForm& form, Entry& kept, Entry other) {
    const RegisterRow before = kept.cells;
    if (weight(form, kept.cells) < weight(form, other.cells)) std::swap(kept, other);
    for (std::size_t i = 0; i < kept.cells.size(); ++i)
        if (!kept.cells[i].is_given()) kept.cells[i] = std::move(other.cells[i]);
    return kept.cells == before ? Change::None : Change::Some;
}

Day day_of(const RegisterForm& form, const RegisterRow& cells) {
    for (const std::string* id : {&form.period, &form.from})
        if (const auto field = form.find(*id); field && cells[*field].day != kNoDay) return cells[*field].day;
    return kNoDay;
}

std::vector<Entry> entries_of(const Register& from) {
    std::vector<Entry> entries;
    for (std::size_t i = 0; i < from.rows(); ++i) {
        Entry entry{from.entry(i), {}, from.file[i], from.row[i]};
        entry.key = key_of(from.form, entry.cells);
        entries.push_back(std::move(entry));
    }
    return entries;
}

Register register_of(const RegisterForm& form, std::vector<Entry> entries) {
    std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
        return std::pair{day_of(form, a.cells), std::string_view{a.key}} < std::pair{day_of(form, b.cells), std::string_view{b.key}};
    });
    Register out{form};
    for (const Entry& entry : entries) out.append(entry.cells, entry.file, entry.row);
    return out;
}

}  // namespace

Register::Register(RegisterForm of) : form{std::move(of)}, columns(form.fields.size()) {}

RegisterCell Register::cell(std::size_t field, std::size_t at) const {
    const RegisterColumn& column = columns[field];
    switch (form.fields[field].type) {
        case ValueType::Date: return {.day = column.days[at]};
        case ValueType::YesNo: return {.answer = column.answers[at]};
        case ValueType::Number: return {.number = column.numbers[at]};
        case ValueType::Text: case ValueType::Category: case ValueType::Link: case ValueType::MessageKey: break;
    }
    return {.text = column.texts[at]};
}

RegisterRow Register::entry(std::size_t at) const {
    RegisterRow cells;
    cells.reserve(columns.size());
    for (std::size_t field = 0; field < columns.size(); ++field) cells.push_back(cell(field, at));
    return cells;
}

void Register::append(const RegisterRow& cells, std::uint32_t from_file, std::uint32_t from_row) {
    for (std::size_t field = 0; field < columns.size(); ++field) {
        RegisterColumn& column = columns[field];
        switch (form.fields[field].type) {
            case ValueType::Date: column.days.push_back(cells[field].day); break;
            case ValueType::YesNo: column.answers.push_back(cells[field].answer); break;
            case ValueType::Number: column.numbers.push_back(cells[field].number); break;
            case ValueType::Text: case ValueType::Category: case ValueType::Link: case ValueType::MessageKey: column.texts.push_back(cells[field].text); break;
        }
    }
    file.push_back(from_file);
    row.push_back(from_row);
}

RegisterMerge merge_register(std::vector<Register>& all, const Register& more) {
    const auto place = std::lower_bound(all.begin(), all.end(), more.form.id, [](const Register& r, const std::string& id) { return r.form.id < id; });
    const bool is_known = place != all.end() && place->form.id == more.form.id;
    std::vector<Entry> kept = is_known ? entries_of(*place) : std::vector<Entry>{};
    std::unordered_map<std::string, std::size_t> by_key;
    for (std::size_t i = 0; i < kept.size(); ++i) by_key.emplace(kept[i].key, i);
    RegisterMerge merge;
    for (Entry& entry : entries_of(more)) {
        const auto [found, is_new] = by_key.emplace(entry.key, kept.size());
        if (is_new) {
            kept.push_back(std::move(entry));
            ++merge.added;
        } else {
            ++(join(more.form, kept[found->second], std::move(entry)) == Change::Some ? merge.updated : merge.duplicate);
        }
    }
    Register joined = register_of(more.form, std::move(kept));
    if (is_known) *place = std::move(joined);
    else all.insert(place, std::move(joined));
    return merge;
}

const Register* find_register(const std::vector<Register>& all, std::string_view form_id) {
    for (const Register& one : all)
        if (one.form.id == form_id) return &one;
    return nullptr;
}

}  // namespace problemator

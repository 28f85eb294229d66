#include "core/schema/embedded.hpp"

#include "core/base/nearest.hpp"

namespace problemator {
namespace {

constexpr std::string_view kEnding = ".json";

std::string_view id_of(const EmbeddedFile& file) {
    return file.name.ends_with(kEnding) ? file.name.substr(0, file.name.size() - kEnding.size()) : file.name;
}

}  // namespace

std::optional<EmbeddedFile> find_embedded(std::span<const EmbeddedFile> files, std::string_view id) {
    for (const auto& file : files)
        if (id_of(file) == id) return file;
    return std::nullopt;
}

std::vector<std::string> embedded_ids(std::span<const EmbeddedFile> files) {
    std::vector<std::string> ids;
    ids.reserve(files.size());
    for (const auto& file : files) ids.emplace_back(id_of(file));
    return ids;
}

Result<Profile> builtin_profile(std::string_view id) {
    const auto file = find_embedded(embedded_municipalities(), id);
    if (file) return read_profile(file->text, file->name);
    std::vector<std::string_view> known;
    for (const auto& candidate : embedded_municipalities()) known.push_back(id_of(candidate));
    return Error{.fault = Fault::BadArgument, .piece = std::string{id}, .expected = nearest_word(id, known)};
}

Result<WorkCalendar> builtin_calendar() {
    const auto file = find_embedded(embedded_calendars(), "ru");
    if (file) return WorkCalendar::read(file->text, file->name);
    return Error{.fault = Fault::Io, .place = {.file = "ru.json"}};
}

}  // namespace problemator

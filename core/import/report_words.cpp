#include "core/import/report_words.hpp"

#include "core/import/channel.hpp"

namespace problemator {
namespace {

struct Named { std::string_view id; Phrase words; };

constexpr Named kGuesses[] = {
    {"format", {"формат", "format"}}, {"time_zone", {"часовой пояс времени в файле", "time zone of the file"}}, {"encoding", {"кодировка", "encoding"}}, {"delimiter", {"разделитель", "delimiter"}},
    {"header_row", {"строка заголовков", "header row"}}, {"channel", {"система", "system"}}, {"date_order", {"порядок дат", "order of dates"}},
    {"decimal", {"знак дроби", "decimal sign"}}, {"sheet", {"лист", "sheet"}}, {"dates", {"система дат", "date system"}},
};

constexpr Named kPrivacy[] = {
    {"phone", {"телефоны", "telephone numbers"}}, {"email", {"адреса почты", "e-mail addresses"}}, {"name", {"имена", "names"}},
    {"snils", {"СНИЛС", "SNILS numbers"}}, {"passport", {"паспорта", "passports"}}, {"inn", {"ИНН", "INN numbers"}}, {"card", {"номера карт", "card numbers"}},
    {"account", {"номера счетов", "account numbers"}}, {"address", {"точные адреса", "exact addresses"}}, {"profile", {"страницы в соцсетях", "social network pages"}},
    {"plate", {"номера машин", "vehicle plates"}}, {"birth_date", {"даты рождения", "birth dates"}},
};

template <std::size_t N>
std::string words_of(const Named (&names)[N], const std::string& id, Lang lang) {
    for (const Named& named : names)
        if (named.id == id) return std::string{named.words.in(lang)};
    return id;
}

struct ClockWords { std::string_view id; Phrase words; };
constexpr ClockWords kClocks[kClockFaults] = {
    {"closed_before_received", {"закрыто раньше, чем получено", "closed before it was received"}},
    {"answered_before_received", {"ответ раньше, чем получено", "answered before it was received"}},
    {"registered_before_received", {"зарегистрировано раньше, чем получено", "registered before it was received"}},
    {"due_before_received", {"срок раньше, чем получено", "due before it was received"}},
    {"received_in_future", {"получено в будущем", "received in the future"}},
    {"closed_in_future", {"закрыто в будущем", "closed in the future"}},
    {"forwarded_before_received", {"переадресовано раньше, чем получено", "forwarded before it was received"}},
};

}  // namespace

std::string channel_words(const FileReport& file, Lang lang) {
    for (const Channel& channel : builtin_channels())
        if (channel.id == file.channel_id) return std::string{channel.name(lang)};
    return file.channel_id;
}

std::string_view clock_fault_id(ClockFault fault) { return kClocks[static_cast<std::size_t>(fault)].id; }
Phrase clock_fault_words(ClockFault fault) { return kClocks[static_cast<std::size_t>(fault)].words; }
std::string guess_words(const std::string& about, Lang lang) { return words_of(kGuesses, about, lang); }
std::string privacy_words(const std::string& kind, Lang lang) { return words_of(kPrivacy, kind, lang); }

}  // namespace problemator

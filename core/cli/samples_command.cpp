// problemator samples: arguments, files on disk, progress.
#include <charconv>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "core/base/format.hpp"
#include "core/cli/console.hpp"
#include "core/cli/files.hpp"
#include "core/cli/sample_registers.hpp"
#include "core/cli/samples.hpp"
#include "core/cli/source.hpp"

namespace problemator::cli {
namespace {

constexpr Phrase kHelp{
    "problemator samples --profile ID|ФАЙЛ --out ПАПКА [--seed N] [--rows N] [--years N] [--last-day ГГГГ-ММ-ДД]\n\n"
    "Учебные выгрузки в настоящих раскладках: pos_ГОД.csv (ПОС), im_ГОД.csv (Инцидент менеджмент), fz59_ГОД.csv (реестр 59-ФЗ)\n"
    "и реестры reg_*.csv (страницы, решения, дорожные карты, автоконтроль, слушания и другие).\n"
    "Всё в них вымышлено. Заложенные проблемы перечислены в planted/planted.json.\n\n"
    "  --profile   id из поставки или файл .json (по умолчанию oktyabrskoe)\n"
    "  --out       папка, куда писать\n"
    "  --seed      число; одно и то же даёт одни и те же байты (по умолчанию 1)\n"
    "  --rows      примерное число строк всего, до 100000000; иначе обычный объём муниципалитета\n"
    "  --years     сколько лет, от 1 до 20 (по умолчанию 3)\n"
    "  --last-day  последний день (по умолчанию 2026-11-15)",
    "problemator samples --profile ID|FILE --out DIR [--seed N] [--rows N] [--years N] [--last-day YYYY-MM-DD]\n\n"
    "Synthetic exports in the real layouts: pos_YEAR.csv (POS), im_YEAR.csv (incident management), fz59_YEAR.csv (59-FZ register)\n"
    "and registers reg_*.csv (pages, decisions, road maps, automatic control, hearings and others).\n"
    "Everything in them is invented. The planted problems are listed in planted/planted.json.\n\n"
    "  --profile   a built-in id or a .json file (default oktyabrskoe)\n"
    "  --out       folder to write to\n"
    "  --seed      a number; the same one gives the same bytes (default 1)\n"
    "  --rows      about so many rows in all, up to 100000000; otherwise the usual volume of the municipality\n"
    "  --years     how many years, 1 to 20 (default 3)\n"
    "  --last-day  the last day (default 2026-11-15)"};

struct Arguments { SampleOptions options; std::string out; bool wants_help = false; };

Error wrong(std::string_view piece, std::string expected) { return {.fault = Fault::BadArgument, .piece = std::string{piece}, .expected = std::move(expected)}; }

template <class Number>
Result<Number> read_count(std::string_view name, std::string_view text) {
    Number value{};
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (fault != std::errc{} || end != text.data() + text.size()) return wrong(std::string{name} + " " + std::string{text}, "1000");
    return value;
}

Result<Nothing> take(std::string_view name, std::string_view value, Arguments& arguments) {
    if (name == "--profile") return arguments.options.profile_id = value, Nothing{};
    if (name == "--out") return arguments.out = value, Nothing{};
    if (name == "--lang") return Nothing{};   // main has read it already
    if (name == "--seed") {
        TRY(arguments.options.seed, read_count<std::uint64_t>(name, value));
    } else if (name == "--rows") {
        TRY(arguments.options.rows, read_count<std::uint64_t>(name, value));
    } else if (name == "--years") {
        TRY(arguments.options.years, read_count<int>(name, value));
    } else if (name == "--last-day") {
        const auto minute = value.size() == 10 ? parse_iso_minute(value) : std::nullopt;
        if (!minute) return wrong(value, "2026-11-15");
        arguments.options.last_day = day_from_minute(*minute);
    } else {
        return wrong(name, "--profile, --out, --seed, --rows, --years, --last-day");
    }
    return Nothing{};
}

Result<Arguments> read_arguments(std::span<const std::string_view> args) {
    Arguments arguments;
    for (std::size_t i = 0; i < args.size(); ++i) {
        if (args[i] == "--help" || args[i] == "-h") return arguments.wants_help = true, arguments;
        const std::size_t equals = args[i].find('=');
        const std::string_view name = args[i].substr(0, equals);
        if (equals == std::string_view::npos && i + 1 == args.size()) return wrong(name, std::string{name} + " …");
        const std::string_view value = equals == std::string_view::npos ? args[++i] : args[i].substr(equals + 1);
        TRY([[maybe_unused]] const auto taken, take(name, value, arguments));
    }
    if (arguments.out.empty()) return wrong("--out", "--out build/samples");
    return arguments;
}

/// Files of one folder, opened on their first piece.
class Folder {
public:
    explicit Folder(std::filesystem::path folder) : folder_{std::move(folder)} {}
    bool append(std::string_view name, std::string_view bytes) {
        auto [found, is_new] = files_.try_emplace(std::string{name});
        if (is_new) found->second.open(folder_ / name, std::ios::binary | std::ios::trunc);
        found->second.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        return static_cast<bool>(found->second);
    }
    bool close() {
        bool is_good = true;
        for (auto& [name, file] : files_) {
            file.close();
            is_good &= !file.fail();
        }
        return is_good;
    }

private:
    std::filesystem::path folder_;
    std::map<std::string, std::ofstream> files_;
};

Result<Planted> write_samples(const Arguments& arguments) {
    TRY(const auto chosen, load_profile(arguments.options.profile_id));
    std::error_code failed;
    std::filesystem::create_directories(arguments.out, failed);
    Folder folder{arguments.out};
    Progress progress{say({"Учебные выгрузки", "Sample exports"})};
    auto planted = make_samples(chosen.profile, arguments.options, [&](auto name, auto bytes) { return folder.append(name, bytes); },
                                [&](auto done, auto all) { progress.at(done, all); });
    if (planted) {
        const auto registers = make_sample_registers(chosen.profile, arguments.options, *planted, [&](auto name, auto bytes) { return folder.append(name, bytes); });
        if (!registers) return Error{.fault = Fault::Io, .place = {.file = arguments.out}};
    }
    if (planted && !folder.close()) return Error{.fault = Fault::Io, .place = {.file = arguments.out}};
    if (!planted) {
        Error error = planted.error();
        if (error.fault == Fault::Io) error.place.file = arguments.out;
        return error;
    }
    TRY([[maybe_unused]] const auto written, write_file(std::filesystem::path{arguments.out} / "planted" / "planted.json", planted_json(*planted, arguments.options)));
    constexpr Counted rows{"строка", "строки", "строк", "row", "rows"};
    constexpr Counted files{"файл", "файла", "файлов", "file", "files"};
    progress.done(format_counted(static_cast<std::int64_t>(planted->rows), rows, language()) + ", " +
                  format_counted(static_cast<std::int64_t>(planted->files.size()), files, language()) + ", " + arguments.out);
    return planted;
}

}  // namespace

std::string planted_json(const Planted& planted, const SampleOptions& options) {
    using nlohmann::ordered_json;
    ordered_json problems = ordered_json::array(), files = ordered_json::array();
    for (const auto& p : planted.problems)
        problems.push_back({{"id", p.id}, {"territory", p.territory}, {"block", p.block}, {"topic", p.topic}, {"first_week", format_week_key(p.first_week)},
                            {"last_week", format_week_key(p.last_week)}, {"extra_per_week", p.extra_per_week}, {"growth_per_week", p.growth_per_week}, {"single_every_weeks", p.single_every_weeks},
                            {"cause", p.cause}, {"in_last_week", p.in_last_week}});
    for (const auto& f : planted.files) files.push_back({{"name", f.name}, {"encoding", f.encoding}, {"rows", f.rows}});
    const ordered_json root = {
        {"profile", options.profile_id}, {"seed", options.seed}, {"first_day", format_iso_day(planted.first_day)}, {"last_day", format_iso_day(planted.last_day)},
        {"as_of", format_iso_minute(planted.as_of)}, {"rows", planted.rows}, {"slow_department", planted.slow_department}, {"problems", problems},
        {"dirty", {{"bad_dates", planted.bad_dates}, {"missing_topics", planted.missing_topics}, {"unknown_topics", planted.unknown_topics}, {"exact_duplicates", planted.exact_duplicates}}},
        {"linked_appeals", planted.linked_appeals}, {"phone_fragments", planted.phone_fragments}, {"rated", planted.rated}, {"closed", planted.closed},
        {"open", planted.open}, {"repeats", planted.repeats}, {"files", files}};
    return root.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

int run_samples(std::span<const std::string_view> args) {
    const auto arguments = read_arguments(args);
    if (!arguments) return complain(arguments.error()), code(Exit::BadArguments);
    if (arguments->wants_help) return print(say(kHelp)), code(Exit::Ok);
    const auto planted = write_samples(*arguments);
    if (planted) return code(Exit::Ok);
    complain(planted.error());
    return code(planted.error().fault == Fault::BadArgument ? Exit::BadArguments : Exit::Failed);
}

}  // namespace problemator::cli

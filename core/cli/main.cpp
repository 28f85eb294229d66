// problemator: the command line. Every command has --help in Russian and English; exit codes are in the main help.
#include <CLI/CLI.hpp>

#include <algorithm>

#include "core/cli/cluster_command.hpp"
#include "core/cli/commands.hpp"
#include "core/cli/detect_command.hpp"
#include "core/cli/forecast_command.hpp"
#include "core/cli/hotspots_command.hpp"
#include "core/cli/privacy.hpp"
#include "core/cli/rate_command.hpp"
#include "core/cli/samples.hpp"
#include "core/cli/survive_command.hpp"

namespace {

using namespace problemator;
using namespace problemator::cli;

std::string text(const Phrase& phrase) { return std::string{say(phrase)}; }

void add_overrides(CLI::App& command, OverrideOptions& o) {
    command.add_option("--encoding", o.encoding, text({"кодировка файлов: utf-8, windows-1251, koi8-r, ibm866, x-mac-cyrillic, utf-16le; без неё — по содержимому", "encoding of the files: utf-8, windows-1251, koi8-r, ibm866, x-mac-cyrillic, utf-16le; default: by the content"}));
    command.add_option("--delimiter", o.delimiter, text({"разделитель столбцов CSV: «;», «,», tab или «|»", "delimiter of CSV columns: \";\", \",\", tab or \"|\""}));
    command.add_option("--header-row", o.header_row, text({"в какой строке шапка (считая с 1)", "the row of the header (from 1)"}));
    command.add_option("--channel-id", o.channel_id, text({"каким каналом считать файлы: pos, im, fz59 …", "the channel of the files: pos, im, fz59 …"}));
    command.add_option("--sheet", o.sheet, text({"какой лист книги читать", "the sheet of a workbook to read"}));
    command.add_option("--date-order", o.date_order, text({"порядок в датах: dmy, mdy или ymd — там, где канал его не задаёт", "order of dates: dmy, mdy or ymd, where the channel does not say"}));
}

void add_inputs(CLI::App& command, InputOptions& o, bool required) {
    command.add_option("--profile", o.profile, text({"муниципалитет: id из поставки или файл .json", "municipality: a built-in id or a .json file"}))->capture_default_str();
    auto* inputs = command.add_option("--input", o.inputs, text({"файлы и папки с выгрузками: CSV, XLSX, XLS, ODS, JSON, HTML, ZIP", "export files and folders: CSV, XLSX, XLS, ODS, JSON, HTML, ZIP"}));
    if (required) inputs->required();
    command.add_option("--channel", o.channels, text({"описание столбцов неизвестной выгрузки (docs/formats.md)", "mapping file of an unknown export (docs/formats.md)"}));
    command.add_option("--places", o.places, text({"свои места в GeoJSON: точки улиц и домов, границы территорий", "own places as GeoJSON: points of streets and houses, outlines of territories"}));
    command.add_option("--as-of", o.as_of, text({"момент среза, например 2026-11-16; по умолчанию — после последнего сообщения", "moment of the snapshot, e.g. 2026-11-16; default: after the last message"}));
    add_overrides(command, o.overrides);
}

void add_key(CLI::App& command, KeyOptions& o, const Phrase& file) {
    command.add_option("--key-file", o.file, text(file));
    command.add_option("--key-env", o.env, text({"или имя переменной окружения, в которой лежит этот ключ", "or the name of a variable of the environment that holds this key"}));
}

void add_build(CLI::App& app, BuildOptions& o) {
    auto& c = *app.add_subcommand("build", text({"собрать сайт из выгрузок", "build the site from exports"}));
    add_inputs(c, o.input, true);
    c.add_option("--out", o.out, text({"папка сайта; прежние недели в ней остаются", "folder of the site; earlier weeks in it stay"}))->required();
    c.add_flag("--single-file", o.single_file, text({"ещё и dashboard.html: всё в одном файле", "also dashboard.html: everything in one file"}));
    c.add_flag("--internal", o.internal, text({"для своих: рядом с сайтом — снимок с текстами, закрытый ключом (--key-file, --key-env)", "for insiders: a snapshot with texts beside the site, sealed with a key (--key-file, --key-env)"}));
    add_key(c, o.key, {"файл с ключом для --internal, не короче 12 знаков", "file with the key of --internal, at least 12 characters"});
    c.add_flag("--unencrypted", o.unencrypted, text({"с --internal вместо ключа: тексты открыты всем, у кого есть папка (не для публикации)", "with --internal instead of a key: texts are open to all who have the folder (not for publishing)"}));
    c.add_flag("--masked-texts", o.masked_texts, text({"тексты остаются и на публикуемом сайте; имена, телефоны, адреса в них скрыты масками", "texts stay in the published site, with names, telephones and addresses masked"}));
    c.add_option("--allow-personal", o.allow_personal, text({"список просмотренных находок: это не персональные данные (docs/formats.md)", "list of reviewed finds that are no personal data (docs/formats.md)"}));
    c.add_flag("--strict", o.strict, text({"код 3, если отклонена хотя бы одна строка", "exit code 3 when any row was rejected"}));
    c.add_option("--app", o.app, text({"папка приложения браузера; по умолчанию — рядом с программой", "folder of the browser app; default: beside the program"}));
    c.add_option("--views", o.views, text({"файл именованных видов: сайт покажет их всем (docs/formats.md)", "file of named views: the site shows them to everybody (docs/formats.md)"}));
    c.add_option("--sections", o.sections, text({"файл разделов, собранных читателем: сайт получит вкладку «Разделы»", "file of sections that a reader composed: the site gets the tab “Sections”"}));
    c.add_flag("--no-data", o.no_data, text({"программа без данных: читатель сам откроет в ней выгрузки; --input станут учебными данными", "the program without data: readers open exports themselves; --input become the sample data"}));
}

void add_check(CLI::App& app, CheckOptions& o) {
    auto& c = *app.add_subcommand("check", text({"проверить выгрузки, ничего не создавая", "check exports without building anything"}));
    add_inputs(c, o.input, false);
    c.add_flag("--json", o.json, text({"отчёт в JSON", "report as JSON"}));
    c.add_option("--suggest", o.suggest, text({"неизвестная выгрузка: предложить описание её столбцов", "an unknown export: propose a mapping of its columns"}));
    c.add_option("--out", o.suggest_out, text({"файл для предложенного описания; без него — на экран", "file for the proposed mapping; default: to the screen"}));
    c.add_option("--privacy", o.privacy, text({"папка сайта, .pmsnap или dashboard.html: доказать, что персональных данных в них нет", "folder of a site, a .pmsnap or dashboard.html: prove that it holds no personal data"}));
    c.add_option("--allow-personal", o.allow_personal, text({"список просмотренных находок (docs/formats.md)", "list of reviewed finds (docs/formats.md)"}));
    c.add_option("--previous", o.previous, text({"прошлый снимок .pmsnap: сказать, что изменилось", "an earlier .pmsnap: say what changed since"}));
    c.add_option("--rejects", o.rejects, text({"папка для отклонённых строк (CSV с исходными ячейками)", "folder for rejected rows (CSV with the original cells)"}));
}

void add_query(CLI::App& app, QueryOptions& o) {
    auto& c = *app.add_subcommand("query", text({"посчитать: группы, сводные таблицы, ряды", "count: groups, pivots, series"}));
    add_inputs(c, o.input, false);
    c.add_option("--snapshot", o.snapshot, text({"файл снимка .pmsnap вместо --input", "a .pmsnap snapshot instead of --input"}));
    add_key(c, o.key, {"файл с ключом снимка .pmseal", "file with the key of a .pmseal snapshot"});
    c.add_option("--group-by", o.group_by, text({"channel, block, topic, territory, department, status, week, month, weekday, hour …", "channel, block, topic, territory, department, status, week, month, weekday, hour …"}))->required();
    c.add_option("--across", o.across, text({"вторая ось: сводная таблица", "second axis: a pivot table"}));
    c.add_option("--measure", o.measures, text({"count, in_time_share, overdue_now, median_reply, satisfaction, repeat_share …", "count, in_time_share, overdue_now, median_reply, satisfaction, repeat_share …"}))->capture_default_str();
    c.add_option("--filter", o.filters, text({"условие: block=zhkh,dorogi · from=2026-01-01 · until=2026-07-01 · with=overdue_now", "condition: block=zhkh,dorogi · from=2026-01-01 · until=2026-07-01 · with=overdue_now"}));
    c.add_option("--format", o.format, text({"table, csv или json", "table, csv or json"}))->check(CLI::IsMember({"table", "csv", "json"}))->capture_default_str();
}

void add_snapshot(CLI::App& app, SnapshotOptions& o) {
    auto& c = *app.add_subcommand("snapshot", text({"собрать из выгрузок файл снимка для себя (с текстами)", "make a snapshot file of exports for oneself (with texts)"}));
    add_inputs(c, o.input, true);
    c.add_option("--out", o.out, text({"файл .pmsnap", "a .pmsnap file"}))->required();
    c.add_option("--into", o.into, text({"прежний снимок .pmsnap: его сообщения остаются, выгрузки добавляются", "an earlier .pmsnap: its messages stay, the exports are merged in"}));
    c.add_flag("--published", o.published, text({"без текстов, точных мест и всего, что говорит о людях", "without texts, exact places and everything about persons"}));
}

void add_verify_and_serve(CLI::App& app, VerifyOptions& v, ServeOptions& s) {
    auto& verify = *app.add_subcommand("verify", text({"проверить целость снимка", "check that a snapshot is whole"}));
    verify.add_option("snapshot", v.snapshot, text({"файл .pmsnap", "a .pmsnap file"}))->required();
    verify.add_flag("--json", v.json, text({"ответ в JSON", "answer as JSON"}));
    auto& serve = *app.add_subcommand("serve", text({"показать папку сайта на этом компьютере", "serve the folder of a site on this machine"}));
    serve.add_option("folder", s.folder, text({"папка сайта", "folder of the site"}))->required();
    serve.add_option("--port", s.port, text({"порт; 0 — любой свободный", "port; 0 = any free one"}))->check(CLI::Range(0, 65535))->capture_default_str();
    serve.add_option("--host", s.host, text({"адрес; по умолчанию только этот компьютер", "address; by default this machine only"}))->capture_default_str();
}

void add_hotspots(CLI::App& app, HotspotsOptions& o) {
    auto& c = *app.add_subcommand("hotspots", text({"проблемные точки и причины роста по простой таблице CSV (docs/formats.md)", "hot spots and what a rise is made of, from a plain CSV (docs/formats.md)"}));
    const std::vector<std::string> methods{std::begin(kHotspotMethods), std::end(kHotspotMethods)};
    c.add_option("--method", o.method, text({"что посчитать", "what to compute"}))->required()->check(CLI::IsMember(methods));
    c.add_option("--cells", o.cells, text({"CSV: место, неделя, число", "CSV: place, week, count"}));
    c.add_option("--points", o.points, text({"или CSV: по строке на точку", "or a CSV with one row per point"}));
    c.add_option("--denominator", o.denominator, text({"точки, с которыми сравнить (kde): все сообщения или жители", "points to compare with (kde): all messages or inhabitants"}));
    c.add_option("--out", o.out, text({"файл CSV; без него — на экран", "a CSV file; default: to the screen"}));
    c.add_option("--nearest", o.nearest, text({"сколько ближайших мест — соседи или зона", "how many nearest places are neighbours or a zone"}))->check(CLI::Range(1, 1000))->capture_default_str();
    c.add_option("--band", o.band_metres, text({"или соседи — все в пределах стольких метров (gi, emerging)", "or neighbours are all within so many metres (gi, emerging)"}))->check(CLI::Range(0.0, 1e7));
    c.add_flag("--without-self", o.without_self, text({"Gi вместо Gi*", "Gi instead of Gi*"}));
    c.add_option("--replicas", o.replicas, text({"сколько перестановок; 0 — p по нормальному распределению", "how many permutations; 0 = p of the normal distribution"}))->check(CLI::Range(0, 99'999))->capture_default_str();
    c.add_option("--weeks", o.max_weeks, text({"самое длинное окно сканирования, недель", "longest window of a scan, weeks"}))->check(CLI::Range(1, 520))->capture_default_str();
    c.add_option("--q", o.false_share, text({"какая доля ложных допустима в неделе (emerging)", "share of false alarms accepted in a week (emerging)"}))->check(CLI::Range(0.0, 1.0))->capture_default_str();
    c.add_option("--bandwidth", o.bandwidth_metres, text({"радиус сглаживания, м", "bandwidth, metres"}))->check(CLI::Range(1.0, 1e6))->capture_default_str();
    c.add_option("--cell", o.cell_metres, text({"сторона клетки, м", "side of a cell, metres"}))->check(CLI::Range(1.0, 1e6))->capture_default_str();
    c.add_option("--min-near", o.min_near, text({"сколько знаменателя должно быть рядом", "how much of the denominator must be near"}))->check(CLI::Range(0.0, 1e9))->capture_default_str();
    c.add_flag("--gaussian", o.gaussian, text({"гауссово ядро вместо квартического", "Gaussian kernel instead of quartic"}));
    c.add_option("--seed", o.seed, text({"зерно случайных чисел: одно и то же даёт одно и то же", "seed of chance: the same gives the same"}))->capture_default_str();
}

void add_cluster(CLI::App& app, ClusterOptions& o) {
    auto& c = *app.add_subcommand("cluster", text({"первопричины по простой таблице сообщений CSV: одинаковое в одном месте и кандидаты в правила (docs/formats.md)", "root causes from a plain CSV of messages: clusters and candidates for rules (docs/formats.md)"}));
    const std::vector<std::string> tables{std::begin(kClusterTables), std::end(kClusterTables)};
    c.add_option("--messages", o.messages, text({"CSV: text, received, settlement, street, topic …", "CSV: text, received, settlement, street, topic …"}))->required();
    c.add_option("--what", o.what, text({"clusters — кластеры, members — их строки, rules — кандидаты в автоправила", "clusters, members (their rows) or rules (candidates for automatic rules)"}))->check(CLI::IsMember(tables))->capture_default_str();
    c.add_option("--out", o.out, text({"файл CSV; без него — на экран", "a CSV file; default: to the screen"}));
    c.add_option("--least-size", o.limits.least_size, text({"сообщений в кластере, не меньше", "messages of a cluster, at least"}))->check(CLI::Range(1, 1'000'000))->capture_default_str();
    c.add_option("--likeness", o.limits.same_place_and_topic, text({"наименьшая схожесть текстов об одном месте и теме, 0…1", "least likeness of texts about one place and topic, 0…1"}))->check(CLI::Range(0.0, 1.0))->capture_default_str();
    c.add_option("--days", o.apart_days, text({"сколько дней между соседними сообщениями, не больше", "days between neighbouring messages, at most"}))->check(CLI::Range(1, 3660))->capture_default_str();
    c.add_option("--repeat-days", o.repeat_days, text({"за сколько дней после закрытия сообщение о том же считается не решённым", "days after the closing within which a message about the same counts as unsolved"}))->check(CLI::Range(1, 3660))->capture_default_str();
    c.add_option("--least-messages", o.rules.least_messages, text({"сообщений для правила, не меньше", "messages of a rule, at least"}))->check(CLI::Range(1, 1'000'000))->capture_default_str();
    c.add_option("--least-share", o.rules.least_share, text({"нижняя граница доли исполнителя, 0…1", "lower bound of the department's share, 0…1"}))->check(CLI::Range(0.0, 1.0))->capture_default_str();
}

void add_forecast(CLI::App& app, ForecastOptions& o) {
    auto& c = *app.add_subcommand("forecast", text({"прогноз ряда или плана к концу года по простой таблице CSV (docs/formats.md)", "forecast of a series, or of a plan to the end of the year, from a plain CSV (docs/formats.md)"}));
    const std::vector<std::string> methods{std::begin(kForecastMethods), std::end(kForecastMethods)}, ways{std::begin(kPlanMethods), std::end(kPlanMethods)};
    c.add_option("--series", o.series, text({"CSV со столбцом value; для плана — numerator и, если это доля, denominator", "CSV with a column value; for a plan numerator and, of a share, denominator"}))->required();
    c.add_option("--method", o.method, text({"theta, ets (лучшее из сглаживаний), ses, holt, damped, snaive или plan", "theta, ets (the best smoothing), ses, holt, damped, snaive or plan"}))->check(CLI::IsMember(methods))->capture_default_str();
    c.add_option("--out", o.out, text({"файл CSV; без него — на экран", "a CSV file; default: to the screen"}));
    c.add_option("--period", o.period, text({"строк в году: 12 — месяцы; 1 — без сезона", "rows in a year: 12 = months; 1 = no season"}))->check(CLI::Range(1, 53))->capture_default_str();
    c.add_option("--steps", o.steps, text({"на сколько строк вперёд", "how many rows ahead"}))->check(CLI::Range(1, 400))->capture_default_str();
    c.add_option("--level", o.level, text({"доверие интервала, 0…1", "level of the interval, 0…1"}))->check(CLI::Range(0.01, 0.9999))->capture_default_str();
    c.add_option("--plan", o.plan, text({"план на год: 0.87 или 24", "plan of the year: 0.87 or 24"}));
    c.add_option("--this-year", o.this_year, text({"сколько последних строк — этого года", "how many of the last rows are of this year"}))->capture_default_str();
    c.add_option("--remaining", o.remaining, text({"сколько строк осталось до 31 декабря", "how many rows remain to 31 December"}))->check(CLI::Range(0, 400))->capture_default_str();
    c.add_flag("--at-most", o.at_most, text({"план «не более»", "the plan is an upper bound"}));
    c.add_option("--by", o.by, text({"чем прогнозировать план: auto, theta, damped, snaive или mean", "how the plan is forecast: auto, theta, damped, snaive or mean"}))->check(CLI::IsMember(ways))->capture_default_str();
    c.add_option("--seed", o.seed, text({"зерно случайных чисел: одно и то же даёт одно и то же", "seed of chance: the same gives the same"}))->capture_default_str();
    c.add_option("--draws", o.draws, text({"сколько лет разыграть", "how many years are simulated"}))->check(CLI::Range(100, 100'000))->capture_default_str();
}

void add_rate(CLI::App& app, RateOptions& o) {
    auto& c = *app.add_subcommand("rate", text({"честный рейтинг подразделений по простой таблице CSV (docs/formats.md)", "a fair rating of departments from a plain CSV (docs/formats.md)"}));
    c.add_option("--departments", o.departments, text({"CSV: department, n, events и, если известно, expected", "CSV: department, n, events and, where known, expected"}));
    c.add_option("--messages", o.messages, text({"или CSV по строке на сообщение: department, outcome (0 или 1) и столбцы --strata", "or a CSV with one row per message: department, outcome (0 or 1) and the columns of --strata"}));
    c.add_option("--strata", o.strata, text({"столбцы, по которым сравнивать подобное с подобным, главный первым: topic,channel,month", "columns that tell like from unlike, the most telling first: topic,channel,month"}))->delimiter(',');
    c.add_option("--keep", o.kept, text({"сколько первых столбцов не укрупнять никогда", "how many leading columns are never pooled away"}))->check(CLI::Range(0, 100))->capture_default_str();
    c.add_option("--peers", o.peers, text({"с кем сравнивать: others — с другими, all — со всеми", "whom to compare with: others or all"}))->check(CLI::IsMember({"others", "all"}))->capture_default_str();
    c.add_option("--min-peers", o.min_peers, text({"сообщений у тех, с кем сравнивают, не меньше", "messages of the peers, at least"}))->check(CLI::Range(1.0, 1e9))->capture_default_str();
    c.add_option("--min-figure", o.min_figure, text({"меньше — «нет данных»", "below it: no figure"}))->check(CLI::Range(1.0, 1e9))->capture_default_str();
    c.add_option("--min-colour", o.min_colour, text({"меньше — «мало данных», без цвета", "below it: few data, no colour"}))->check(CLI::Range(1.0, 1e9))->capture_default_str();
    c.add_option("--best", o.best, text({"low — events это просрочки; high — ответы в срок", "low: events are overdue answers; high: answers in time"}))->check(CLI::IsMember({"low", "high"}))->capture_default_str();
    c.add_option("--draws", o.draws, text({"сколько розыгрышей мест", "how many draws of the places"}))->check(CLI::Range(100, 20'000))->capture_default_str();
    c.add_option("--seed", o.seed, text({"зерно случайных чисел: одно и то же даёт одно и то же", "seed of chance: the same gives the same"}))->capture_default_str();
    c.add_option("--out", o.out, text({"файл CSV; без него — на экран", "a CSV file; default: to the screen"}));
}

void add_survive(CLI::App& app, SurviveOptions& o) {
    auto& c = *app.add_subcommand("survive", text({"время до закрытия с учётом открытых по простой таблице CSV (docs/formats.md)", "time to closing with those still open, from a plain CSV (docs/formats.md)"}));
    const std::vector<std::string> shows{std::begin(kSurviveShows), std::end(kSurviveShows)};
    c.add_option("--durations", o.durations, text({"CSV: time, event (0 — открыто, 1 — закрыто, 2… — другой исход)", "CSV: time, event (0 still open, 1 closed, 2… other endings)"}))->required();
    c.add_option("--group", o.group, text({"столбец групп", "column of the groups"}));
    c.add_option("--entry", o.entry, text({"столбец: с какого возраста сообщение под наблюдением", "column: the age from which the message was watched"}));
    c.add_option("--show", o.show, text({"curve — кривая, quantiles — квантили, logrank — сравнение групп, incidence — доли исходов", "curve, quantiles, logrank (groups compared) or incidence (shares of endings)"}))->check(CLI::IsMember(shows))->capture_default_str();
    c.add_option("--share", o.shares, text({"какие доли закрытых (quantiles)", "which shares of the closed (quantiles)"}))->check(CLI::Range(0.001, 0.999))->delimiter(',')->capture_default_str();
    c.add_option("--out", o.out, text({"файл CSV; без него — на экран", "a CSV file; default: to the screen"}));
}

void add_detect(CLI::App& app, DetectOptions& o) {
    auto& c = *app.add_subcommand("detect", text({"всплески, эффект мер и разложение ряда по простой таблице CSV (docs/formats.md)", "surges, effects of measures and parts of a series, from a plain CSV (docs/formats.md)"}));
    const std::vector<std::string> methods{std::begin(kDetectMethods), std::end(kDetectMethods)};
    c.add_option("--method", o.method, text({"каким методом (docs/methods.md)", "by which method (docs/methods.md)"}))->required()->check(CLI::IsMember(methods));
    c.add_option("--series", o.series, text({"CSV: неделя, число, при желании ячейка", "CSV: week, count and, if wanted, cell"}))->required();
    c.add_option("--out", o.out, text({"файл CSV; без него — на экран", "a CSV file; default: to the screen"}));
    c.add_option("--date", o.date, text({"столбец с неделей (2026-W46), днём (2026-11-16) или номером", "column of the week (2026-W46), the day (2026-11-16) or a number"}))->capture_default_str();
    c.add_option("--count", o.count, text({"столбец с числом", "column of the count"}))->capture_default_str();
    c.add_option("--cell", o.cell, text({"столбец с ячейкой: тема и территория; без него один ряд", "column of the cell: topic and territory; default: one series"}));
    c.add_option("--regressor", o.regressors, text({"столбец с числом на неделю: события, нерабочие дни, снег (glm, ladder, farrington, its)", "column with a number a week: events, non-working days, snow (glm, ladder, farrington, its)"}));
    c.add_option("--at", o.at, text({"какую неделю судить: last, all или её запись", "which week is judged: last, all, or as it is written"}))->capture_default_str();
    c.add_option("--alpha", o.alpha, text({"доля ложных тревог одной ячейки; 0 — как в статье", "share of false alarms of one cell; 0 = as published"}))->check(CLI::Range(0.0, 0.5))->capture_default_str();
    c.add_option("--start", o.start, text({"its: первая неделя с мерой", "its: first week with the measure"}));
    c.add_option("--harmonics", o.harmonics, text({"its: пары синус–косинус для сезона", "its: pairs of sine and cosine for the season"}))->check(CLI::Range(0, 6))->capture_default_str();
    c.add_option("--baseline", o.baseline, text({"ears: недель в норме", "ears: weeks of the norm"}))->check(CLI::Range(3, 520))->capture_default_str();
    c.add_option("--min-sigma", o.min_sigma, text({"ears: отклонение не меньше этого", "ears: the deviation is at least this"}))->check(CLI::Range(0.0, 1e6))->capture_default_str();
    c.add_option("--mean", o.mean, text({"cusum: норма; 0 — среднее до последних 26 недель", "cusum: the norm; 0 = the mean before the last 26 weeks"}))->check(CLI::Range(0.0, 1e9))->capture_default_str();
    c.add_flag("--reset", o.with_reset, text({"cusum: после тревоги начинать с нуля", "cusum: begin at zero after an alarm"}));
    c.add_option("--years", o.years, text({"farrington: лет сравнения", "farrington: years compared"}))->check(CLI::Range(1, 30))->capture_default_str();
    c.add_option("--half-window", o.half_window, text({"farrington: недель с каждой стороны", "farrington: weeks on either side"}))->check(CLI::Range(0, 25))->capture_default_str();
    c.add_option("--seasons", o.seasons, text({"farrington: сезонов в году; 1 — только те же недели", "farrington: seasons of a year; 1 = the same weeks alone"}))->check(CLI::Range(1, 52))->capture_default_str();
    c.add_option("--left-out", o.left_out, text({"farrington: последних недель не брать", "farrington: last weeks left out"}))->check(CLI::Range(0, 520))->capture_default_str();
    c.add_option("--threshold", o.threshold, text({"farrington: с какого остатка прошлый всплеск весит меньше; 0 — не взвешивать", "farrington: residual from which a past outbreak weighs less; 0 = no weighing"}))->check(CLI::Range(0.0, 100.0))->capture_default_str();
    c.add_option("--trend-p", o.trend_p, text({"farrington: тренд остаётся ниже этого p", "farrington: the trend stays below this p"}))->check(CLI::Range(0.0, 1.0))->capture_default_str();
    c.add_option("--form", o.form, text({"farrington: вид границы", "farrington: form of the bound"}))->check(CLI::IsMember({"delta", "delta-half", "delta-none", "nb-plugin", "nb-predictive"}))->capture_default_str();
    c.add_flag("--by-calendar", o.by_calendar, text({"farrington: ближайший тот же день недели прошлых лет вместо 52 недель", "farrington: the nearest same weekday of the years before instead of 52 weeks"}));
    c.add_option("--period", o.period, text({"stl: значений в году", "stl: values of a year"}))->check(CLI::Range(2, 10'000))->capture_default_str();
    c.add_option("--seasonal-window", o.seasonal_window, text({"stl: окно сезона, лет", "stl: window of the season, years"}))->check(CLI::Range(3, 100'000))->capture_default_str();
    c.add_option("--trend-window", o.trend_window, text({"stl: окно тренда; 0 — следует из других", "stl: window of the trend; 0 = follows from the others"}))->check(CLI::Range(0, 100'000))->capture_default_str();
    c.add_flag("--robust", o.is_robust, text({"stl: выбросы весят меньше", "stl: outliers weigh less"}));
}

constexpr Phrase kFooter{
    "Коды возврата: 0 — сделано; 1 — сделать не удалось; 2 — неверные параметры; 3 — сделано, но часть строк отклонена (check, build --strict);\n4 — найдены персональные данные: сайт не записан (build) или не чист (check --privacy).\n"
    "Язык: --lang en или PROBLEMATOR_LANG=en.",
    "Exit codes: 0 done; 1 nothing could be made; 2 wrong arguments; 3 done, but some rows were rejected (check, build --strict);\n4 personal data found: the site was not written (build) or is not clean (check --privacy).\n"
    "Language: --lang en or PROBLEMATOR_LANG=en."};

/// --lang must be known before the help texts are made.
void choose_language(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        std::string_view word{argv[i]};
        if (word == "--lang" && i + 1 < argc) word = argv[i + 1];
        else if (word.starts_with("--lang=")) word.remove_prefix(7);
        else continue;
        set_language(word == "en" ? Lang::En : Lang::Ru);
    }
}

constexpr std::string_view kCommands[] = {"build", "check", "query", "snapshot", "verify", "serve", "samples", "hotspots", "cluster", "forecast", "rate", "survive", "detect"};

std::string all_commands() {
    std::string out;
    for (const std::string_view name : kCommands) out += (out.empty() ? "" : ", ") + std::string{name};
    return out;
}

/// Where the name of the command stands; argc when there is none. Only --lang can come before it with a value of its own.
int find_command(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view word{argv[i]};
        if (word == "--lang") ++i;
        else if (!word.starts_with('-')) return i;
    }
    return argc;
}

/// CLI11 says in English sentences what is wrong; the words that matter are taken out of them.
Error wrong_arguments(const CLI::ParseError& wrong, int argc, char** argv) {
    const std::string what = wrong.what();
    const int command = find_command(argc, argv);
    const bool is_known = command < argc && std::find(std::begin(kCommands), std::end(kCommands), argv[command]) != std::end(kCommands);
    if (!is_known) return {.fault = Fault::BadArgument, .piece = command < argc ? argv[command] : "", .expected = all_commands()};
    const std::size_t required = what.find(" is required"), unexpected = what.find("not expected: ");
    if (required != std::string::npos) return {.fault = Fault::BadArgument, .expected = what.substr(0, required)};
    if (unexpected != std::string::npos) return {.fault = Fault::BadArgument, .piece = what.substr(unexpected + 14)};
    return {.fault = Fault::BadArgument, .piece = what};
}

/// CLI11 speaks English; its own words in Russian.
void translate(CLI::App& app) {
    app.set_help_flag("-h,--help", text({"показать эту справку", "show this help"}));
    if (language() == Lang::En) return;
    for (const auto& [key, ru] : {std::pair{"Usage", "Вызов"}, {"OPTIONS", "ПАРАМЕТРЫ"}, {"SUBCOMMAND", "КОМАНДА"}, {"POSITIONALS", "АРГУМЕНТЫ"}, {"REQUIRED", "обязательно"}, {"TEXT", "ТЕКСТ"}, {"INT", "ЧИСЛО"}})
        app.get_formatter()->label(key, ru);
    for (CLI::Option* option : app.get_options()) option->group("Параметры");
    for (CLI::App* command : app.get_subcommands({})) {
        command->group("Команды");
        translate(*command);
    }
}

}  // namespace

int main(int argc, char** argv) {
    choose_language(argc, argv);
    if (const int at = find_command(argc, argv); at < argc && std::string_view{argv[at]} == "samples") {   // reads its own arguments
        const std::vector<std::string_view> rest{argv + at + 1, argv + argc};
        return run_samples(rest);
    }
    CLI::App app{text({"Проблематор: сайт-панель муниципального центра управления из выгрузок сообщений", "Problemator: the dashboard site of a municipal control centre from exported messages"}), "problemator"};
    std::string lang = "ru";
    app.add_option("--lang", lang, text({"язык: ru или en", "language: ru or en"}))->check(CLI::IsMember({"ru", "en"}));
    app.set_version_flag("--version", "problemator 1.0.0", text({"показать версию", "show the version"}));
    app.footer(text(kFooter));
    app.require_subcommand(1);
    app.fallthrough();
    BuildOptions build;
    CheckOptions check;
    QueryOptions query;
    SnapshotOptions snapshot;
    VerifyOptions verify;
    ServeOptions serve;
    add_build(app, build);
    add_check(app, check);
    add_query(app, query);
    add_snapshot(app, snapshot);
    add_verify_and_serve(app, verify, serve);
    HotspotsOptions hotspots;
    add_hotspots(app, hotspots);
    ClusterOptions cluster;
    ForecastOptions forecast;
    add_cluster(app, cluster);
    add_forecast(app, forecast);
    RateOptions rate;
    SurviveOptions survive;
    add_rate(app, rate);
    add_survive(app, survive);
    DetectOptions detect;
    add_detect(app, detect);
    app.add_subcommand("samples", text({"сделать учебные выгрузки", "make synthetic sample exports"}));
    translate(app);
    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& wanted) {
        return app.exit(wanted);
    } catch (const CLI::ParseError& wrong) {
        complain(wrong_arguments(wrong, argc, argv));
        return code(Exit::BadArguments);
    }
    if (app.got_subcommand("build")) return code(run_build(build));
    if (app.got_subcommand("check") && !check.privacy.empty()) return code(run_privacy_check(check));
    if (app.got_subcommand("check") && check.input.inputs.empty() && check.suggest.empty()) {
        complain({.fault = Fault::BadArgument, .expected = "--input, --suggest, --privacy"});
        return code(Exit::BadArguments);
    }
    if (app.got_subcommand("check")) return code(run_check(check));
    if (app.got_subcommand("query")) return code(run_query(query));
    if (app.got_subcommand("cluster")) return code(run_cluster(cluster));
    if (app.got_subcommand("forecast")) return code(run_forecast(forecast));
    if (app.got_subcommand("snapshot")) return code(run_snapshot(snapshot));
    if (app.got_subcommand("verify")) return code(run_verify(verify));
    if (app.got_subcommand("hotspots")) return code(run_hotspots(hotspots));
    if (app.got_subcommand("rate")) return code(run_rate(rate));
    if (app.got_subcommand("survive")) return code(run_survive(survive));
    if (app.got_subcommand("detect")) return code(run_detect(detect));
    return code(run_serve(serve));
}

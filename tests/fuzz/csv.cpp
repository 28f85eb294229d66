// Any bytes as an exported file: by themselves, below the header of every channel, and as a user's mapping file.
// The first byte chooses how; the rest is the file.
#include <cstddef>
#include <cstdint>

#include "core/base/text.hpp"
#include "core/clean/intake.hpp"
#include "core/schema/embedded.hpp"
#include "tests/fuzz/require.hpp"

using namespace problemator;

namespace {

const Profile& profile() {
    static const Profile read = [] {
        auto built_in = builtin_profile("oktyabrskoe");
        return built_in ? *std::move(built_in) : Profile{};
    }();
    return read;
}

bool is_utf8(const std::string& text) { return first_bad_utf8(text) == std::string_view::npos; }

void check(const Message& m) {
    REQUIRE(!m.id.empty() && m.received != kNoTime);
    for (const std::string* text : {&m.id, &m.channel, &m.block, &m.topic, &m.subtopic, &m.territory, &m.department, &m.network, &m.street, &m.house,
                                    &m.text, &m.answer, &m.linked_id, &m.author})
        REQUIRE(is_utf8(*text));
    REQUIRE(m.rating >= 0 && m.rating <= 5);
    REQUIRE(m.lat >= -90 && m.lat <= 90 && m.lon >= -180 && m.lon <= 180);
}

void read_as(const std::string& bytes, const ImportOptions& options) {
    const Intake intake = take_in({{"fuzz.csv", bytes}}, profile(), WorkCalendar{}, options);
    const FileReport& file = intake.report.files.at(0);
    REQUIRE(file.rows_read == file.rows_kept + file.rows_rejected + file.rows_skipped);
    const LinkCounts& links = intake.report.links;
    REQUIRE(!file.register_id.empty() || file.rows_kept == intake.messages.size() + file.rows_updated + file.rows_duplicate + links.by_key + links.by_text);
    REQUIRE(file.errors_total == file.rows_rejected);
    REQUIRE(is_utf8(file.rejects_csv));
    REQUIRE(is_utf8(report_text(intake.report, Lang::Ru)) && is_utf8(report_json(intake.report)));
    for (const Message& message : intake.messages) check(message);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string bytes{reinterpret_cast<const char*>(data) + 1, size - 1};
    const auto channels = builtin_channels();
    ImportOptions options;
    options.max_cell_bytes = 2000;
    options.max_row_bytes = 6000;
    const std::size_t way = data[0] % (channels.size() + 2);
    if (way == channels.size()) {
        read_as(bytes, options);
    } else if (way == channels.size() + 1) {
        (void)read_channel(bytes, "mapping.json");
    } else {
        const std::string& sample = channels[way].samples.at(0).csv;
        options.user_channels = {channels[way]};
        options.only_user_channels = true;
        read_as(sample.substr(0, sample.find('\n') + 1) + bytes, options);
    }
    return 0;
}

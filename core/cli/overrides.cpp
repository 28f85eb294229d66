#include "core/cli/overrides.hpp"

#include "core/base/nearest.hpp"
#include "core/import/dates.hpp"
#include "core/import/encoding.hpp"
#include "core/import/sniff.hpp"

namespace problemator::cli {
namespace {

Error wrong(std::string option, const std::string& word, std::string expected) {
    return {.fault = Fault::BadArgument, .place = {.file = {}, .row = 0, .column = std::move(option)}, .piece = word, .expected = std::move(expected)};
}

/// The nearest word, or all of them when none is near.
std::string hint(const std::string& word, const std::vector<std::string_view>& known) {
    if (std::string nearest = nearest_word(word, known); !nearest.empty()) return nearest;
    std::string all;
    for (const std::string_view one : known) all += (all.empty() ? "" : ", ") + std::string{one};
    return all;
}

std::optional<Error> read_channel_id(const std::string& id, std::span<const Channel> user_channels) {
    std::vector<std::string_view> known;
    for (const Channel& channel : user_channels) known.push_back(channel.id);
    for (const Channel& channel : builtin_channels()) known.push_back(channel.id);
    for (const std::string_view one : known)
        if (one == id) return std::nullopt;
    return wrong("--channel-id", id, hint(id, known));
}

}  // namespace

Result<Overrides> read_overrides(const OverrideOptions& options, std::span<const Channel> user_channels) {
    Overrides given;
    if (!options.encoding.empty()) {
        if (const auto known = guess_encoding({}, Head::WholeFile, options.encoding); !known) return wrong("--encoding", options.encoding, hint(options.encoding, encoding_names()));
        given.encoding = options.encoding;
    }
    if (!options.delimiter.empty()) {
        given.delimiter = parse_delimiter(options.delimiter);
        if (!given.delimiter) return wrong("--delimiter", options.delimiter, "; , tab |");
    }
    if (options.header_row < 0) return wrong("--header-row", std::to_string(options.header_row), "1, 2, 3, …");
    given.header_row = static_cast<std::uint32_t>(options.header_row);
    if (!options.channel_id.empty()) {
        if (auto error = read_channel_id(options.channel_id, user_channels)) return *std::move(error);
        given.channel_id = options.channel_id;
    }
    given.sheet = options.sheet;
    if (!options.date_order.empty() && !parse_order(options.date_order)) return wrong("--date-order", options.date_order, hint(options.date_order, {"dmy", "mdy", "ymd"}));
    given.date_order = options.date_order;
    return given;
}

}  // namespace problemator::cli

#include "core/clean/intake.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

#include "core/clean/clean.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMaxUnmapped = 1000;       // distinct unknown names in the report; the most frequent ones
constexpr std::size_t kMaxSuggestions = 100;

const std::string& value_of(const Message& m, Dimension dimension) {
    switch (dimension) {
        case Dimension::Channel: return m.channel;
        case Dimension::Block: return m.block;
        case Dimension::Territory: return m.territory;
        case Dimension::Department: return m.department;
        default: return m.topic;
    }
}

class UnmappedCounter {
public:
    void count(const Message& m, const std::vector<Dimension>& dimensions) {
        for (const Dimension dimension : dimensions) ++counts_[index(dimension)][value_of(m, dimension)];
    }
    std::vector<UnmappedValue> finish(const NameIndex& names) const {
        std::vector<UnmappedValue> values;
        for (const Dimension dimension : kAllDimensions)
            for (const auto& [value, count] : counts_[index(dimension)]) values.push_back({dimension, value, count, {}});
        std::sort(values.begin(), values.end(), [](const UnmappedValue& a, const UnmappedValue& b) {
            return std::tie(b.count, a.dimension, a.value) < std::tie(a.count, b.dimension, b.value);
        });
        if (values.size() > kMaxUnmapped) values.resize(kMaxUnmapped);
        for (std::size_t i = 0; i < values.size() && i < kMaxSuggestions; ++i) values[i].suggestion = names.suggestion(values[i].dimension, values[i].value);
        return values;
    }

private:
    std::array<std::unordered_map<std::string, std::uint32_t>, kDimensions> counts_;
};

ImportOptions with_zones(const ImportOptions& options, const Profile& profile) {
    ImportOptions zoned = options;
    if (!zoned.utc_offset_minutes) zoned.utc_offset_minutes = profile.utc_offset_minutes;
    for (const ChannelUse& channel : profile.channels)
        if (channel.utc_offset_minutes) zoned.zones.push_back({channel.id, *channel.utc_offset_minutes});
    return zoned;
}

}  // namespace

Intake take_in(const std::vector<SourceFile>& files, const Profile& profile, const WorkCalendar& calendar, const ImportOptions& options) {
    NameIndex names{profile};
    UnmappedCounter unmapped;
    Merger merger;
    Intake intake;
    intake.report = read_files(files, with_zones(options, profile), [&](Message&& message, FileReport& file) {
        unmapped.count(message, names.apply(message));
        const MergeOutcome outcome = merger.add(std::move(message));
        file.rows_updated += outcome == MergeOutcome::Updated;
        file.rows_duplicate += outcome == MergeOutcome::Duplicate;
    });
    intake.messages = std::move(merger).finish();
    for (Message& message : intake.messages) apply_clock(message, profile, calendar);
    intake.report.linked = link_appeals(intake.messages);
    intake.report.messages = static_cast<std::uint32_t>(intake.messages.size());
    intake.report.unmapped = unmapped.finish(names);
    return intake;
}

}  // namespace problemator

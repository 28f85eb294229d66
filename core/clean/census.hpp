// Census: what a finished set of messages holds — by week and channel, thanks and consultations apart, and moments that cannot be.
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/clean/record_set.hpp"
#include "core/import/import_report.hpp"
#include "core/schema/message.hpp"

namespace problemator {

class Census {
public:
    /// `files`: of this import; messages of an earlier set are counted without their places. `today`: later moments are anomalies; INT32_MAX = nobody says what day it is.
    Census(const std::vector<FileReport>& files, Day today) : files_{files}, until_{today == INT32_MAX ? INT32_MAX : minute_from_day(today + 1)} {}
    /// Moments as the source gave them: before the clocks of the profile.
    void look_at_times(const Message& message);
    void count(const RecordSet& records, std::size_t at);
    /// Ends the counting.
    void put_into(ImportReport& report);

private:
    static constexpr std::size_t kPlaces = 5;
    void count_week(Week week, std::string_view channel);
    void close_week();
    void find(ClockFault fault, bool is_found, const Message& message);

    const std::vector<FileReport>& files_;
    Minute until_;
    std::array<ClockAnomaly, kClockFaults> anomalies_{};
    std::map<std::pair<Week, std::string>, std::uint32_t> coverage_;
    Week week_ = 0;                                                          // that is being counted
    std::vector<std::pair<std::string_view, std::uint32_t>> of_week_;        // views into the names of the records
    std::uint32_t gratitudes_ = 0, consultations_ = 0, appeals_ = 0;
};

}  // namespace problemator

// Known verdicts: how the ladder of surges judged a cell in a week, by what the cell holds. A filter by names leaves most cells that it keeps as
// they were, and a week that is over does not change: such a cell is not judged again.
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>

#include "core/base/time.hpp"
#include "core/stats/surge_ladder.hpp"

namespace problemator {

/// Of one snapshot: the weeks of a cell and what is known of their days say by which design it is judged.
class KnownVerdicts {
public:
    /// `weeks`: whole counts, the judged week last. A verdict in which `overdispersion` had no say holds whatever it is.
    template <class Judge>
    Finding<SurgeVerdict> of(Week week, bool knows_days_off, std::span<const double> weeks, double overdispersion, Judge judge) {
        if (known_.size() >= kMost) known_.clear();
        const auto [found, is_new] = known_.try_emplace(question(week, knows_days_off, weeks));
        Answer& answer = found->second;
        const bool holds = answer.overdispersion == overdispersion || !answer.verdict || !uses_shared_overdispersion(answer.verdict->method, answer.verdict->weeks);
        if (is_new || !holds) answer = {judge(), overdispersion};
        return answer.verdict;
    }

private:
    static constexpr std::size_t kMost = 16'384;       // of five years: 7 MB

    /// Seven bits a byte: most weeks of most cells take one.
    static void add(std::string& bytes, std::uint32_t number) {
        for (; number >= 128; number >>= 7) bytes += static_cast<char>(number | 128);
        bytes += static_cast<char>(number);
    }
    static std::string question(Week week, bool knows_days_off, std::span<const double> weeks) {
        std::string bytes;
        bytes.reserve(weeks.size() + 8);
        add(bytes, static_cast<std::uint32_t>(week));
        add(bytes, knows_days_off ? 1 : 0);
        for (const double count : weeks) add(bytes, static_cast<std::uint32_t>(count));
        return bytes;
    }

    struct Answer { Finding<SurgeVerdict> verdict; double overdispersion = 0; };
    std::unordered_map<std::string, Answer> known_;
};

}  // namespace problemator

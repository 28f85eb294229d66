// SampleWorld: what the synthetic messages are drawn from — weights of topics, places, hours and months, and how each
// department works. Made from a profile once; only whole numbers, so that every platform draws the same.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/schema/profile.hpp"

namespace problemator::cli {

struct SampleTopic {
    std::string id;
    std::size_t block = 0, department = 0;
    std::string pos_name, im_name, rubric;         // spellings of the source systems
};

struct SampleDepartment {
    std::string pos_name, im_name;
    std::uint32_t late_per_mille = 0;
    std::size_t territory = SIZE_MAX;              // of a settlement's own administration
};

struct SampleBlock { std::string id, pos_name, im_name; std::uint32_t local_per_mille = 0; };   // of ПОС and 59-ФЗ, handled by the settlement itself

class SampleWorld {
public:
    explicit SampleWorld(const Profile& profile);

    const Profile& profile() const { return profile_; }
    const std::vector<SampleTopic>& topics() const { return topics_; }
    const std::vector<SampleBlock>& blocks() const { return blocks_; }
    const std::vector<SampleDepartment>& departments() const { return departments_; }
    const std::vector<std::uint32_t>& territory_weights() const { return territory_weights_; }
    /// Weights of topics() in a month (0 = January) and territory.
    const std::vector<std::uint32_t>& topic_weights(std::size_t month, std::size_t territory) const;
    /// Administration of the settlement, or SIZE_MAX.
    std::size_t local_department(std::size_t territory) const { return local_[territory]; }
    std::size_t slow_department() const { return slow_; }
    /// Index in topics() or territories by id; `otherwise` when there is none.
    std::size_t topic(std::string_view id, std::size_t otherwise) const;
    std::size_t territory(std::string_view id, std::size_t otherwise) const;
    double usual_per_year() const;

private:
    void add_departments();
    void add_topics();
    void weigh();
    void choose_slow();

    const Profile& profile_;
    std::vector<SampleTopic> topics_;
    std::vector<SampleBlock> blocks_;
    std::vector<SampleDepartment> departments_;
    std::vector<std::uint32_t> territory_weights_;
    std::vector<std::size_t> local_;
    std::vector<std::vector<std::uint32_t>> weights_;   // [month * territories + territory][topic]
    std::size_t slow_ = 0;
};

std::uint64_t sample_hash(std::string_view text);       // FNV-1a, 64 bits
inline constexpr std::array<std::uint32_t, 7> kWeekdayWeights = {112, 115, 110, 105, 100, 72, 66};
inline constexpr std::uint32_t kWeekWeight = 680;
inline constexpr std::array<std::uint32_t, 24> kHourWeights = {10, 6, 4, 3, 4, 8, 20, 40, 60, 75, 80, 76, 66, 62, 64, 65, 62, 60, 64, 68, 64, 52, 38, 20};

}  // namespace problemator::cli

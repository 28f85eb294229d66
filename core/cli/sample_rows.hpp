// Rows of the synthetic exports in the layouts of the source systems: 25 columns of ПОС, 20 of «Инцидент менеджмент»
// (the 19 known ones and the source network), 20 of the 59-ФЗ register with its repeated headers.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/cli/sample_message.hpp"

namespace problemator::cli {

enum class Dirt : std::uint8_t { None, BadDate, MissingTopic, UnknownTopic };

struct SampleCounts { std::uint64_t phone_fragments = 0, linked_appeals = 0; };

class SampleRows {
public:
    SampleRows(const SampleWorld& world, Day last_day) : world_{world}, last_day_{last_day} {}

    /// Header row of the channel's file, with its line end.
    static std::string header(SampleChannel channel);
    /// "pos_2026.csv"
    static std::string file_name(SampleChannel channel, int year);
    /// Appends one row to `out`. An appeal that repeats a ПОС message takes over its topic, place and department.
    void append(SampleRandom& random, SampleMessage& message, Dirt dirt, std::string& out);
    const SampleCounts& counts() const { return counts_; }

private:
    struct Recent { std::uint64_t number = 0; std::size_t topic = 0, territory = 0, department = 0; };

    void append_pos(SampleRandom& random, const SampleMessage& m, Dirt dirt, std::string& out);
    void append_im(SampleRandom& random, const SampleMessage& m, Dirt dirt, std::string& out);
    void append_fz59(SampleRandom& random, SampleMessage& m, Dirt dirt, std::string& out);
    std::string text_of(SampleRandom& random, const SampleMessage& m, std::string_view street, const std::string& house);
    std::string settlement(SampleRandom& random, std::size_t territory) const;

    const SampleWorld& world_;
    Day last_day_;
    std::array<std::uint64_t, kSampleChannels> numbers_{};
    std::array<Recent, 64> recent_pos_{};   // so that an appeal can name the message it repeats
    SampleCounts counts_;
};

/// Text as windows-1251 bytes; what that table lacks becomes "?".
std::string to_windows_1251(std::string_view utf8);

}  // namespace problemator::cli

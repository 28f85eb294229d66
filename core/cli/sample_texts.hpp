// Texts of the synthetic messages: a sentence about the topic, put together with a place, an opening and an ending.
#pragma once
#include <string>
#include <string_view>

#include "core/cli/sample_random.hpp"

namespace problemator::cli {

struct SamplePlace {
    std::string settlement;        // «Талинка»
    std::string_view kind;         // first letters of the full name: «гп», «с.», «г.»
    std::string_view street;
    std::string house;
};

/// An invented street and house.
std::string_view sample_street(SampleRandom& random);
/// The street of any number.
std::string_view sample_street_at(std::uint32_t number);
std::string sample_house(SampleRandom& random);
/// What a resident wrote about `topic_id`; of the planted cause, where the topic has one. A topic without sentences of its own gets general ones.
enum class Told : std::uint8_t { Ordinary, Cause };
std::string sample_text(SampleRandom& random, std::string_view topic_id, const SamplePlace& place, Told told = Told::Ordinary);
/// As it looks in a social network: VK markup, emoji, a link, several lines. Never personal.
std::string sample_post(SampleRandom& random, std::string text);
std::string sample_thanks(SampleRandom& random, const SamplePlace& place);
std::string sample_answer(SampleRandom& random);
/// An obviously fictional telephone: 8-900-000-xx-xx.
std::string sample_phone(SampleRandom& random);

}  // namespace problemator::cli

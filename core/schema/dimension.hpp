// Dimensions: the named categories of a message, by which it is filtered, grouped and drilled into.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "core/base/phrase.hpp"

namespace problemator {

enum class Dimension : std::uint8_t {
    Channel,     // system the message came through: pos, im, fz59, …
    Kind,        // appeal (обращение, 59-ФЗ) or message (сообщение); never silently summed as one legal kind
    Form,        // written, oral, electronic
    Block,       // sector block of the decree
    Topic,       // category inside the block, as the profile names it
    Subtopic,    // fact / theme as the source names it
    Territory,   // settlement or district of the profile
    Department,  // responsible recipient
    Status,      // normalised status, see MessageStatus
    Outcome,     // normalised result, see Outcome
    Network,     // ВКонтакте, Одноклассники, Телеграм …
    Street,      // «ул. Лесная», whatever the settlement; never published
};
inline constexpr std::size_t kDimensions = 12;
inline constexpr std::array<Dimension, kDimensions> kAllDimensions = {
    Dimension::Channel, Dimension::Kind, Dimension::Form, Dimension::Block, Dimension::Topic, Dimension::Subtopic,
    Dimension::Territory, Dimension::Department, Dimension::Status, Dimension::Outcome, Dimension::Network, Dimension::Street};

constexpr std::size_t index(Dimension d) { return static_cast<std::size_t>(d); }
/// Stable ASCII name: "channel", "kind", … as the CLI, the URL and the programmatic interface write it.
std::string_view dimension_id(Dimension d);
std::optional<Dimension> parse_dimension(std::string_view id);
Phrase dimension_name(Dimension d);   // «Канал», «Территория», …

enum class Kind : std::uint8_t { Message, Appeal };
enum class Form : std::uint8_t { Unknown, Electronic, Written, Oral };
enum class MessageStatus : std::uint8_t { Unknown, New, InWork, Answered, Postponed, Redirected, Rejected, Withdrawn };
enum class Outcome : std::uint8_t { Unknown, Solved, Explained, NotSolved, Supported, NotSupported, Redirected, Rejected };

std::string_view kind_id(Kind k);             Phrase kind_name(Kind k);
std::string_view form_id(Form f);             Phrase form_name(Form f);
std::string_view status_id(MessageStatus s);  Phrase status_name(MessageStatus s);
std::string_view outcome_id(Outcome o);       Phrase outcome_name(Outcome o);
std::optional<Kind> parse_kind(std::string_view id);
std::optional<Form> parse_form(std::string_view id);
std::optional<MessageStatus> parse_status(std::string_view id);
std::optional<Outcome> parse_outcome(std::string_view id);

}  // namespace problemator

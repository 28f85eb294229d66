#include "core/model/link_text.hpp"

#include <algorithm>

#include "core/base/text.hpp"

namespace problemator {
namespace {

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~' || c == ':';
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

}  // namespace

std::string encode_link(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_plain(c)) out += c;
        else out.append({'%', digits[byte >> 4], digits[byte & 15]});
    }
    return out;
}

std::string decode_link(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_escape = text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0;
        if (!is_escape) {
            out += text[i];
            continue;
        }
        out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
        i += 2;
    }
    return out;
}

std::vector<std::string> decode_link_list(std::string_view text) {
    std::vector<std::string> out;
    for (const auto piece : split(text, ','))
        if (!piece.empty()) out.push_back(decode_link(piece));
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::vector<std::string> decode_link_order(std::string_view text) {
    std::vector<std::string> out;
    for (const auto piece : split(text, ',')) {
        if (piece.empty() || out.size() == kMaxLinkOrder) continue;
        std::string id = decode_link(piece);
        if (std::find(out.begin(), out.end(), id) == out.end()) out.push_back(std::move(id));
    }
    return out;
}

std::string encode_link_order(const std::vector<std::string>& items) {
    std::string out;
    for (const auto& item : items)
        if (!item.empty()) out += (out.empty() ? "" : ",") + encode_link(item);
    return out;
}

std::string encode_link_list(std::vector<std::string> items) {
    std::sort(items.begin(), items.end());
    items.erase(std::unique(items.begin(), items.end()), items.end());
    std::string out;
    for (const auto& item : items)
        if (!item.empty()) out += (out.empty() ? "" : ",") + encode_link(item);
    return out;
}

}  // namespace problemator

// Text inside a link: percent-encoding of everything that a URL fragment could misread, sorted lists and lists in an order.
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace problemator {

std::string encode_link(std::string_view text);
/// A broken escape stays as it was written: a link is never refused as a whole.
std::string decode_link(std::string_view text);
/// "a,b": sorted, without doubles and empty items; a comma inside an item is escaped.
std::string encode_link_list(std::vector<std::string> items);
std::vector<std::string> decode_link_list(std::string_view text);
/// The same in the order that they have, each once; no more than kMaxLinkOrder are read.
inline constexpr std::size_t kMaxLinkOrder = 64;
std::string encode_link_order(const std::vector<std::string>& items);
std::vector<std::string> decode_link_order(std::string_view text);

}  // namespace problemator

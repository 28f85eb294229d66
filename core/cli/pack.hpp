// Pack: bytes as a classic script that any page can load from file:// or http:// alike — gzip, then base64.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace problemator::cli {

/// gzip (RFC 1952) with a zero time stamp and no file name, so that equal bytes pack equally.
std::string gzip(std::string_view bytes);
/// RFC 4648 §4, with padding, in one line.
std::string base64(std::string_view bytes);
/// The bytes again; nullopt when it is no base64 (blanks are not skipped).
std::optional<std::string> unbase64(std::string_view text);
/// The bytes again; nullopt when it is no whole gzip file or holds more than `most` bytes.
std::optional<std::string> gunzip(std::string_view bytes, std::size_t most);
/// Value of a CSP source for an inline script: 'sha256-…'.
std::string csp_hash(std::string_view script);

}  // namespace problemator::cli

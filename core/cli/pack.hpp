// Pack: bytes as a classic script that any page can load from file:// or http:// alike — gzip, then base64.
#pragma once
#include <string>
#include <string_view>

namespace problemator::cli {

/// gzip (RFC 1952) with a zero time stamp and no file name, so that equal bytes pack equally.
std::string gzip(std::string_view bytes);
/// RFC 4648 §4, with padding, in one line.
std::string base64(std::string_view bytes);
/// Value of a CSP source for an inline script: 'sha256-…'.
std::string csp_hash(std::string_view script);

}  // namespace problemator::cli

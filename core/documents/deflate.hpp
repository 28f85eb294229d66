// Deflate: the end that gzip files and members of archives share.
#pragma once
#include <string>
#include <string_view>

struct z_stream_s;

namespace problemator {

/// Packs all bytes with a stream that deflateInit2() has made, and ends the stream. Empty when it fails.
std::string finish_deflate(z_stream_s& stream, std::string_view bytes);

}  // namespace problemator

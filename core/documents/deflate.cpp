#include "core/documents/deflate.hpp"

#include <zlib.h>

namespace problemator {

std::string finish_deflate(z_stream_s& stream, std::string_view bytes) {
    constexpr std::size_t spare = 32;
    std::string out(deflateBound(&stream, static_cast<uLong>(bytes.size())) + spare, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));   // zlib does not write through next_in
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int state = deflate(&stream, Z_FINISH);
    out.resize(state == Z_STREAM_END ? stream.total_out : 0);
    deflateEnd(&stream);
    return out;
}

}  // namespace problemator

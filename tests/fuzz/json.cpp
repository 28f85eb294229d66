// Any bytes as JSON or NDJSON. nlohmann's own parser says which documents are good: those may not fail, the others must.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>

#include "core/import/encoding.hpp"
#include "core/import/json_table.hpp"
#include "tests/fuzz/read_tables.hpp"

using namespace problemator;

namespace {

/// Of brackets outside strings, in a good document.
std::size_t depth_of(std::string_view text) {
    std::size_t depth = 0, most = 0;
    bool is_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_string && text[i] == '\\') ++i;
        else if (text[i] == '"') is_string = !is_string;
        else if (!is_string && (text[i] == '[' || text[i] == '{')) most = std::max(most, ++depth);
        else if (!is_string && (text[i] == ']' || text[i] == '}')) --depth;
    }
    return most;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes{reinterpret_cast<const char*>(data), size};
    const Format format{FileFormat::Json, is_json, open_json};
    fuzz::read_tables(format, bytes, "fuzz.ndjson");
    const auto seen = fuzz::read_tables(format, bytes, "fuzz.json");
    (void)is_json(bytes.substr(0, 4096), "fuzz.txt");
    if (looks_utf16(bytes.substr(0, 4096)) || bytes.find("}\n{") != std::string::npos || bytes.find('\n') != std::string::npos || bytes.find('\0') != std::string::npos) return 0;
    const bool is_good = nlohmann::json::accept(bytes);
    if (!is_good) REQUIRE(seen.has_failed);
    if (is_good && depth_of(bytes) <= 64 && seen.rows > 0 && seen.rows < 1000 && size < 4000) REQUIRE(!seen.has_failed);
    return 0;
}

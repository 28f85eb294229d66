// The import module of the page: exports of docs/contract-web.md ("Import module"). It runs in a worker and reads files in slices.
#include <emscripten.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>

#include "web/import/import_session.hpp"

// clang-format off
EM_JS(double, read_file, (int index, double offset, char* at, std::size_t bytes), { return Module["readFile"](index, offset, at, bytes); });
EM_JS(void, tell_rows, (double more), { Module["onRows"](more); });
EM_JS(void, tell_progress, (double done, double total), { Module["onProgress"](done, total); });
// clang-format on

namespace problemator::web {
namespace {

/// A File of the browser, read synchronously in slices: nothing is held but what the reader asked for.
class BrowserFile final : public ByteSource {
public:
    /// `sha256`: as the browser took it, or empty.
    BrowserFile(int index, std::uint64_t size, std::string_view sha256) : index_{index}, size_{size}, sha256_{sha256} {}
    std::uint64_t size() const override { return size_; }
    Result<std::size_t> read(std::uint64_t offset, std::span<char> out) const override {
        if (offset >= size_ || out.empty()) return std::size_t{0};
        const double got = read_file(index_, static_cast<double>(offset), out.data(), out.size());
        if (got < 0) return Error{.fault = Fault::Io};
        return static_cast<std::size_t>(got);
    }
    std::optional<std::string> known_sha256() const override { return sha256_.size() == 64 ? std::optional{sha256_} : std::nullopt; }

private:
    int index_;
    std::uint64_t size_;
    std::string sha256_;
};

ImportSession& session() {
    static ImportSession one;
    return one;
}

std::vector<SourceFile>& files() {
    static std::vector<SourceFile> all;
    return all;
}

std::string_view text_of(const char* text) { return text ? std::string_view{text} : std::string_view{}; }

}  // namespace
}  // namespace problemator::web

using namespace problemator;
using namespace problemator::web;

extern "C" {

EMSCRIPTEN_KEEPALIVE void* pi_alloc(std::size_t bytes) { return std::malloc(bytes); }
EMSCRIPTEN_KEEPALIVE void pi_free(void* at) { std::free(at); }

/// Forgets files and results.
EMSCRIPTEN_KEEPALIVE void pi_clear() {
    files().clear();
    session().clear();
}

EMSCRIPTEN_KEEPALIVE void pi_add_file(const char* name, double bytes, const char* sha256) {
    const int index = static_cast<int>(files().size());
    files().emplace_back(std::string{text_of(name)}, std::make_shared<BrowserFile>(index, static_cast<std::uint64_t>(bytes), text_of(sha256)));
}

EMSCRIPTEN_KEEPALIVE int pi_run(const char* wish, const std::uint8_t* open, std::size_t open_bytes) {
    session().rows_progress = [](std::uint64_t more) { tell_rows(static_cast<double>(more)); };
    const auto progress = [](std::uint64_t done, std::uint64_t total) { return tell_progress(static_cast<double>(done), static_cast<double>(total)), true; };
    return session().run(files(), text_of(wish), {open, open_bytes}, progress);
}

EMSCRIPTEN_KEEPALIVE int pi_suggest(int index, const char* wish) {
    return session().suggest(files().at(static_cast<std::size_t>(index)), text_of(wish));
}

EMSCRIPTEN_KEEPALIVE int pi_preview(int index, const char* wish) {
    return session().preview(files().at(static_cast<std::size_t>(index)), text_of(wish));
}

/// The key is overwritten as soon as it was tried.
EMSCRIPTEN_KEEPALIVE int pi_unseal(const std::uint8_t* sealed, std::size_t bytes, char* key, std::size_t key_bytes) {
    const bool is_open = session().unseal({sealed, bytes}, {key, key_bytes});
    std::fill_n(static_cast<volatile char*>(key), key_bytes, '\0');
    return is_open;
}

EMSCRIPTEN_KEEPALIVE void pi_templates() { session().templates(); }
EMSCRIPTEN_KEEPALIVE int pi_template(const char* channel, const char* as, int is_english) { return session().make_template(text_of(channel), text_of(as), is_english ? Lang::En : Lang::Ru); }
EMSCRIPTEN_KEEPALIVE const char* pi_made() { return session().made().data(); }
EMSCRIPTEN_KEEPALIVE std::size_t pi_made_bytes() { return session().made().size(); }

EMSCRIPTEN_KEEPALIVE void pi_municipalities() { session().municipalities(); }
EMSCRIPTEN_KEEPALIVE const char* pi_answer() { return session().answer().c_str(); }
EMSCRIPTEN_KEEPALIVE const std::uint8_t* pi_snapshot() { return session().snapshot().data(); }
EMSCRIPTEN_KEEPALIVE std::size_t pi_snapshot_bytes() { return session().snapshot().size(); }

}  // extern "C"

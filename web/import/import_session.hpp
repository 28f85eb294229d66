// ImportSession: exported files in, a snapshot and a report out — what the import module of the page does, without a browser,
// so that it is tested natively and gives the same bytes as `problemator build`.
#pragma once
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/import/import.hpp"

namespace problemator::web {

class ImportSession {
public:
    using Progress = std::function<bool(std::uint64_t done, std::uint64_t total)>;   // bytes; false = stop
    std::function<void(std::uint64_t more)> rows_progress;                           // rows since the last call, told just before the bytes

    /// Reads the files by the wish (JSON, docs/contract-web.md). `open`: the snapshot that the page shows, or empty: its profile is
    /// used unless the wish names one, and with "merge" its messages stay. True when there is a snapshot; answer() holds
    /// {"ok": true, "report": …, "rejects": […], "week": …} or the error, with the report when there is one.
    bool run(const std::vector<SourceFile>& files, std::string_view wish, std::span<const std::uint8_t> open, const Progress& progress);
    /// answer(): the columns of an unknown table with first values and a guessed field for each, and a first channel file.
    bool suggest(const SourceFile& file, std::string_view wish);
    /// answer(): what the first rows become under the mapping of the wish, and their errors.
    bool preview(const SourceFile& file, std::string_view wish);
    /// Opens a sealed snapshot with its key: snapshot() holds the plain one. False with the error in answer(): wrong_key, or what is damaged.
    bool unseal(std::span<const std::uint8_t> sealed, std::string_view key);
    /// answer(): [{"id", "ru", "en"}] of the built-in municipalities.
    void municipalities();
    /// answer(): [{"id", "ru", "en"}] of the channels that have a template.
    void templates();
    /// made(): the template of a channel. `as`: "xlsx" or "csv". False: there is no such channel.
    bool make_template(std::string_view channel, std::string_view as, Lang lang);
    const std::string& made() const { return made_; }

    const std::string& answer() const { return answer_; }
    std::span<const std::uint8_t> snapshot() const { return snapshot_; }
    void clear();

private:
    bool fail(const Error& error);

    std::string answer_, made_;
    std::vector<std::uint8_t> snapshot_;
};

}  // namespace problemator::web

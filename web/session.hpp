// Session: the opened snapshot and the texts handed to the page — what the exports do, without a browser, so that it is tested natively.
#pragma once
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/app/app.hpp"
#include "core/app/export.hpp"
#include "core/documents/page_text.hpp"
#include "web/error_json.hpp"

namespace problemator::web {

class Session {
public:
    /// True on success; else answer() holds error_json and what was open before stays open.
    bool open(std::span<const std::uint8_t> bytes, std::string_view file_name);
    /// Weeks that the site has files for: [{"week": "2026-W46", "messages": 137}, …], as in its manifest. Entries it cannot read are left out.
    void archive(std::string_view weeks_json);
    void call(std::string_view request);              // answer(): JSON
    /// Views and sections of the site and of the reader, as one file (docs/formats.md). False: answer() says what is wrong, nothing changes.
    bool own_pages(std::string_view json);
    /// A file as core/app/export.hpp makes it. False: answer() says why there is none, and file() is empty.
    bool make_file(std::string_view request);
    const ExportedFile& file() const { return file_; }
    void go(std::string_view hash);
    bool search(std::string_view words);              // as App::begin_search
    double search_step(std::size_t bytes);
    void cancel_search();
    void apply(const Commands& commands);

    App* app() { return app_.get(); }
    const std::string& answer() const { return answer_; }
    const std::string& hash();
    const std::string& header_json();
    const std::string& header_html(HeaderDetail detail = HeaderDetail::Whole);
    /// Writes on at the text of the page, which is built; true: it is whole.
    bool write_twin();
    double written() const;                           // the part of the text that is written, 0…1
    const std::string& twin_html();
    std::uint64_t revision() const;

private:
    bool fail(const Error& error);
    bool take(Result<std::unique_ptr<App>> opened);

    std::unique_ptr<App> app_;
    std::vector<ArchiveWeek> archive_;
    std::vector<OwnSection> sections_;
    ExportedFile file_;
    std::uint64_t opened_ = 0;                        // snapshots opened so far: part of the revision
    std::string answer_, hash_, header_, header_html_;
    struct Writing { std::uint64_t revision; std::shared_ptr<const Page> page; PageText text; };   // page: until the text is whole
    std::optional<Writing> twin_;
};

}  // namespace problemator::web

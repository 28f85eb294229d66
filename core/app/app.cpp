#include "core/app/app.hpp"

#include <algorithm>

namespace problemator {

Result<std::unique_ptr<App>> App::open(std::span<const std::uint8_t> snapshot_bytes, std::string_view file_name) {
    TRY(auto snapshot, read_snapshot(snapshot_bytes, file_name));
    return open(std::move(snapshot), snapshot_checksum(snapshot_bytes));
}

Result<std::unique_ptr<App>> App::open(Snapshot snapshot, std::string checksum) {
    TRY(auto profile, read_profile(snapshot.info.profile_json, snapshot.info.profile_id + ".json"));
    std::unique_ptr<App> app{new App};
    app->profile_ = std::move(profile);
    app->snapshot_ = std::move(snapshot);
    app->checksum_ = std::move(checksum);
    return app;
}

void App::apply(const Command& command) {
    State next = from_hash(std::get<Go>(command).href);
    if (next == state_) return;
    state_ = std::move(next);
    page_.reset();
    header_.reset();
    ++revision_;
}

const Page& App::page() {
    if (!page_) page_ = page_of(world(), state_);
    return *page_;
}

const HeaderModel& App::header() {
    if (header_) return *header_;
    header_ = header_model(world(), state_);
    return *header_;
}

World App::world() const { return {profile_, snapshot_, checksum_, archive_}; }

void App::set_archive(std::vector<ArchiveWeek> weeks) {
    std::sort(weeks.begin(), weeks.end(), [](const ArchiveWeek& a, const ArchiveWeek& b) { return a.week > b.week; });
    archive_ = std::move(weeks);
    page_.reset();
    header_.reset();
    ++revision_;
}

}  // namespace problemator

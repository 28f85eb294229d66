#include "core/app/app.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/model/heat/kept_order.hpp"
#include "core/model/map/territory_points.hpp"

namespace problemator {

Result<std::unique_ptr<App>> App::open(std::span<const std::uint8_t> snapshot_bytes, std::string_view file_name) {
    TRY(auto snapshot, read_snapshot(snapshot_bytes, file_name));
    return open(std::move(snapshot), snapshot_checksum(snapshot_bytes));
}

Result<std::unique_ptr<App>> App::open(Snapshot snapshot, std::string checksum) {
    TRY(auto profile, read_profile(snapshot.info.profile_json, snapshot.info.profile_id + ".json"));
    std::unique_ptr<App> app{new App};
    place_by_messages(profile, snapshot.table);
    app->profile_ = std::move(profile);
    app->snapshot_ = std::move(snapshot);
    app->checksum_ = std::move(checksum);
    return app;
}

namespace {

// Words typed into the search stay while messages are listed; a link with words of its own has the say, also when it has none.
void keep_search(State& next, const State& before) {
    if (next.screen == Screen::Messages && before.screen == Screen::Messages && !next.is_search_linked) next.search = before.search;
    if (next.search.empty()) next.is_search_linked = false;
}

/// A list of so many rows is built quickly and takes much memory: it is not kept beside the page that is shown.
bool is_large(const Page& page) {
    constexpr std::size_t kMostRows = 100'000;
    const MessagesPage* messages = std::get_if<MessagesPage>(&page);
    return messages && messages->rows.size() > kMostRows;
}

/// A paper is written of the counts of many pages: they have to be remembered, even where the page itself is at hand.
bool is_paper(const State& state) { return state.screen == Screen::Reports || state.screen == Screen::Sections; }

}  // namespace

App::App() : remembered_{std::make_unique<Remembered>()} {}

void App::leave_page() {
    preparing_.reset();
    page_.reset();
    header_.reset();
    ++revision_;
}

void App::forget_pages() {
    pages_.clear();
    *remembered_ = Remembered{};
    alarms_.reset();
    foreseen_.clear();
    leave_page();
}

bool App::has_many_texts(const State& state) const {
    constexpr std::uint64_t kAtOnce = 2'000'000;   // bytes: about 5 ms in a browser
    const Table& table = snapshot_.table;
    const std::uint64_t bytes = table.text.text_bytes();
    if (bytes <= kAtOnce || state.basis != Basis::Received) return bytes > kAtOnce;
    const Period period = period_of(state, snapshot_.info.week);
    return bytes * rows_received(table, period.from, period.until).size() / table.rows() > kAtOnce;
}

bool App::begin_search(std::string_view words) {
    constexpr std::size_t kMostBytes = 200;
    searching_.reset();
    State next = state_;
    next.search = shorten(words, kMostBytes);
    next.is_search_linked = false;
    if (next == state_ || state_.screen != Screen::Messages) return false;
    const bool is_known = next.search.empty() || (found_ && found_->words == next.search);
    if (!is_known && has_many_texts(next)) {
        TextSearch texts{snapshot_.table, next.search, {0, snapshot_.table.rows()}};
        searching_.emplace(Search{std::move(next), std::move(texts)});
        return true;
    }
    state_ = std::move(next);
    leave_page();
    return false;
}

void App::keep_found(TextSearch& texts, std::string words) {
    found_ = FoundTexts{std::move(words), std::make_shared<const std::vector<std::uint32_t>>(std::move(texts.rows()))};
}

double App::search_step(std::size_t bytes) {
    if (!searching_) return 1;
    if (!searching_->texts.step(bytes)) return std::min(searching_->texts.share(), 0.999);
    keep_found(searching_->texts, searching_->next.search);
    state_ = std::move(searching_->next);
    searching_.reset();
    leave_page();
    return 1;
}

void App::search(std::string_view words) {
    if (begin_search(words)) search_step(SIZE_MAX);
}

State App::state_behind(std::string_view href) const {
    State state = from_hash(href);
    keep_search(state, state_);
    return state;
}

void App::apply(const Command& command) {
    const Go* go = std::get_if<Go>(&command);
    if (!go) return;
    State next = state_behind(go->href);
    if (next == state_) return;
    searching_.reset();
    state_ = std::move(next);
    leave_page();
}

const Page& App::page() {
    if (page_) return *page_;
    if (wants_search(state_)) {
        TextSearch texts{snapshot_.table, state_.search, {0, snapshot_.table.rows()}};
        texts.step(SIZE_MAX);
        keep_found(texts, state_.search);
    }
    page_ = pages_.find(state_);
    if (!page_) {
        page_ = foreseen_page();
        if (!page_) page_ = std::make_shared<const Page>(page_of(world(), state_));
        if (!is_large(*page_)) pages_.put(state_, page_);
    }
    preparing_.reset();
    forget_foreseen();
    shown_ = {page_, state_};
    return *page_;
}

// A page in the memory whose words were others since then is at hand no more: its rows could not be told quickly.
bool App::is_at_hand(std::size_t at_once) {
    if (page_ || wants_search(state_)) return page_ != nullptr;
    return snapshot_.table.rows() < at_once || (!is_paper(state_) && (pages_.find(state_) || foreseen_page()));
}

bool App::wants_search(const State& state) const {
    const bool is_known = found_ && found_->words == state.search;
    return state.screen == Screen::Messages && !state.search.empty() && !is_known && !state.cluster && has_many_texts(state);
}

void App::begin_preparing() {
    preparing_.emplace(Preparing{});
    if (wants_search(state_)) {
        preparing_->had_texts = true;
        preparing_->texts.emplace(snapshot_.table, state_.search, RowRange{0, snapshot_.table.rows()});
        return;                                        // a list is quickly built, once its rows are known
    }
    Foreseen* begun = foreseen(state_);
    preparing_->counts = begun && !is_paper(state_) ? std::move(begun->counts) : counting_of(scope_of(world(), state_));
    forget_foreseen();
}

bool App::take_step() {
    constexpr std::size_t kTextSlice = 1'000'000;      // bytes: a few milliseconds
    if (preparing_->texts) {
        if (!preparing_->texts->step(kTextSlice)) return true;
        keep_found(*preparing_->texts, state_.search);
        preparing_->texts.reset();
    }
    return preparing_->counts.step(world());
}

App::Foreseen* App::foreseen(const State& state) {
    const auto found = std::find_if(foreseen_.begin(), foreseen_.end(), [&](const Foreseen& it) { return it.state == state; });
    return found == foreseen_.end() ? nullptr : &*found;
}

std::shared_ptr<const Page> App::foreseen_page() {
    const Foreseen* found = foreseen(state_);
    return found ? found->page : nullptr;
}

void App::forget_foreseen() {
    std::erase_if(foreseen_, [&](const Foreseen& it) { return it.state == state_; });
}

void App::begin_foreseeing(const State& state) {
    std::erase_if(foreseen_, [](const Foreseen& it) { return it.page && is_large(*it.page); });
    if (foreseen_.size() == kForeseen) foreseen_.erase(foreseen_.begin());
    foreseen_.push_back(Foreseen{state, counting_of(scope_of(world(), state)), nullptr});
}

bool App::foresee(std::string_view href) {
    const State state = state_behind(href);
    if (state == state_ || wants_search(state) || pages_.find(state)) return true;
    if (Foreseen* known = foreseen(state)) std::rotate(known, known + 1, foreseen_.data() + foreseen_.size());   // asked for last = last
    else begin_foreseeing(state);
    Foreseen& next = foreseen_.back();
    if (next.page) return true;
    if (next.counts.step(world())) return false;
    next.page = std::make_shared<const Page>(page_of(world(), state));
    return true;
}

bool App::prepare(std::size_t at_once) {
    if (preparing_ || !is_at_hand(at_once)) {
        if (!preparing_) begin_preparing();
        if (take_step()) return false;
    }
    page();
    return true;
}

double App::prepared() const {
    constexpr double kTextPart = 20;                   // looking through texts takes longer than building the list
    if (page_ || !preparing_) return page_ ? 1 : 0;
    const double texts = preparing_->had_texts ? kTextPart : 0, looked = preparing_->texts ? preparing_->texts->share() : 1;
    return (texts * looked + static_cast<double>(preparing_->counts.done)) / (texts + static_cast<double>(preparing_->counts.steps.size()) + 1);
}

bool App::knows_alarms() const { return remembered_->week_problems.find(alarm_week()) != nullptr; }

bool App::prepare_header() {
    if (knows_alarms()) return true;
    const Week week = alarm_week();
    if (!alarms_ || alarms_->state.week != week) {
        alarms_.emplace();
        alarms_->state.week = week;
        if (scope_of(world(), alarms_->state).is_finished) prepare_alarms(alarms_->steps, week, 1, Where::Filtered);
    }
    if (alarms_->step(world())) return false;
    alarms_.reset();
    recall(world(), &Remembered::week_problems, week, [&] { return count_week_problems(world(), week); });
    return true;
}

const HeaderModel& App::header(HeaderDetail detail) {
    const bool has_order = state_.screen != Screen::Heatmap || is_at_hand(kAtOnceRows), waits = wants_search(state_);
    const bool has_weeks = detail == HeaderDetail::Whole, has_alarms = has_weeks || knows_alarms();
    if (header_ && (has_header_weeks_ || !has_weeks) && (has_header_alarms_ || !has_alarms) && (is_header_whole_ || !has_order || waits)) return *header_;
    State known = state_;
    if (waits) known.search.clear();                   // what they find is looked up in steps, not for the header's sake
    header_ = header_model(world(), known, detail);
    has_header_alarms_ = has_alarms;
    has_header_weeks_ = has_weeks;
    if (waits) header_->filters.search = state_.search;
    is_header_whole_ = has_order && !waits;
    if (state_.screen != Screen::Heatmap) return *header_;
    // A large page is not built for its header's sake: until it is prepared, the page before it says the order.
    const Page* shown = has_order ? &page() : shown_.state.view == state_.view ? shown_.page.get() : nullptr;
    if (const auto* heat = shown ? std::get_if<HeatmapPage>(shown) : nullptr) keep_order(*header_, *heat, state_);
    return *header_;
}

World App::world() const {
    World world{profile_, snapshot_, checksum_, archive_, sections_};
    world.unpublished = unpublished_ ? &*unpublished_ : nullptr;
    world.found = found_ ? &*found_ : nullptr;
    world.unpublished_plans = unpublished_plans_ ? &*unpublished_plans_ : nullptr;
    world.remembered = remembered_.get();
    return world;
}

void App::set_sections(std::vector<OwnSection> sections) {
    sections_ = std::move(sections);
    forget_pages();
}

void App::set_archive(std::vector<ArchiveWeek> weeks) {
    std::sort(weeks.begin(), weeks.end(), [](const ArchiveWeek& a, const ArchiveWeek& b) { return a.week > b.week; });
    archive_ = std::move(weeks);
    forget_pages();
}

void App::set_unpublished_plans(Register plans) {
    unpublished_plans_ = std::move(plans);
    forget_pages();
}

void App::set_unpublished(Register problems) {
    unpublished_ = std::move(problems);
    forget_pages();
}

}  // namespace problemator

// App: the whole program without a screen. State changes only in apply(); page() is rebuilt only after a change.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <variant>

#include "core/model/frame/header_model.hpp"
#include "core/model/pages.hpp"
#include "core/model/preparations.hpp"
#include "core/model/remembered.hpp"
#include "core/model/reports/own_pages.hpp"

namespace problemator {

struct Go {                                            // the only way state changes
    std::string href;                                  // "#/teplo?…"
    bool replace = false;                              // no new step for the Back button: drags, stepping through rows
};
struct OpenBlock {                                     // the menu of a block: no change of state, the shell shows it
    std::string block;
    double x = 0, y = 0;                               // CSS px of the canvas
};
using Command = std::variant<Go, OpenBlock>;
using Commands = std::vector<Command>;

class App {
public:
    static constexpr std::size_t kAtOnceRows = 5'000;
    static constexpr std::size_t kForeseen = 12;       // every tab, the weeks beside, what the pointer rests on
    /// Reads the snapshot and its profile. The app owns both afterwards.
    static Result<std::unique_ptr<App>> open(std::span<const std::uint8_t> snapshot_bytes, std::string_view file_name);
    static Result<std::unique_ptr<App>> open(Snapshot snapshot, std::string checksum);

    void apply(const Command& command);
    /// Words that the texts of the listed messages hold; empty ends the search. Kept while the list of messages is open, and told to no link.
    void search(std::string_view words);
    /// The same in slices, where there are many texts. True: search_step() is to be called until it says 1; the page stays as it was until then.
    bool begin_search(std::string_view words);
    /// Looks through about so many bytes of text; the part done, 0…1. At 1 the page lists what was found.
    double search_step(std::size_t bytes);
    void cancel_search() { searching_.reset(); }
    const State& state() const { return state_; }
    const Page& page();                                // rebuilt when the state changed
    /// Works on the page for some milliseconds; true: it is built. A page over fewer than `at_once` messages is built in one go, unless
    /// its link holds words that are to be looked for in many texts. A change of state begins anew.
    bool prepare(std::size_t at_once = kAtOnceRows);
    /// The part of the counting that is done, 0…1; 1: the page is built.
    double prepared() const;
    bool is_built() const { return page_ != nullptr; }
    /// Works for some milliseconds on the page of another link, which the reader seems about to open; true: it is built, or better left to
    /// prepare(). The state stays as it is. The last kForeseen such pages are kept; what was counted for them is remembered as for any page.
    bool foresee(std::string_view href);
    /// The page that was built last and its state: what is shown while the next one is prepared. No page: none was built yet.
    struct Shown { std::shared_ptr<const Page> page; State state; };
    const Shown& shown() const { return shown_; }
    /// AtHand: for a page that must answer at once; prepare_header() counts what it lacks.
    const HeaderModel& header(HeaderDetail detail = HeaderDetail::Whole);
    /// Counts the alarms of a week that is seen for the first time, for some milliseconds; true: the header lacks nothing.
    bool prepare_header();
    World world() const;
    std::uint64_t revision() const { return revision_; }   // grows with every change of state
    /// Weeks of the site that have data files of their own, in any order.
    void set_archive(std::vector<ArchiveWeek> weeks);
    /// Problems entered in this browser; of the form «problems».
    void set_unpublished(Register problems);
    /// Plans of indicators entered in this browser; of the form «plans».
    void set_unpublished_plans(Register plans);
    /// Sections that the site ships and those of the reader.
    void set_sections(std::vector<OwnSection> sections);

private:
    App();
    void leave_page();                                 // the state has changed
    void forget_pages();                               // what they were built of has changed
    bool is_at_hand(std::size_t at_once);              // the page is built, or in one go
    bool has_many_texts(const State& state) const;     // more than a frame can look through
    bool wants_search(const State& state) const;       // its words are still to be looked for
    void keep_found(TextSearch& texts, std::string words);
    State state_behind(std::string_view href) const;
    void begin_preparing();
    Week alarm_week() const { return state_.week.value_or(snapshot_.info.week); }
    bool knows_alarms() const;
    bool take_step();                                  // false: nothing is left but to build the page
    struct Foreseen;
    Foreseen* foreseen(const State& state);            // null: nothing was counted for it
    std::shared_ptr<const Page> foreseen_page();       // of the present state; null: not this one, or not built yet
    void begin_foreseeing(const State& state);
    void forget_foreseen();                            // of the present state: it has been used
    Profile profile_;
    Snapshot snapshot_;
    std::string checksum_;
    State state_;
    std::vector<ArchiveWeek> archive_;
    std::optional<Register> unpublished_, unpublished_plans_;
    std::unique_ptr<Remembered> remembered_;           // counts of the last few filters
    Recent<State, Page> pages_{8};                     // built lately: a step back builds nothing
    std::vector<OwnSection> sections_;
    struct Search { State next; TextSearch texts; };
    std::optional<Search> searching_;
    std::optional<FoundTexts> found_;
    std::shared_ptr<const Page> page_;
    Shown shown_;
    struct Preparing { std::optional<TextSearch> texts; bool had_texts = false; Counting counts; };
    std::optional<Preparing> preparing_;
    struct Foreseen { State state; Counting counts; std::shared_ptr<const Page> page; };
    std::vector<Foreseen> foreseen_;                   // asked for last = last
    std::optional<HeaderModel> header_;
    bool is_header_whole_ = false;                     // it knows the order of the page itself and what the words of a link find
    bool has_header_alarms_ = false, has_header_weeks_ = false;   // the alarms of its week were known; it lists the weeks
    std::optional<Counting> alarms_;                   // of the header's week, while they are counted
    std::uint64_t revision_ = 0;
};

}  // namespace problemator

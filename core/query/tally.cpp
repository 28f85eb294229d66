// Names of axes and measures, and how a measure follows from a tally.
#include "core/query/tally.hpp"

#include <iterator>

namespace problemator {
namespace {

constexpr std::string_view kTimeAxes[] = {"day", "week", "month", "weekday", "hour"};

struct MeasureEntry { std::string_view id; Phrase name; };

constexpr MeasureEntry kMeasures[] = {   // in the order of the enum
    {"count", {"Сообщений", "Messages"}},
    {"in_time_share", {"Отвечено в срок", "Answered in time"}},
    {"overdue_now", {"Просрочено сейчас", "Overdue now"}},
    {"overdue_share", {"Доля просроченных", "Share overdue"}},
    {"open", {"Без ответа", "Open"}},
    {"median_reply", {"Медиана ответа", "Median reply"}},
    {"satisfaction", {"Средняя оценка", "Mean rating"}},
    {"high_rating_share", {"Доля оценок 4 и 5", "Share of ratings 4 and 5"}},
    {"repeat_share", {"Доля повторных", "Share of repeats"}},
    {"repeats", {"Повторных", "Repeats"}},
    {"fast_track_share", {"Фаст-трек в срок", "Fast track in time"}},
    {"per_thousand", {"На тысячу жителей", "Per thousand residents"}},
};

std::optional<double> share(std::uint32_t part, std::uint32_t whole) {
    if (whole == 0) return std::nullopt;
    return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

std::string_view axis_id(Axis a) {
    if (is_dimension(a)) return dimension_id(static_cast<Dimension>(a));
    return kTimeAxes[static_cast<std::size_t>(a) - kDimensions];
}

std::optional<Axis> parse_axis(std::string_view id) {
    if (const auto d = parse_dimension(id)) return axis(*d);
    for (std::size_t i = 0; i < std::size(kTimeAxes); ++i) {
        if (kTimeAxes[i] == id) return static_cast<Axis>(i + kDimensions);
    }
    return std::nullopt;
}

std::string_view measure_id(Measure m) { return kMeasures[static_cast<std::size_t>(m)].id; }

std::optional<Measure> parse_measure(std::string_view id) {
    for (std::size_t i = 0; i < std::size(kMeasures); ++i) {
        if (kMeasures[i].id == id) return static_cast<Measure>(i);
    }
    return std::nullopt;
}

Phrase measure_name(Measure m) { return kMeasures[static_cast<std::size_t>(m)].name; }

std::optional<double> value(const Tally& t, Measure measure) {
    switch (measure) {
        case Measure::Count: return t.n;
        case Measure::InTimeShare: return share(t.in_time, t.decided);
        case Measure::OverdueNow: return t.overdue_now;
        case Measure::OverdueShare: return share(t.decided - t.in_time, t.decided);
        case Measure::Open: return t.open;
        case Measure::Satisfaction: return share(t.rating_sum, t.rated);
        case Measure::HighRatingShare: return share(t.rated_high, t.rated);
        case Measure::RepeatShare: return share(t.repeats, t.n);
        case Measure::Repeats: return t.repeats;
        case Measure::FastTrackShare: return share(t.fast_in_time, t.fast_eligible);
        case Measure::MedianReply:
        case Measure::PerThousand: return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace problemator

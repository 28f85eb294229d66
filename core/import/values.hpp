// Cells as values: numbers with a decimal comma, yes and no, ratings, points, rubrics of the all-Russia classifier.
#pragma once
#include <optional>
#include <string_view>

#include "core/schema/message.hpp"

namespace problemator {

/// A finite number: "4.5", «4,5», «1 234,5» (blanks and no-break spaces between digits are dropped).
std::optional<double> read_number(std::string_view text);
/// Да/Нет, yes/no, true/false, y/n, 1/0, + ; nullopt for anything else.
std::optional<bool> read_yes_no(std::string_view text);
/// 1…5, also "5.0".
std::optional<int> read_rating(std::string_view text);

struct GeoPoint { double lat = 0, lon = 0; };
/// "POINT (lon lat)" (WKT) or "(lat, lon)" (Socrata); within ±90 and ±180, and not the (0, 0) of an empty geocoder.
std::optional<GeoPoint> read_point(std::string_view text);
bool is_place(double lat, double lon);

struct Rubric { std::string_view code, name; };
/// «(0002.0014.0143.0416) Качество оказания помощи» → code and name; a text without a code is all name. Only the first line is read.
Rubric read_rubric(std::string_view text);

}  // namespace problemator

// A part of an alarm.
#pragma once
#include <string>

#include "core/model/figure.hpp"

namespace problemator {

/// A part of what came above the norm: «ул. Лесная», «7 из 9 лишних». `count`: its messages of the week, opens them.
struct ExcessLine { std::string by, name, share; Figure count; };

}  // namespace problemator

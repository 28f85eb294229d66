// Console: what the command line says, in Russian or English, and the exit codes it ends with.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/error.hpp"
#include "core/base/result.hpp"

namespace problemator::cli {

/// Exit codes, documented in `problemator --help`.
enum class Exit : int {
    Ok = 0,
    Failed = 1,        // nothing could be made
    BadArguments = 2,
    WithRejects = 3,   // made, but some rows or files were rejected (only `check`, and `build --strict`)
    Personal = 4,      // personal data where none may be: nothing was written (`build`), or the site is not clean (`check --privacy`)
};
constexpr int code(Exit e) { return static_cast<int>(e); }

/// Russian unless --lang en was given or PROBLEMATOR_LANG is "en".
Lang language();
void set_language(Lang lang);
std::string_view say(const Phrase& phrase);            // the phrase in the chosen language
void print(std::string_view text);                     // to stdout, with a line end
void complain(const Error& error);                     // to stderr: «Ошибка: …»
/// BadArguments when the user's own words were wrong, Failed otherwise.
Exit exit_of(const Error& error);
/// What a command ends with: its own exit code, or its error, which is told.
Exit finish(const Result<Exit>& done);
Exit finish(const Result<Nothing>& done);
void note(std::string_view text);                      // to stderr

/// A line of progress on stderr, rewritten in place on a terminal; silent otherwise until done().
class Progress {
public:
    explicit Progress(std::string_view what);
    void at(std::uint64_t done, std::uint64_t total);
    void done(std::string_view summary);

private:
    std::string what_;
    int shown_percent_ = -1;
    bool is_terminal_ = false;
};

}  // namespace problemator::cli

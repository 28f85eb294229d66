#include "core/cli/console.hpp"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>

namespace problemator::cli {
namespace {

Lang& chosen() {
    static Lang lang = [] {
        const char* wanted = std::getenv("PROBLEMATOR_LANG");
        return wanted && std::string_view{wanted}.substr(0, 2) == "en" ? Lang::En : Lang::Ru;
    }();
    return lang;
}

void write(std::FILE* to, std::string_view text) { std::fwrite(text.data(), 1, text.size(), to); }

}  // namespace

Lang language() { return chosen(); }
void set_language(Lang lang) { chosen() = lang; }
std::string_view say(const Phrase& phrase) { return phrase.in(language()); }

void print(std::string_view text) {
    write(stdout, text);
    if (text.empty() || text.back() != '\n') write(stdout, "\n");
}

void note(std::string_view text) {
    write(stderr, text);
    write(stderr, "\n");
}

void complain(const Error& error) { note(std::string{say({"Ошибка: ", "Error: "})} + describe(error, language())); }

Exit exit_of(const Error& error) {
    if (error.fault == Fault::PersonalData) return Exit::Personal;
    return error.fault == Fault::BadArgument || error.fault == Fault::WrongKey ? Exit::BadArguments : Exit::Failed;
}

Exit finish(const Result<Exit>& done) {
    if (done) return *done;
    complain(done.error());
    return exit_of(done.error());
}

Exit finish(const Result<Nothing>& done) {
    if (done) return Exit::Ok;
    complain(done.error());
    return exit_of(done.error());
}

Progress::Progress(std::string_view what) : what_{what}, is_terminal_{isatty(STDERR_FILENO) == 1} {}

void Progress::at(std::uint64_t done, std::uint64_t total) {
    const int percent = total == 0 ? 100 : static_cast<int>(done * 100 / total);
    if (!is_terminal_ || percent == shown_percent_) return;
    shown_percent_ = percent;
    write(stderr, "\r" + what_ + " … " + std::to_string(percent) + " %");
    std::fflush(stderr);
}

void Progress::done(std::string_view summary) {
    if (is_terminal_) write(stderr, "\r\x1b[K");
    note(what_ + ": " + std::string{summary});
}

}  // namespace problemator::cli

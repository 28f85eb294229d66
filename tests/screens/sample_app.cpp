#include "tests/screens/sample_app.hpp"

#include <gtest/gtest.h>

#include "core/app/assemble.hpp"
#include "core/cli/sample_registers.hpp"
#include "core/cli/samples.hpp"
#include "core/schema/embedded.hpp"

namespace problemator {
namespace {

std::unique_ptr<App> make_app() {
    const auto file = find_embedded(embedded_municipalities(), "oktyabrskoe");
    const auto profile = builtin_profile("oktyabrskoe");
    const auto calendar = builtin_calendar();
    if (!file || !profile || !calendar) return nullptr;
    std::map<std::string, std::string> bytes;
    cli::SampleOptions options;
    const auto sink = [&](std::string_view name, std::string_view piece) { return bytes[std::string{name}].append(piece), true; };
    const auto planted = cli::make_samples(*profile, options, sink);
    if (!planted || !cli::make_sample_registers(*profile, options, *planted, sink)) return nullptr;
    std::vector<SourceFile> files;
    for (const auto& [name, all] : bytes) files.push_back({name, all});
    auto made = assemble(take_in(files, *profile, *calendar, {}), *profile, std::string{file->text}, {.as_of = planted->as_of});
    if (!made) return nullptr;
    auto app = App::open(std::move(made->snapshot), "0f3a");
    return app ? *std::move(app) : nullptr;
}

}  // namespace

App& sample_app() {
    static const std::unique_ptr<App> app = make_app();
    if (!app) { ADD_FAILURE() << "the samples do not open"; std::abort(); }
    return *app;
}

std::vector<std::string> usual_links() {
    return {"#/svodka", "#/svodka?b=utilities", "#/svodka?compare=0", "#/teplo", "#/teplo?view=week-block", "#/teplo?view=weekday-hour",
            "#/teplo?cell=priobye,utilities", "#/teplo?measure=overdue_share", "#/teplo?change=1", "#/problemy", "#/rejting", "#/rejting?dep=utilities",
            "#/rejting?span=year", "#/pokazateli", "#/soobshcheniya", "#/soobshcheniya?m=overdue", "#/soobshcheniya?t=sherkaly", "#/kachestvo"};
}

}  // namespace problemator

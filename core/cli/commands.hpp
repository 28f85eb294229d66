// Commands of the command line: plain options in, exit code out. Parsing of arguments is in main.cpp.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "core/cli/console.hpp"
#include "core/cli/key.hpp"
#include "core/cli/overrides.hpp"

namespace problemator::cli {

struct InputOptions {
    std::string profile = "oktyabrskoe";       // id of a built-in profile or path of a JSON file
    std::vector<std::string> inputs;           // files or folders
    std::vector<std::string> channels;         // mapping files, tried before the built-in channels
    OverrideOptions overrides;                 // instead of what the program would find by looking
    std::string places;                        // GeoJSON of own places
    std::string as_of;                         // "2026-11-16" or "2026-11-16T00:00"; empty = after the last message
};

struct BuildOptions {
    InputOptions input;
    std::string out, app;                      // folder of the site; folder of the browser app (empty = beside the program)
    bool single_file = false, strict = false;
    bool internal = false, unencrypted = false;   // texts and exact points too: sealed with a key beside a published site, or open to all who have the folder
    KeyOptions key;                            // passphrase of `internal`
    bool masked_texts = false;                 // texts stay in a published site, with masks in place of personal data
    std::string allow_personal;                // reviewed finds that the gate lets through, see core/snapshot/privacy_check.hpp
    std::string views, sections;               // files of own pages that the site ships (core/model/reports/own_pages.hpp)
    bool no_data = false;                      // an app for the readers to open exports in: no snapshot, the sample data beside it
};

struct CheckOptions {
    InputOptions input;
    bool json = false;
    std::string rejects;
    std::string previous;                      // a snapshot to say what changed since
    std::string suggest, suggest_out;          // an unknown export to propose a mapping for, instead of reading inputs
    std::string privacy, allow_personal;       // a site, one of its files or a snapshot to prove clean instead of reading inputs
};

struct QueryOptions {
    InputOptions input;
    std::string snapshot;                      // read instead of inputs
    KeyOptions key;                            // passphrase of a sealed one (.pmseal)
    std::string group_by, across;              // across: second axis, makes a pivot
    std::vector<std::string> measures = {"count"};
    std::vector<std::string> filters;          // "block=zhkh,dorogi", "from=2026-01-01", "with=overdue_now"
    std::string format = "table";              // table, csv, json
};

struct SnapshotOptions {
    InputOptions input;
    std::string out, into;                     // a .pmsnap to write; a .pmsnap whose messages stay
    bool published = false;                    // without texts, exact points and everything about persons
};

struct VerifyOptions { std::string snapshot; bool json = false; };
struct ServeOptions { std::string folder; std::string host = "127.0.0.1"; int port = 8080; };

Exit run_build(const BuildOptions& options);
Exit run_check(const CheckOptions& options);
Exit run_query(const QueryOptions& options);
Exit run_snapshot(const SnapshotOptions& options);
Exit run_verify(const VerifyOptions& options);
Exit run_serve(const ServeOptions& options);

}  // namespace problemator::cli

// Key: the passphrase of a sealed snapshot, from a file or from a variable of the environment, and the chance that sealing needs.
#pragma once
#include <string>

#include "core/base/result.hpp"
#include "core/seal/sealed.hpp"

namespace problemator::cli {

/// Where a passphrase comes from: --key-file or --key-env, never an argument, which every user of the machine could read.
struct KeyOptions {
    std::string file, env;
    bool is_given() const { return !file.empty() || !env.empty(); }
    std::string_view option() const { return env.empty() ? "--key-file" : "--key-env"; }
};

/// The passphrase without the line end that editors add. Only one source may be given; what it holds may not be shorter than kLeastKey.
Result<std::string> read_key(const KeyOptions& options);
/// Salt and nonce of the operating system.
SealChance random_chance();

}  // namespace problemator::cli

#include "core/cli/key.hpp"

#include <sodium.h>

#include <cstdlib>

#include "core/cli/console.hpp"
#include "core/cli/files.hpp"

namespace problemator::cli {
namespace {

Error wrong(std::string_view option, std::string piece, std::string expected) {
    return {.fault = Fault::BadArgument, .place = {.column = std::string{option}}, .piece = std::move(piece), .expected = std::move(expected)};
}

Result<std::string> key_of_environment(const std::string& name) {
    if (const char* value = std::getenv(name.c_str())) return std::string{value};
    return wrong("--key-env", name, std::string{say({"имя переменной окружения, в которой лежит ключ", "the name of a variable of the environment that holds the key"})});
}

}  // namespace

Result<std::string> read_key(const KeyOptions& options) {
    if (!options.file.empty() && !options.env.empty()) return wrong("--key-env", options.env, std::string{say({"без --key-file", "without --key-file"})});
    TRY(std::string key, options.env.empty() ? read_file(options.file) : key_of_environment(options.env));
    while (!key.empty() && (key.back() == '\n' || key.back() == '\r')) key.pop_back();
    if (key.size() < kLeastKey) return wrong(options.option(), std::to_string(key.size()), "≥ " + std::to_string(kLeastKey));
    return key;
}

SealChance random_chance() {
    SealChance chance;
    if (sodium_init() < 0) return chance;   // seal() refuses then
    randombytes_buf(chance.salt.data(), chance.salt.size());
    randombytes_buf(chance.nonce.data(), chance.nonce.size());
    return chance;
}

}  // namespace problemator::cli

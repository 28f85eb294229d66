// JsonEvents: nlohmann's SAX parser with the events that readers of tables need. Nothing of the document is kept.
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/error.hpp"

namespace problemator {

inline constexpr std::size_t kMaxJsonDepth = 64;

enum class JsonKind : std::uint8_t { Null, YesNo, Number, String };

/// `text`: "1" or "0" of YesNo, digits as written of a Number, unescaped UTF-8 of a String. `value`: of a Number.
struct JsonScalar { JsonKind kind{}; std::string_view text; double value = 0; };

struct JsonDamage { std::size_t at = 0; Fault fault{}; };   // byte where reading stopped; BadJson, BadEncoding, Truncated or TooLarge (nesting)

class JsonEvents : private nlohmann::json_sax<nlohmann::json> {
public:
    JsonEvents() = default;
    ~JsonEvents() override = default;
    /// Reads one whole document; nullopt = all of it.
    std::optional<JsonDamage> read(std::string_view text);

protected:
    virtual void on_scalar(const JsonScalar& scalar) = 0;
    virtual void on_key(std::string_view key) = 0;
    virtual void on_open(char bracket) = 0;    // { or [
    virtual void on_close(char bracket) = 0;   // } or ]

private:
    bool open(char bracket);
    bool close(char bracket);
    bool null() final;
    bool boolean(bool value) final;
    bool number_integer(number_integer_t value) final;
    bool number_unsigned(number_unsigned_t value) final;
    bool number_float(number_float_t value, const string_t& text) final;
    bool string(string_t& value) final;
    bool binary(binary_t&) final { return false; }
    bool start_object(std::size_t) final { return open('{'); }
    bool end_object() final { return close('}'); }
    bool start_array(std::size_t) final { return open('['); }
    bool end_array() final { return close(']'); }
    bool key(string_t& name) final;
    bool parse_error(std::size_t position, const std::string& token, const nlohmann::detail::exception& error) final;

    std::size_t depth_ = 0, stopped_at_ = 0;
};

/// The place of a damage in words: row = line of `text`, piece = "line:column …the text there…".
Error describe_damage(std::string_view text, const JsonDamage& damage);
/// A number of JSON without exponent and of at most 17 significant digits ("1.5E4" → "15000"); nullopt when it cannot be written so.
std::optional<std::string> plain_number(std::string_view number);

}  // namespace problemator

// HtmlTokens: tags and texts of a page as browsers would see them, as far as tables need it. Whatever the bytes are, reading goes on.
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace problemator {

enum class HtmlKind : std::uint8_t { Text, Open, Close };

struct HtmlToken {
    HtmlKind kind{};
    std::string_view text;        // Text: with its entities; Open, Close: the attributes as written
    std::string name;             // Open, Close: lower case, without the prefix "ss:"
    bool is_literal = false;      // Text of a CDATA section: entities are none
};

class HtmlTokens {
public:
    /// Reads `page` from `at` on. Pages are read in bytes: any encoding that contains ASCII will do.
    explicit HtmlTokens(std::string_view page, std::size_t at = 0) : page_{page}, at_{at} {}
    /// Comments, declarations, scripts and styles are passed over.
    bool next(HtmlToken& token);
    std::size_t position() const { return at_; }

private:
    bool read_tag(HtmlToken& token);
    bool skip_to(std::string_view end);
    void skip_element(std::string_view name);
    std::size_t tag_end(std::size_t from);

    std::string_view page_;
    std::size_t at_;
    bool has_no_quote_[2] = {false, false};   // no " or ' closes any more: looked for once
};

/// Value of an attribute with the quotes gone and entities read; empty for a name alone; nullopt when absent. ASCII letter case is ignored.
std::optional<std::string> html_attribute(std::string_view attributes, std::string_view name);
/// The entity that begins at text[at] == '&': appends its character and returns true with `at` behind it; false: it is none.
bool append_entity(std::string& out, std::string_view text, std::size_t& at);

}  // namespace problemator

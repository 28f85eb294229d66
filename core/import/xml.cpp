#include "core/import/xml.hpp"

#include <expat.h>

#include <string>

#include "core/import/inflate.hpp"

namespace problemator {

namespace {

constexpr int kSlice = 64 << 10;
constexpr std::uint32_t kDeepest = 256;   // elements in elements; tables have about ten
constexpr std::size_t kLargestToken = std::size_t{1} << 20;   // one tag with its attributes: read again with each slice until it is whole

std::string_view local_name(std::string_view name) {
    const std::size_t colon = name.find(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

/// The C functions that expat calls.
struct XmlEvents {
    static XmlStream& self(void* user) { return *static_cast<XmlStream*>(user); }
    static void XMLCALL open(void* user, const XML_Char* name, const XML_Char** pairs) {
        XmlStream& stream = self(user);
        if (stream.failure_) return;
        if (++stream.depth_ > kDeepest) { stream.refuse(beyond_limit("xml_depth", kDeepest)); return; }
        stream.handler_.on_open(local_name(name), XmlAttributes{pairs});
    }
    static void XMLCALL close(void* user, const XML_Char* name) {
        XmlStream& stream = self(user);
        if (stream.failure_) return;
        --stream.depth_;
        stream.handler_.on_close(local_name(name));
    }
    static void XMLCALL text(void* user, const XML_Char* bytes, int size) {
        XmlStream& stream = self(user);
        if (!stream.failure_) stream.handler_.on_text({bytes, static_cast<std::size_t>(size)});
    }
    static void XMLCALL doctype(void* user, const XML_Char* name, const XML_Char*, const XML_Char*, int) {
        self(user).refuse({.fault = Fault::Damaged, .piece = "<!DOCTYPE " + std::string{name} + ">"});
    }
};

std::string_view XmlAttributes::operator[](std::string_view name) const {
    for (const char* const* pair = pairs_; pair[0]; pair += 2)
        if (local_name(pair[0]) == name) return pair[1];
    return {};
}

std::string_view XmlAttributes::beyond(std::string_view prefix, std::string_view name) const {
    for (const char* const* pair = pairs_; pair[0]; pair += 2) {
        const std::string_view whole = pair[0], local = local_name(whole);
        const bool has_prefix = whole.size() == prefix.size() + 1 + local.size() && whole.starts_with(prefix);
        if (local == name && !has_prefix) return pair[1];
    }
    return {};
}

XmlStream::XmlStream(std::unique_ptr<ByteStream> bytes, XmlHandler& handler, const PartLimits& limits)
    : bytes_{std::move(bytes)}, handler_{handler}, longest_token_{std::min(limits.cell_bytes, kLargestToken)}, parser_{XML_ParserCreate(nullptr)} {
    if (!parser_) { failure_ = Error{.fault = Fault::TooLarge}; return; }
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(parser_, XmlEvents::open, XmlEvents::close);
    XML_SetCharacterDataHandler(parser_, XmlEvents::text);
    XML_SetStartDoctypeDeclHandler(parser_, XmlEvents::doctype);
}

XmlStream::~XmlStream() {
    if (parser_) XML_ParserFree(parser_);
}

void XmlStream::pause() {
    if (is_paused_ || failure_) return;
    is_paused_ = XML_StopParser(parser_, XML_TRUE) == XML_STATUS_OK;
}

void XmlStream::refuse(Error error) {
    if (failure_) return;
    failure_ = std::move(error);
    XML_StopParser(parser_, XML_FALSE);
}

bool XmlStream::run() {
    if (failure_ || is_ended_) return false;
    if (is_paused_) {
        is_paused_ = false;
        if (XML_ResumeParser(parser_) == XML_STATUS_ERROR) { fail_by_parser(); return false; }
    }
    while (!is_paused_ && !failure_ && !is_last_)
        if (!advance()) return false;
    is_ended_ = !is_paused_ && is_last_;
    return is_paused_;
}

/// Feeds one slice.
bool XmlStream::advance() {
    void* buffer = XML_GetBuffer(parser_, kSlice);
    if (!buffer) { failure_ = beyond_limit("cell_bytes", longest_token_); return false; }
    const auto got = bytes_->read({static_cast<char*>(buffer), static_cast<std::size_t>(kSlice)});
    if (!got) { failure_ = got.error(); return false; }
    unpacked_ += *got;
    is_last_ = *got == 0;
    if (XML_ParseBuffer(parser_, static_cast<int>(*got), is_last_) == XML_STATUS_ERROR) { fail_by_parser(); return false; }
    const XML_Index done = XML_GetCurrentByteIndex(parser_);
    if (!is_paused_ && !is_last_ && done >= 0 && unpacked_ - static_cast<std::uint64_t>(done) > longest_token_ + kSlice) failure_ = beyond_limit("cell_bytes", longest_token_);
    return !failure_;
}

void XmlStream::fail_by_parser() {
    if (failure_) return;
    const XML_Error code = XML_GetErrorCode(parser_);
    const bool is_cut = is_last_ && (code == XML_ERROR_NO_ELEMENTS || code == XML_ERROR_UNCLOSED_TOKEN || code == XML_ERROR_PARTIAL_CHAR || code == XML_ERROR_UNCLOSED_CDATA_SECTION);
    const std::string where = std::to_string(XML_GetCurrentLineNumber(parser_)) + ":" + std::to_string(XML_GetCurrentColumnNumber(parser_) + 1);
    failure_ = Error{.fault = is_cut ? Fault::Truncated : Fault::Damaged, .piece = "XML " + where};
}

std::optional<Error> read_xml(std::unique_ptr<ByteStream> bytes, XmlHandler& handler, const PartLimits& limits) {
    XmlStream stream{std::move(bytes), handler, limits};
    while (stream.run()) {}
    return stream.failure();
}

}  // namespace problemator

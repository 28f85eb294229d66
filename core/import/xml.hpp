// XmlStream: expat over a byte stream, which stops whenever its handler wants, so that a table is read row by row and never held whole.
// Names lose their prefix: what an element means here follows from where it stands, and writers choose prefixes as they like.
// Documents with a DTD are refused: no office format has one, and it is the only home of entity bombs.
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "core/import/byte_stream.hpp"
#include "core/import/formats.hpp"

struct XML_ParserStruct;

namespace problemator {

/// The attributes of one element; values live as long as the call that gives them.
class XmlAttributes {
public:
    explicit XmlAttributes(const char* const* pairs) : pairs_{pairs} {}
    /// By the name without its prefix, the first that has it; empty when there is none.
    std::string_view operator[](std::string_view name) const;
    /// As above, of a name whose prefix is not `prefix`.
    std::string_view beyond(std::string_view prefix, std::string_view name) const;

private:
    const char* const* pairs_;
};

class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    virtual void on_open(std::string_view name, XmlAttributes attributes) = 0;
    virtual void on_close(std::string_view name) = 0;
    virtual void on_text(std::string_view utf8) = 0;
};

class XmlStream {
public:
    XmlStream(std::unique_ptr<ByteStream> bytes, XmlHandler& handler, const PartLimits& limits);
    ~XmlStream();
    XmlStream(const XmlStream&) = delete;
    XmlStream& operator=(const XmlStream&) = delete;

    /// Reads on until the handler calls pause() (true), or the document ends or cannot be read (false).
    bool run();
    void pause();                                        // by the handler: run() returns after this event
    void refuse(Error error);                            // by the handler: nothing more is read
    const std::optional<Error>& failure() const { return failure_; }
    std::uint64_t position() const { return bytes_->position(); }
    std::uint64_t unpacked() const { return unpacked_; } // bytes of XML so far

private:
    friend struct XmlEvents;
    bool advance();
    void fail_by_parser();

    std::unique_ptr<ByteStream> bytes_;
    XmlHandler& handler_;
    std::size_t longest_token_;
    XML_ParserStruct* parser_;
    std::optional<Error> failure_;
    std::uint64_t unpacked_ = 0;
    std::uint32_t depth_ = 0;
    bool is_paused_ = false, is_last_ = false, is_ended_ = false;
};

/// For documents of which only the opening tags matter.
class OpeningTags final : public XmlHandler {
public:
    using Take = std::function<void(std::string_view name, const XmlAttributes& attributes)>;
    explicit OpeningTags(Take take) : take_{std::move(take)} {}
    void on_open(std::string_view name, XmlAttributes attributes) override { take_(name, attributes); }
    void on_close(std::string_view) override {}
    void on_text(std::string_view) override {}

private:
    Take take_;
};

/// Reads a small document to its end.
std::optional<Error> read_xml(std::unique_ptr<ByteStream> bytes, XmlHandler& handler, const PartLimits& limits);

}  // namespace problemator

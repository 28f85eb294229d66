// Persons: what an import does with personal data of one message — counts it, masks texts that may be published, forgets authors.
#pragma once
#include <string>
#include <vector>

#include "core/clean/author.hpp"
#include "core/clean/privacy.hpp"
#include "core/import/import.hpp"

namespace problemator {

class Persons {
public:
    explicit Persons(const ImportOptions& options) : coder_{options.author_salt}, masks_texts_{options.mask_texts} {}
    /// True when the text of the message was masked.
    bool apply(Message& message);
    std::vector<PrivacyCount> counts() const;    // only kinds that occur

private:
    void look_at_author(const Message& message);
    bool look_at_text(std::string& text);

    AuthorCoder coder_;
    bool masks_texts_;
    PrivacyTally in_columns_, in_texts_;
    std::vector<PersonalSpan> spans_;
    std::string scratch_;
};

}  // namespace problemator

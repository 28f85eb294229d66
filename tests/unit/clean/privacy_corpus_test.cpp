// What docs/methods.md says about the recognisers, measured: shares of what is found and of what is masked for nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "tests/unit/clean/privacy_corpus.hpp"

namespace problemator {
namespace {

constexpr std::size_t kTexts = 6000;

bool covers(const std::vector<PersonalSpan>& found, const PersonalSpan& wanted) {   // every byte of it is masked
    return std::any_of(found.begin(), found.end(), [&](const PersonalSpan& s) { return s.begin <= wanted.begin && wanted.end <= s.end; });
}

struct Share { int hits = 0, all = 0; double value() const { return all == 0 ? 1 : static_cast<double>(hits) / all; } };

TEST(PrivacyCorpus, PhonesMailsAndDocumentsAreFoundToNinetyNineInAHundredAndNamesToNinetyFive) {
    std::array<Share, kPersonalKinds> shares;
    std::vector<PersonalSpan> found;
    int shown = 0;
    for (const corpus::Labelled& one : corpus::personal_texts(7, kTexts)) {
        find_personal(one.text, found);
        for (const PersonalSpan& wanted : one.spans) {
            Share& share = shares[static_cast<std::size_t>(wanted.kind)];
            const bool is_hit = covers(found, wanted);
            ++share.all, share.hits += is_hit;
            if (!is_hit && ++shown <= 20) std::printf("missed %s: %s\n", std::string{personal_kind_id(wanted.kind)}.c_str(), one.text.c_str());
        }
    }
    for (std::size_t kind = 0; kind < kPersonalKinds; ++kind) {
        const std::string id{personal_kind_id(static_cast<PersonalKind>(kind))};
        std::printf("%-10s %5d of %5d  %.4f\n", id.c_str(), shares[kind].hits, shares[kind].all, shares[kind].value());
        EXPECT_GT(shares[kind].all, 100) << id;
        EXPECT_GE(shares[kind].value(), kind == static_cast<std::size_t>(PersonalKind::Name) || kind == static_cast<std::size_t>(PersonalKind::Address) ? 0.95 : 0.99) << id;
    }
}

TEST(PrivacyCorpus, AtMostOneCleanTextInAHundredGetsAMask) {
    std::vector<PersonalSpan> found;
    int masked = 0;
    for (const std::string& text : corpus::clean_texts(11, kTexts)) {
        find_personal(text, found);
        masked += !found.empty();
        if (!found.empty() && masked <= 20) std::printf("masked for nothing: %s [%s]\n", text.c_str(), text.substr(found[0].begin, found[0].end - found[0].begin).c_str());
    }
    std::printf("masked for nothing: %d of %zu\n", masked, kTexts);
    EXPECT_LE(masked, static_cast<int>(kTexts / 100));
}

}  // namespace
}  // namespace problemator

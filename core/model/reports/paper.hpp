// Paper: a document made of blocks of the screens, each as its own link shows it. The reports that the decrees name are papers of ours,
// «Разделы» are papers that readers put together themselves (the format of their file: docs/formats.md).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "core/base/phrase.hpp"

namespace problemator {

/// A block of a screen: `link` is the state that shows it, `block` its id there ("matrix", "alarms").
struct BlockAt {
    std::string link, block;
    friend bool operator==(const BlockAt&, const BlockAt&) = default;
};

/// A section that a reader composed. `title_en` may be empty.
struct OwnSection {
    std::string id, title_ru, title_en, note;
    std::vector<BlockAt> blocks;
    const std::string& title(Lang lang) const { return lang == Lang::En && !title_en.empty() ? title_en : title_ru; }
    friend bool operator==(const OwnSection&, const OwnSection&) = default;
};

struct PaperPart {
    std::string id, title;             // title: over the block on paper
    BlockAt at;
    bool is_on = true;                 // the reader may leave a part out
    std::string toggle_href;           // empty: it stays
};

struct Paper {
    std::string id{}, title{}, subtitle{};   // «Аналитическая записка», «о сообщениях и обращениях жителей, неделя 46 …»
    std::vector<PaperPart> parts{};
    bool has_signature = false;
};

}  // namespace problemator

// Dictionary: names to codes and back. The ids that links use are unique, so that a link always means one name.
#include "core/base/text.hpp"
#include "core/store/table.hpp"

namespace problemator {
namespace {

constexpr std::size_t kMaxNames = 65536;   // codes are 16 bits, code 0 included

}  // namespace

Dictionary::Dictionary() : names_{""}, ids_{"none"} {
    by_name_.emplace("", kNotGiven);
    by_id_.emplace("none", kNotGiven);
}

Code Dictionary::intern(std::string_view name, std::string_view id) {
    if (const auto known = by_name_.find(name); known != by_name_.end()) return known->second;
    if (names_.size() >= kMaxNames) return kNotGiven;
    const std::string wanted = id.empty() ? slug(name) : std::string{id};
    std::string unused = wanted;
    for (int n = 2; by_id_.count(unused) != 0; ++n) unused = wanted + "-" + std::to_string(n);
    append(name, unused);
    return static_cast<Code>(names_.size() - 1);
}

bool Dictionary::append(std::string_view name, std::string_view id) {
    if (name.empty() || id.empty() || names_.size() >= kMaxNames) return false;
    const auto code = static_cast<Code>(names_.size());
    if (by_id_.find(id) != by_id_.end() || !by_name_.emplace(name, code).second) return false;
    by_id_.emplace(id, code);
    names_.emplace_back(name);
    ids_.emplace_back(id);
    return true;
}

Code Dictionary::find(std::string_view name) const {
    const auto known = by_name_.find(name);
    return known == by_name_.end() ? kNotGiven : known->second;
}

Code Dictionary::find_id(std::string_view id) const {
    const auto known = by_id_.find(id);
    return known == by_id_.end() ? kNotGiven : known->second;
}

}  // namespace problemator

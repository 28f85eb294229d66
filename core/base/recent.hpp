// Recent: the last few answers by their questions, so that the same question is not worked out twice. Bounded: what was asked for longest
// ago is forgotten. A handful of entries, so they are looked through one by one.
#pragma once
#include <algorithm>
#include <cstddef>
#include <memory>
#include <utility>
#include <vector>

namespace problemator {

template <class Key, class Value>
class Recent {
public:
    explicit Recent(std::size_t most) : most_{most} {}

    /// Null when it is not among the last `most`.
    std::shared_ptr<const Value> find(const Key& key) {
        const auto found = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.first == key; });
        if (found == entries_.end()) return nullptr;
        std::rotate(entries_.begin(), found, found + 1);
        return entries_.front().second;
    }

    /// pre: find(key) is null.
    std::shared_ptr<const Value> put(Key key, Value value) { return put(std::move(key), std::make_shared<const Value>(std::move(value))); }
    std::shared_ptr<const Value> put(Key key, std::shared_ptr<const Value> value) {
        if (entries_.size() >= most_) entries_.pop_back();
        return entries_.emplace(entries_.begin(), std::move(key), std::move(value))->second;
    }

    /// `make` may ask other lists, and this one too.
    template <class Make>
    std::shared_ptr<const Value> get(const Key& key, Make make) {
        if (auto known = find(key)) return known;
        Value value = make();
        return put(key, std::move(value));
    }

    std::size_t size() const { return entries_.size(); }
    void clear() { entries_.clear(); }

private:
    using Entry = std::pair<Key, std::shared_ptr<const Value>>;
    std::size_t most_;
    std::vector<Entry> entries_;                   // asked for last = first
};

}  // namespace problemator

#include "core/documents/blocks.hpp"

#include "core/documents/block_parts.hpp"

namespace problemator {
namespace {

PageBlock made(const Page& page, const BlockSource& from, BlockName name) {
    PageBlock block{.id = std::move(name.id), .title = std::move(name.title), .has_picture = name.has_picture};
    std::visit([&](const auto& it) { fill(block, it, from); }, page);
    return block;
}

template <class P>
std::optional<Scene> picture(const P& page, std::string_view id, double width, Lang lang) {
    if constexpr (requires { picture_of(page, id, width, lang); }) return picture_of(page, id, width, lang);
    else return std::nullopt;
}

}  // namespace

std::vector<BlockName> block_names(const Page& page, Lang lang) {
    return std::visit([lang](const auto& it) { return names_of(it, lang); }, page);
}

std::vector<PageBlock> blocks_of(const Page& page, const World& world, const State& state) {
    const BlockSource from{world, state, state.lang};
    std::vector<PageBlock> out;
    for (BlockName& name : block_names(page, state.lang)) out.push_back(made(page, from, std::move(name)));
    return out;
}

std::optional<PageBlock> block_of(const Page& page, const World& world, const State& state, std::string_view id, std::size_t most_rows) {
    for (BlockName& name : block_names(page, state.lang))
        if (name.id == id) return made(page, {world, state, state.lang, most_rows}, std::move(name));
    return std::nullopt;
}

std::optional<Scene> block_picture(const Page& page, std::string_view id, double width, Lang lang) {
    return std::visit([&](const auto& it) { return picture(it, id, width, lang); }, page);
}

}  // namespace problemator

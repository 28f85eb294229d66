// parallel_for: work in pieces that do not touch each other, on all processors. Each piece writes to places of its own, so the result is the
// same on one thread and on many. The page has one thread: there the pieces follow each other.
#pragma once
#include <algorithm>
#include <cstddef>

namespace problemator {

/// How many threads work at once: as many as the machine has processors, at most 16; 1 in the page, and within a piece.
std::size_t thread_count();

/// While it lives, the thread that made it works with so many: what a test and a benchmark compare.
class ThreadsForNow {
public:
    explicit ThreadsForNow(std::size_t threads);
    ~ThreadsForNow();
    ThreadsForNow(const ThreadsForNow&) = delete;
    ThreadsForNow& operator=(const ThreadsForNow&) = delete;

private:
    [[maybe_unused]] std::size_t before_;   // the page has no use for it
};

/// A piece of work by its number. It does not own what it refers to.
struct PieceWork {
    const void* context;
    void (*call)(const void* context, std::size_t piece);
};

void run_pieces(std::size_t pieces, PieceWork work);

/// Calls `work(0)` … `work(pieces − 1)`, each once and in any order; returns when all are done. Of what pieces throw, that of the first piece is thrown here.
template <class Work>
void parallel_for(std::size_t pieces, const Work& work) {
    run_pieces(pieces, {&work, [](const void* context, std::size_t piece) { (*static_cast<const Work*>(context))(piece); }});
}

/// Calls `work(begin, end)` for the numbers 0 … n − 1 in ranges of `each`, the last one shorter. Fewer than two ranges are no reason for a thread.
template <class Work>
void parallel_ranges(std::size_t n, std::size_t each, const Work& work) {
    parallel_for((n + each - 1) / each, [&](std::size_t piece) { work(piece * each, std::min(n, (piece + 1) * each)); });
}

}  // namespace problemator

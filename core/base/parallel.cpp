#include "core/base/parallel.hpp"

#ifndef __EMSCRIPTEN__
#include <atomic>
#include <exception>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>
#endif

namespace problemator {
namespace {

void run_one_by_one(std::size_t pieces, PieceWork work) {
    for (std::size_t piece = 0; piece < pieces; ++piece) work.call(work.context, piece);
}

}  // namespace

#ifdef __EMSCRIPTEN__

std::size_t thread_count() { return 1; }

ThreadsForNow::ThreadsForNow(std::size_t threads) : before_{threads} {}
ThreadsForNow::~ThreadsForNow() = default;

void run_pieces(std::size_t pieces, PieceWork work) { run_one_by_one(pieces, work); }

#else

namespace {

constexpr std::size_t kMostThreads = 16;

thread_local std::size_t threads_for_now = 0;   // 0: as many as there are processors

/// Hands out pieces to threads and remembers what was thrown.
class Pieces {
public:
    Pieces(std::size_t pieces, PieceWork work) : thrown_(pieces), work_{work} {}

    /// What every thread does: the next piece, until none is left.
    void work_off() {
        const ThreadsForNow alone{1};
        for (std::size_t piece = next_++; piece < thrown_.size(); piece = next_++) {
            try {
                work_.call(work_.context, piece);
            } catch (...) {
                thrown_[piece] = std::current_exception();
            }
        }
    }
    void throw_first() const {
        for (const std::exception_ptr& one : thrown_)
            if (one) std::rethrow_exception(one);
    }

private:
    std::vector<std::exception_ptr> thrown_;    // by every piece
    std::atomic<std::size_t> next_{0};
    PieceWork work_;
};

}  // namespace

std::size_t thread_count() {
    static const std::size_t processors = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, kMostThreads);
    return threads_for_now > 0 ? threads_for_now : processors;
}

ThreadsForNow::ThreadsForNow(std::size_t threads) : before_{std::exchange(threads_for_now, threads)} {}
ThreadsForNow::~ThreadsForNow() { threads_for_now = before_; }

void run_pieces(std::size_t pieces, PieceWork work) {
    const std::size_t threads = std::min(pieces, thread_count());
    if (threads < 2) return run_one_by_one(pieces, work);
    Pieces all{pieces, work};
    std::vector<std::thread> others;
    try {
        while (others.size() + 1 < threads) others.emplace_back([&all] { all.work_off(); });
    } catch (const std::system_error&) {   // the machine gives no more threads: fewer do it all the same
    }
    all.work_off();
    for (std::thread& other : others) other.join();
    all.throw_first();
}

#endif

}  // namespace problemator

// Work done by several threads, results taken in the order the work was given out. A ring of slots bounds what is under
// way: who fills the slots waits until the oldest result has been taken. Slots are reused and keep their memory.
#pragma once
#include <condition_variable>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

namespace whosaid::cli {

// fill(Slot&) -> bool: puts work into a slot, false = there is none left. Called from the calling thread.
// make_worker() -> callable(Slot&): one per thread.
// take(Slot&) -> bool: called in order, never by two threads at once; false stops everything.
// None of them may throw.
template <class Slot, class Fill, class MakeWorker, class Take>
void run_in_order(unsigned jobs, Fill fill, MakeWorker make_worker, Take take) {
  if (jobs <= 1) {
    auto worker = make_worker();
    Slot slot;
    while (fill(slot)) {
      worker(slot);
      if (!take(slot)) return;
    }
    return;
  }

  struct Place {
    Slot slot;
    bool done = false;
  };
  std::vector<Place> ring(std::size_t{2} * jobs + 1);
  std::mutex mutex;
  std::condition_variable room, work;
  std::uint64_t filled = 0, begun = 0, taken = 0;
  bool ended = false, stopped = false, taking = false;

  auto const work_on = [&] {
    // Signals are for the calling thread, whose waiting for input they are to end.
    sigset_t all;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_BLOCK, &all, nullptr);
    auto worker = make_worker();
    std::unique_lock lock(mutex);
    for (;;) {
      work.wait(lock, [&] { return begun < filled || ended || stopped; });
      if (stopped || begun == filled) return;
      auto& place = ring[begun++ % ring.size()];
      lock.unlock();
      worker(place.slot);
      lock.lock();
      place.done = true;
      if (taking) continue;  // the thread that is at it takes this one too
      taking = true;
      while (!stopped && taken < filled && ring[taken % ring.size()].done) {
        auto& oldest = ring[taken % ring.size()];
        lock.unlock();
        bool const go_on = take(oldest.slot);
        lock.lock();
        oldest.done = false;
        ++taken;
        if (!go_on) {
          stopped = true;
          work.notify_all();
        }
        room.notify_one();
      }
      taking = false;
    }
  };

  std::vector<std::thread> threads;
  threads.reserve(jobs);
  try {
    for (unsigned i = 0; i < jobs; ++i) threads.emplace_back(work_on);
  } catch (std::system_error const&) {  // the system gives no more threads; those that there are do the work
    if (threads.empty()) return run_in_order<Slot>(1, fill, make_worker, take);
  }
  for (;;) {
    {
      std::unique_lock lock(mutex);
      room.wait(lock, [&] { return filled - taken < ring.size() || stopped; });
      if (stopped) break;
    }
    // The slot is nobody else's until `filled` moves on.
    if (!fill(ring[filled % ring.size()].slot)) break;
    std::lock_guard lock(mutex);
    ++filled;
    work.notify_one();
  }
  {
    std::lock_guard lock(mutex);
    ended = true;
    work.notify_all();
  }
  for (auto& thread : threads) thread.join();
}

}  // namespace whosaid::cli

#include "cli/batch.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <vector>

namespace incidents::cli {
namespace {

/// The shared state of a run. Sequence numbers are given by the reader; results come out in their order.
class Pipeline {
 public:
  explicit Pipeline(unsigned jobs) : ring_(std::size_t{4} * jobs) {}

  /// Waits for a free ticket; false when the run is over.
  bool take_ticket() {
    std::unique_lock lock(mutex_);
    ticket_free_.wait(lock, [&] { return over_ || read_ - consumed_ < ring_.size(); });
    return !over_;
  }

  void push(InputItem item) {
    const std::lock_guard lock(mutex_);
    queue_.emplace_back(read_++, std::move(item));
    work_ready_.notify_one();
  }

  void close_input() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    work_ready_.notify_all();
    result_ready_.notify_all();
  }

  std::optional<std::pair<std::uint64_t, InputItem>> pop() {
    std::unique_lock lock(mutex_);
    work_ready_.wait(lock, [&] { return over_ || closed_ || !queue_.empty(); });
    if (over_ || queue_.empty()) return std::nullopt;
    auto item = std::move(queue_.front());
    queue_.pop_front();
    return item;
  }

  void finish(std::uint64_t sequence, Result result) {
    const std::lock_guard lock(mutex_);
    ring_[sequence % ring_.size()] = std::move(result);
    if (sequence == consumed_) result_ready_.notify_one();
  }

  enum class Wait { result, time_passed, end };
  /// Waits up to a second for the next result in order.
  Wait wait_result(Result& result, bool& idle) {
    std::unique_lock lock(mutex_);
    const auto ready = [&] { return over_ || next_slot().has_value() || (closed_ && consumed_ == read_); };
    if (!result_ready_.wait_for(lock, std::chrono::seconds(1), ready)) return Wait::time_passed;
    if (over_ || !next_slot()) return Wait::end;
    result = std::move(*next_slot());
    next_slot().reset();
    ++consumed_;
    idle = !next_slot().has_value();
    ticket_free_.notify_one();
    return Wait::result;
  }

  /// Ends the run for all threads, now.
  void abandon() {
    const std::lock_guard lock(mutex_);
    over_ = true;
    ticket_free_.notify_all();
    work_ready_.notify_all();
    result_ready_.notify_all();
  }

 private:
  std::optional<Result>& next_slot() { return ring_[consumed_ % ring_.size()]; }

  std::mutex mutex_;
  std::condition_variable ticket_free_, work_ready_, result_ready_;
  std::deque<std::pair<std::uint64_t, InputItem>> queue_;
  std::vector<std::optional<Result>> ring_;
  std::uint64_t read_ = 0;
  std::uint64_t consumed_ = 0;
  bool closed_ = false;
  bool over_ = false;
};

/// Ends the run when a step leaves by an exception, so that no thread waits for one that is gone.
class AbandonUnlessDone {
 public:
  AbandonUnlessDone(Pipeline& pipeline, const BatchSteps& steps) : pipeline_(pipeline), steps_(steps) {}
  ~AbandonUnlessDone() {
    if (done) return;
    pipeline_.abandon();
    steps_.stop_reading();
  }
  AbandonUnlessDone(const AbandonUnlessDone&) = delete;
  AbandonUnlessDone& operator=(const AbandonUnlessDone&) = delete;
  bool done = false;

 private:
  Pipeline& pipeline_;
  const BatchSteps& steps_;
};

void read_all(Pipeline& pipeline, const BatchSteps& steps) {
  AbandonUnlessDone guard(pipeline, steps);
  while (pipeline.take_ticket()) {
    auto item = steps.read();
    if (!item) break;
    pipeline.push(std::move(*item));
  }
  pipeline.close_input();
  guard.done = true;
}

void work_all(Pipeline& pipeline, const BatchSteps& steps) {
  AbandonUnlessDone guard(pipeline, steps);
  Scratch scratch;
  while (auto item = pipeline.pop()) pipeline.finish(item->first, steps.work(std::move(item->second), scratch));
  guard.done = true;
}

void consume_all(Pipeline& pipeline, const BatchSteps& steps) {
  AbandonUnlessDone guard(pipeline, steps);
  for (;;) {
    Result result;
    bool idle = false;
    switch (pipeline.wait_result(result, idle)) {
      case Pipeline::Wait::time_passed:
        steps.tick();
        break;
      case Pipeline::Wait::result:
        if (!steps.consume(std::move(result), idle)) return;
        break;
      case Pipeline::Wait::end:
        guard.done = true;
        return;
    }
  }
}

}  // namespace

void run_batch(unsigned jobs, const BatchSteps& steps) {
  Pipeline pipeline(jobs);
  std::vector<std::future<void>> threads;
  threads.push_back(std::async(std::launch::async, [&] { read_all(pipeline, steps); }));
  for (unsigned i = 0; i < jobs; ++i) {
    threads.push_back(std::async(std::launch::async, [&] { work_all(pipeline, steps); }));
  }
  consume_all(pipeline, steps);
  for (auto& thread : threads) thread.get();
}

}  // namespace incidents::cli

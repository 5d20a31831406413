/// The tasks of a loop that are not done, in the order of their creation: linked through the tasks
/// themselves, which leave it when they end. The loop's thread alone.
#pragma once

namespace asyncio {

class TaskBase;

/// A task's place in the list.
class TaskLink {
 public:
  TaskLink() = default;
  TaskLink(const TaskLink&) = delete;
  TaskLink& operator=(const TaskLink&) = delete;

 protected:
  ~TaskLink() { unlink(); }
  void unlink() noexcept {
    before_->after_ = after_;
    after_->before_ = before_;
    before_ = after_ = this;
  }

 private:
  friend class TaskList;
  TaskLink* before_ = this;
  TaskLink* after_ = this;
};

class TaskList {
 public:
  bool empty() const { return ends_.after_ == &ends_; }
  void append(TaskLink& task) noexcept {
    task.before_ = ends_.before_;
    task.after_ = &ends_;
    ends_.before_->after_ = &task;
    ends_.before_ = &task;
  }
  template <class Visit>
  void each(Visit visit) const {
    for (const TaskLink* link = ends_.after_; link != &ends_; link = link->after_)
      visit(const_cast<TaskLink&>(*link));
  }

 private:
  struct Ends final : TaskLink {};
  Ends ends_;
};

}  // namespace asyncio

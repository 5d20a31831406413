/// The containers of one run: everything through which references can form a cycle. Counting frees
/// all else; at the end of a run `clear` empties what is left, so that cycles go too.
///
/// Thread: containers may be made and dropped on any thread; `clear` is for the end, when no other
/// thread runs scenario code.
#pragma once

#include "conformance/native/runtime/spin_lock.h"
#include "conformance/native/runtime/value.h"

namespace touchstone::native {

class Heap;

/// An object that can take part in a cycle. It belongs to the heap that is current on the thread
/// that makes it; none: it is for ever (the built-in classes).
class Container : public Object {
 public:
  explicit Container(Kind kind);
  ~Container() override;

 private:
  friend class Heap;
  Heap* heap_ = nullptr;
  Container* previous_ = nullptr;
  Container* next_ = nullptr;
};

class Heap {
 public:
  Heap() = default;
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;
  ~Heap();

  void clear();

  static Heap* current();
  /// Makes a heap current on this thread; gives the one before.
  static Heap* set_current(Heap* heap);

 private:
  friend class Container;
  void link(Container* container);
  void unlink(Container* container);

  SpinLock lock_;
  Container* first_ = nullptr;
};

}  // namespace touchstone::native

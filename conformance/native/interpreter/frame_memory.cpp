#include "conformance/native/interpreter/frame_memory.h"

#include <array>
#include <new>

#if defined(__SANITIZE_ADDRESS__)
#define TOUCHSTONE_FRAMES_FROM_HEAP 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TOUCHSTONE_FRAMES_FROM_HEAP 1
#endif
#endif

namespace touchstone::native {

#ifdef TOUCHSTONE_FRAMES_FROM_HEAP

void* take_frame(std::size_t bytes) { return ::operator new(bytes); }
void give_frame(void* block, std::size_t) noexcept { ::operator delete(block); }
void give_free_frames_back() noexcept {}

#else

namespace {

constexpr std::size_t granule_bytes = 16;
constexpr std::size_t pooled_bytes_max = 2048;

struct FreeBlock {
  FreeBlock* next;
};

struct FreeLists {
  std::array<FreeBlock*, pooled_bytes_max / granule_bytes + 1> first{};
  ~FreeLists() { clear(); }
  void clear() {
    for (FreeBlock*& list : first) {
      while (list != nullptr) {
        FreeBlock* next = list->next;
        ::operator delete(list);
        list = next;
      }
    }
  }
};

FreeLists& lists() {
  thread_local FreeLists of_thread;
  return of_thread;
}

std::size_t size_class(std::size_t bytes) { return (bytes + granule_bytes - 1) / granule_bytes; }

}  // namespace

void* take_frame(std::size_t bytes) {
  if (bytes > pooled_bytes_max) return ::operator new(bytes);
  FreeBlock*& list = lists().first[size_class(bytes)];
  if (list == nullptr) return ::operator new(size_class(bytes) * granule_bytes);
  FreeBlock* block = list;
  list = block->next;
  return block;
}

void give_frame(void* block, std::size_t bytes) noexcept {
  if (bytes > pooled_bytes_max) {
    ::operator delete(block);
    return;
  }
  FreeBlock*& list = lists().first[size_class(bytes)];
  auto* freed = static_cast<FreeBlock*>(block);
  freed->next = list;
  list = freed;
}

void give_free_frames_back() noexcept { lists().clear(); }

#endif

}  // namespace touchstone::native

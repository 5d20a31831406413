/// Where coroutine frames of the interpreter live: thread-local lists of freed blocks by size. A
/// block may be freed on another thread than the one that took it. Under AddressSanitizer every
/// block comes from the heap, so that stale uses are seen.
#pragma once

#include <cstddef>

namespace touchstone::native {

void* take_frame(std::size_t bytes);
void give_frame(void* block, std::size_t bytes) noexcept;
/// Gives the heap the blocks that this thread holds for frames to come.
void give_free_frames_back() noexcept;

}  // namespace touchstone::native

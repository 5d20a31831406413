#include "impl/asyncio/stream_reader.h"

#include <algorithm>
#include <limits>

namespace asyncio {
namespace {

std::size_t checked_limit(std::int64_t limit) {
  if (limit <= 0) throw errors::ValueError("Limit cannot be <= 0");
  return static_cast<std::size_t>(limit);
}

}  // namespace

StreamReader::StreamReader(LoopPointer loop, std::int64_t limit)
    : loop_(std::move(loop)), limit_(checked_limit(limit)) {}

Coroutine<std::string> StreamReader::read(std::int64_t count) {
  require_no_exception();
  if (count == 0) co_return std::string();
  if (count > 0) {
    if (buffer_.empty() && !eof_) co_await wait_for_data("read");
    co_return take(std::min(static_cast<std::size_t>(count), buffer_.size()));
  }
  std::string all;
  while (true) {
    const std::string block = co_await read(std::numeric_limits<std::int64_t>::max());
    if (block.empty()) break;
    all += block;
  }
  co_return all;
}

Coroutine<std::string> StreamReader::readexactly(std::int64_t count) {
  if (count < 0) throw errors::ValueError("readexactly size can not be less than zero");
  require_no_exception();
  const auto wanted = static_cast<std::size_t>(count);
  while (buffer_.size() < wanted) {
    if (eof_) throw IncompleteReadError(std::exchange(buffer_, {}), wanted);
    co_await wait_for_data("readexactly");
  }
  co_return take(wanted);
}

Coroutine<std::string> StreamReader::readuntil(std::string separator) {
  if (separator.empty()) throw errors::ValueError("Separator should be at least one-byte string");
  require_no_exception();
  std::size_t searched = 0;
  std::size_t found = std::string::npos;
  while ((found = buffer_.find(separator, searched)) == std::string::npos) {
    if (buffer_.size() >= separator.size()) searched = buffer_.size() + 1 - separator.size();
    if (searched > limit_)
      throw LimitOverrunError("Separator is not found, and chunk exceed the limit", searched);
    if (eof_) throw IncompleteReadError(std::exchange(buffer_, {}), std::nullopt);
    co_await wait_for_data("readuntil");
  }
  if (found > limit_)
    throw LimitOverrunError("Separator is found, but chunk is longer than limit", found);
  co_return take(found + separator.size());
}

Coroutine<std::string> StreamReader::readline() {
  try {
    co_return co_await readuntil();
  } catch (const IncompleteReadError& error) {
    co_return error.partial;
  } catch (const LimitOverrunError& error) {
    const bool is_whole = buffer_.compare(error.consumed, 1, "\n") == 0;
    buffer_.erase(0, is_whole ? error.consumed + 1 : std::string::npos);
    resume_if_drained();
    throw errors::ValueError(error.message());
  }
}

void StreamReader::feed_data(std::string_view data) {
  if (data.empty()) return;
  buffer_.append(data);
  if (const Wake waiter = std::exchange(waiter_, nullptr)) release(*waiter);
  if (paused_ || buffer_.size() <= 2 * limit_) return;
  if (const auto transport = transport_.lock()) {
    transport->pause_reading();
    paused_ = true;
  }
}

void StreamReader::feed_eof() {
  eof_ = true;
  if (const Wake waiter = std::exchange(waiter_, nullptr)) release(*waiter);
}

void StreamReader::set_exception(std::exception_ptr error) {
  exception_ = std::move(error);
  const Wake waiter = std::exchange(waiter_, nullptr);
  if (waiter && !waiter->done()) waiter->set_exception(exception_);
}

Coroutine<> StreamReader::wait_for_data(const char* reader) {
  if (waiter_) {
    throw errors::RuntimeError(std::string(reader) +
                               "() called while another coroutine is already waiting for incoming "
                               "data");
  }
  resume();  // paused, it would wait for ever
  const Wake waiter = waiter_ = make_wake(loop_);
  const struct Leave {
    StreamReader& stream;
    ~Leave() { stream.waiter_.reset(); }
  } leave{*this};
  co_await waiter;
}

std::string StreamReader::take(std::size_t count) {
  std::string data;
  if (count == buffer_.size()) {
    data.swap(buffer_);
  } else {
    data.assign(buffer_, 0, count);
    buffer_.erase(0, count);
  }
  resume_if_drained();
  return data;
}

void StreamReader::resume_if_drained() {
  if (buffer_.size() <= limit_) resume();
}

void StreamReader::resume() {
  if (!std::exchange(paused_, false)) return;
  if (const auto transport = transport_.lock()) transport->resume_reading();
}

void StreamReader::require_no_exception() const {
  if (exception_) std::rethrow_exception(exception_);
}

}  // namespace asyncio

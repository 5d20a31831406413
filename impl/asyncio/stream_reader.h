/// The reading half of a stream: what has been received, for coroutines to wait for.
///
/// Reads give bytes in order, each once; at the end of the stream they give what is left, then
/// nothing, again and again. The buffer is not filled far beyond twice the limit: the other side
/// has to wait. One read at a time. It outlives the reads. Errors: RuntimeError for a second read
/// while one waits; ValueError for bad arguments and for a line beyond the limit; the connection's
/// error. The loop's thread alone. Claims: asyncio.streams.*
#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <string>
#include <string_view>

#include "impl/asyncio/coroutine.h"
#include "impl/asyncio/stream_errors.h"
#include "impl/asyncio/transport.h"

namespace asyncio {

class StreamReader {
 public:
  static constexpr std::int64_t default_limit = 64 * std::int64_t{1024};

  explicit StreamReader(LoopPointer loop, std::int64_t limit = default_limit);
  StreamReader(const StreamReader&) = delete;
  StreamReader& operator=(const StreamReader&) = delete;

  /// As soon as there is something, at most `count` bytes; all up to the end where it is negative.
  Coroutine<std::string> read(std::int64_t count = -1);
  /// IncompleteReadError where the stream ends before.
  Coroutine<std::string> readexactly(std::int64_t count);
  /// Up to the separator and with it. IncompleteReadError where the stream ends before;
  /// LimitOverrunError where more comes before it than the limit allows, and all is still there.
  Coroutine<std::string> readuntil(std::string separator = "\n");
  /// With its line feed, but for a last line without.
  Coroutine<std::string> readline();

  bool at_eof() const { return eof_ && buffer_.empty(); }
  /// Null where there is none.
  const std::exception_ptr& exception() const { return exception_; }

  // For who receives.
  void set_transport(std::weak_ptr<Transport> transport) { transport_ = std::move(transport); }
  void feed_data(std::string_view data);
  void feed_eof();
  void set_exception(std::exception_ptr error);

 private:
  Coroutine<> wait_for_data(const char* reader);
  std::string take(std::size_t count);
  void resume_if_drained();
  void resume();
  void require_no_exception() const;

  const LoopPointer loop_;
  const std::size_t limit_;
  std::weak_ptr<Transport> transport_;
  std::string buffer_;
  std::exception_ptr exception_;
  Wake waiter_;
  bool eof_ = false;
  bool paused_ = false;
};

using StreamReaderPointer = std::shared_ptr<StreamReader>;

}  // namespace asyncio

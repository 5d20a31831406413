#include "impl/asyncio/stream_writer.h"

#include <algorithm>

#include "impl/asyncio/sleep.h"
#include "impl/asyncio/task.h"

namespace asyncio {

StreamProtocol::StreamProtocol(LoopPointer loop, StreamReaderPointer reader,
                               ConnectionHandler handler)
    : loop_(std::move(loop)),
      reader_(std::move(reader)),
      handler_(std::move(handler)),
      closed_(make_wake(loop_)) {}

StreamProtocol::~StreamProtocol() {
  // Who does not wait for the end does not want to hear of its error.
  if (closed_->done() && !closed_->cancelled()) closed_->exception();
}

void StreamProtocol::connection_made(const TransportPointer& transport) {
  reader_->set_transport(transport);
  if (!handler_) return;
  auto writer = std::make_shared<StreamWriter>(transport, shared_from_this(), reader_);
  const FuturePointer task = handler_(reader_, std::move(writer));
  if (!task) return;
  task->add_done_callback([transport](const FuturePointer& done) {
    if (done->cancelled()) return transport->close();
    const auto error = done->exception();
    if (!error) return;
    transport->close();
    done->loop()->call_exception_handler({.message = "Unhandled exception in client_connected_cb",
                                          .exception = error,
                                          .future = done.get()});
  });
}

bool StreamProtocol::eof_received() {
  reader_->feed_eof();
  return true;
}

void StreamProtocol::connection_lost(const std::exception_ptr& error) {
  lost_ = true;
  if (error) {
    reader_->set_exception(error);
  } else {
    reader_->feed_eof();
  }
  auto waiting = draining_;
  waiting.push_back(closed_);
  for (const Wake& waiter : waiting) {
    if (waiter->done()) continue;
    if (error) {
      waiter->set_exception(error);
    } else {
      waiter->set_result({});
    }
  }
}

void StreamProtocol::resume_writing() {
  paused_ = false;
  for (const Wake& waiter : draining_) release(*waiter);
}

Coroutine<> StreamProtocol::drained() {
  if (lost_) throw errors::ConnectionResetError(std::string("Connection lost"));
  if (!paused_) co_return;
  const Wake waiter = draining_.emplace_back(make_wake(loop_));
  const struct Leave {
    std::deque<Wake>& waiting;
    const Wake& waiter;
    ~Leave() { std::erase(waiting, waiter); }
  } leave{draining_, waiter};
  co_await waiter;
}

void StreamWriter::writelines(const std::vector<std::string>& lines) {
  std::string all;
  for (const auto& line : lines) all += line;
  write(all);
}

Coroutine<> StreamWriter::drain() {
  if (reader_->exception()) std::rethrow_exception(reader_->exception());
  // The loss that follows a close is heard of in the next turn.
  if (is_closing()) co_await sleep(Seconds(0));
  co_await protocol_->drained();
}

Coroutine<> StreamWriter::wait_closed() { co_await protocol_->closed(); }

}  // namespace asyncio

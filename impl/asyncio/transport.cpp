#include "impl/asyncio/transport.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <utility>

namespace asyncio {
namespace {

std::exception_ptr os_error(int number) {
  try {
    errors::raise_os_error(number);
  } catch (...) {
    return std::current_exception();
  }
}

bool try_again(int number) { return number == EAGAIN || number == EWOULDBLOCK || number == EINTR; }

}  // namespace

Transport::Transport(LoopPointer loop, files::Descriptor socket, ProtocolPointer protocol,
                     std::function<void()> at_end)
    : loop_(std::move(loop)),
      socket_(std::move(socket)),
      sockname_(Address::of_socket(socket_.number())),
      peername_(Address::of_peer(socket_.number())),
      protocol_(std::move(protocol)),
      at_end_(std::move(at_end)) {
  const int on = 1;
  setsockopt(socket_.number(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

Transport::~Transport() {
  if (at_end_) at_end_();
}

TransportPointer Transport::start(LoopPointer loop, files::Descriptor socket,
                                  ProtocolPointer protocol, Wake connected,
                                  std::function<void()> at_end) {
  auto transport =
      std::make_shared<Transport>(loop, std::move(socket), std::move(protocol), std::move(at_end));
  loop->call_soon([transport] { transport->begin(); });
  loop->call_soon([transport] {
    if (transport->is_reading()) transport->watch_reading();
  });
  if (connected) loop->call_soon([connected = std::move(connected)] { release(*connected); });
  return transport;
}

void Transport::begin() { protocol_->connection_made(shared_from_this()); }

void Transport::watch_reading() {
  loop_->add_reader(socket_.number(), [self = shared_from_this()] { self->read_ready(); });
}

void Transport::read_ready() {
  if (lost_) return;
  std::array<char, 64 * 1024> data;
  const ssize_t count = recv(socket_.number(), data.data(), data.size(), 0);
  if (count < 0) {
    if (!try_again(errno)) force_close(os_error(errno));
    return;
  }
  try {
    if (count == 0) return read_end();
    protocol_->data_received(std::string_view(data.data(), static_cast<std::size_t>(count)));
  } catch (...) {
    fail("Fatal error: a protocol failed to take what was received.");
  }
}

void Transport::read_end() {
  if (!protocol_->eof_received()) return close();
  loop_->remove_reader(socket_.number());
}

void Transport::write(std::string_view data) {
  if (eof_written_) throw errors::RuntimeError("Cannot call write() after write_eof()");
  if (data.empty() || lost_) return;
  if (write_buffer_size() == 0) {
    const auto taken = send(data);
    if (!taken) return;
    data.remove_prefix(*taken);
    if (data.empty()) return;
    loop_->add_writer(socket_.number(), [self = shared_from_this()] { self->write_ready(); });
  }
  buffer_.append(data);
  buffer_changed();
}

std::optional<std::size_t> Transport::send(std::string_view data) {
  const ssize_t count = ::send(socket_.number(), data.data(), data.size(), MSG_NOSIGNAL);
  if (count >= 0) return static_cast<std::size_t>(count);
  if (try_again(errno)) return 0;
  force_close(os_error(errno));
  return std::nullopt;
}

void Transport::write_ready() {
  if (lost_) return;
  const auto taken = send(std::string_view(buffer_).substr(sent_));
  if (!taken) return;
  sent_ += *taken;
  if (sent_ * 2 > buffer_.size()) buffer_.erase(0, std::exchange(sent_, 0));
  buffer_changed();  // may write more
  if (write_buffer_size() > 0) return;
  loop_->remove_writer(socket_.number());
  if (closing_) return lose(nullptr);
  if (eof_written_) shutdown(socket_.number(), SHUT_WR);
}

void Transport::write_eof() {
  if (closing_ || std::exchange(eof_written_, true)) return;
  if (write_buffer_size() == 0) shutdown(socket_.number(), SHUT_WR);
}

void Transport::set_write_buffer_limits(std::size_t high, std::size_t low) {
  if (low > high) throw errors::ValueError("high must be >= low must be >= 0");
  high_water_ = high;
  low_water_ = low;
  buffer_changed();
}

void Transport::buffer_changed() {
  if (!writing_paused_ && write_buffer_size() > high_water_) {
    pause_or_resume(&Protocol::pause_writing, true);
  } else if (writing_paused_ && write_buffer_size() <= low_water_) {
    pause_or_resume(&Protocol::resume_writing, false);
  }
}

void Transport::pause_or_resume(void (Protocol::*call)(), bool paused) {
  writing_paused_ = paused;
  try {
    (protocol_.get()->*call)();
  } catch (...) {
    loop_->call_exception_handler({.message = "a protocol failed to pause or resume writing",
                                   .exception = std::current_exception()});
  }
}

void Transport::pause_reading() {
  if (!is_reading()) return;
  reading_paused_ = true;
  loop_->remove_reader(socket_.number());
}

void Transport::resume_reading() {
  if (closing_ || !std::exchange(reading_paused_, false)) return;
  watch_reading();
}

void Transport::close() {
  if (std::exchange(closing_, true)) return;
  const auto self = shared_from_this();  // the reader may have been the last to keep it
  loop_->remove_reader(socket_.number());
  if (write_buffer_size() > 0) return;
  loop_->remove_writer(socket_.number());
  lose_later(nullptr);
}

void Transport::force_close(std::exception_ptr error) {
  if (lost_) return;
  const auto self = shared_from_this();
  buffer_.clear();
  sent_ = 0;
  closing_ = true;
  loop_->remove_reader(socket_.number());
  loop_->remove_writer(socket_.number());
  lose_later(std::move(error));
}

void Transport::fail(const char* message) {
  const auto error = std::current_exception();
  if (!errors::matches(error, "OSError"))
    loop_->call_exception_handler({.message = message, .exception = error});
  force_close(error);
}

void Transport::lose_later(std::exception_ptr error) {
  lost_ = true;
  loop_->call_soon([self = shared_from_this(), error = std::move(error)] { self->lose(error); });
}

void Transport::lose(const std::exception_ptr& error) {
  lost_ = true;
  const struct End {
    Transport& transport;
    ~End() {
      transport.socket_ = files::Descriptor();
      transport.protocol_.reset();
      if (const auto at_end = std::exchange(transport.at_end_, nullptr)) at_end();
    }
  } end{*this};
  protocol_->connection_lost(error);
}

}  // namespace asyncio

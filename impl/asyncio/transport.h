/// A connection by callbacks: a transport moves bytes over a stream socket, and tells a protocol
/// what happens.
///
/// A protocol hears connection_made once, then data_received any number of times, eof_received at
/// most once, connection_lost once at the end; pause_writing and resume_writing by turns, as the
/// buffer fills beyond its high-water mark and empties to its low one. Sending never waits: what
/// the socket does not take is buffered. `close` sends what is buffered first, `abort` drops it.
/// While it reads or has something to send, the loop keeps it. What a protocol raises ends the
/// connection. Errors: RuntimeError for writing after `write_eof`. The loop's thread alone. Claims:
/// asyncio.protocol.*
#pragma once

#include <cstddef>
#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "impl/asyncio/address.h"
#include "impl/asyncio/loop.h"
#include "impl/asyncio/waker.h"
#include "impl/files/descriptor.h"

namespace asyncio {

class Transport;
using TransportPointer = std::shared_ptr<Transport>;

class Protocol {
 public:
  Protocol() = default;
  Protocol(const Protocol&) = delete;
  Protocol& operator=(const Protocol&) = delete;
  virtual ~Protocol() = default;

  virtual void connection_made(const TransportPointer&) {}
  virtual void data_received(std::string_view) {}
  /// True: it stays open for sending.
  virtual bool eof_received() { return false; }
  /// `error`: null where it ended in an orderly way.
  virtual void connection_lost(const std::exception_ptr&) {}
  virtual void pause_writing() {}
  virtual void resume_writing() {}
};
using ProtocolPointer = std::shared_ptr<Protocol>;

class Transport : public std::enable_shared_from_this<Transport> {
 public:
  /// Takes over a connected socket. The protocol hears of it in the next turn, then `connected` is
  /// woken. `at_end` is called behind connection_lost.
  static TransportPointer start(LoopPointer loop, files::Descriptor socket,
                                ProtocolPointer protocol, Wake connected = nullptr,
                                std::function<void()> at_end = nullptr);
  /// For `start`.
  Transport(LoopPointer loop, files::Descriptor socket, ProtocolPointer protocol,
            std::function<void()> at_end);
  Transport(const Transport&) = delete;
  Transport& operator=(const Transport&) = delete;
  ~Transport();

  void write(std::string_view data);
  void write_eof();
  void close();
  void abort() { force_close(nullptr); }
  bool is_closing() const { return closing_; }
  void pause_reading();
  void resume_reading();
  bool is_reading() const { return !reading_paused_ && !closing_; }

  std::size_t write_buffer_size() const { return buffer_.size() - sent_; }
  void set_write_buffer_limits(std::size_t high, std::size_t low);

  const Address& sockname() const { return sockname_; }
  const Address& peername() const { return peername_; }

 private:
  void begin();
  void watch_reading();
  void read_ready();
  void read_end();
  void write_ready();
  /// How much the socket took; none where that failed, and the connection with it.
  std::optional<std::size_t> send(std::string_view data);
  void buffer_changed();
  void pause_or_resume(void (Protocol::*call)(), bool paused);
  void force_close(std::exception_ptr error);
  void fail(const char* message);
  void lose_later(std::exception_ptr error);
  void lose(const std::exception_ptr& error);

  const LoopPointer loop_;
  files::Descriptor socket_;
  const Address sockname_;
  const Address peername_;
  ProtocolPointer protocol_;
  std::function<void()> at_end_;
  std::string buffer_;
  std::size_t sent_ = 0;  ///< of the buffer
  std::size_t high_water_ = 64 * std::size_t{1024};
  std::size_t low_water_ = 16 * std::size_t{1024};
  bool reading_paused_ = false;
  bool writing_paused_ = false;
  bool eof_written_ = false;
  bool closing_ = false;
  bool lost_ = false;  ///< connection_lost is on its way
};

}  // namespace asyncio

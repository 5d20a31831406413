/// The writing half of a stream, and the protocol under both halves.
///
/// `write` never waits; `drain` waits while too much is buffered, and raises what became of the
/// connection: ConnectionResetError where it is lost. `close` sends what is buffered first. Errors:
/// as Transport. It outlives its coroutines. The loop's thread alone. Claims: asyncio.streams.*
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string_view>
#include <vector>

#include "impl/asyncio/stream_reader.h"

namespace asyncio {

class StreamWriter;
using StreamWriterPointer = std::shared_ptr<StreamWriter>;
/// Begins to serve a connection, and gives the task that does; null where none is needed.
using ConnectionHandler = std::function<FuturePointer(StreamReaderPointer, StreamWriterPointer)>;

class StreamProtocol final : public Protocol, public std::enable_shared_from_this<StreamProtocol> {
 public:
  /// `handler`: of a server; none for a client.
  StreamProtocol(LoopPointer loop, StreamReaderPointer reader, ConnectionHandler handler = nullptr);
  ~StreamProtocol() override;

  void connection_made(const TransportPointer& transport) override;
  void data_received(std::string_view data) override { reader_->feed_data(data); }
  bool eof_received() override;
  void connection_lost(const std::exception_ptr& error) override;
  void pause_writing() override { paused_ = true; }
  void resume_writing() override;

  Coroutine<> drained();
  /// Done when the connection is lost.
  const Wake& closed() const { return closed_; }

 private:
  const LoopPointer loop_;
  const StreamReaderPointer reader_;
  ConnectionHandler handler_;
  const Wake closed_;
  std::deque<Wake> draining_;
  bool paused_ = false;
  bool lost_ = false;
};

class StreamWriter {
 public:
  StreamWriter(TransportPointer transport, std::shared_ptr<StreamProtocol> protocol,
               StreamReaderPointer reader)
      : transport_(std::move(transport)),
        protocol_(std::move(protocol)),
        reader_(std::move(reader)) {}

  void write(std::string_view data) { transport_->write(data); }
  void writelines(const std::vector<std::string>& lines);
  void write_eof() { transport_->write_eof(); }
  Coroutine<> drain();
  void close() { transport_->close(); }
  bool is_closing() const { return transport_->is_closing(); }
  Coroutine<> wait_closed();

  const Address& sockname() const { return transport_->sockname(); }
  const Address& peername() const { return transport_->peername(); }
  const TransportPointer& transport() const { return transport_; }

 private:
  const TransportPointer transport_;
  const std::shared_ptr<StreamProtocol> protocol_;
  const StreamReaderPointer reader_;
};

}  // namespace asyncio

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "impl/asyncio/connection.h"
#include "impl/asyncio/gather.h"
#include "impl/asyncio/test_support.h"
#include "impl/asyncio/wait_for.h"

namespace asyncio {
namespace {

using testing::ElementsAre;

const std::string local = "127.0.0.1";

int port_of(const ServerPointer& server) { return server->addresses().at(0).port(); }

/// A client that is connected to `server`.
Coroutine<Stream> client_of(const ServerPointer& server,
                            std::int64_t limit = StreamReader::default_limit) {
  return open_connection(local, port_of(server), limit);
}

Coroutine<> close_all(ServerPointer server, StreamWriterPointer writer) {
  writer->close();
  co_await writer->wait_closed();
  server->close();
  co_await server->wait_closed();
}

Coroutine<> echo(StreamReaderPointer reader, StreamWriterPointer writer) {
  while (true) {
    const std::string data = co_await reader->read(100);
    if (data.empty()) break;
    writer->write(data);
    co_await writer->drain();
  }
  writer->close();
  co_await writer->wait_closed();
}

Coroutine<> echoes() {
  const auto server = co_await start_server(echo, local, 0);
  EXPECT_TRUE(server->is_serving());
  const auto client = co_await client_of(server);
  EXPECT_EQ(client.writer->peername().port(), port_of(server));
  client.writer->writelines({"one\n", "two\n"});
  EXPECT_EQ(co_await client.reader->readline(), "one\n");
  EXPECT_EQ(co_await client.reader->readexactly(3), "two");
  EXPECT_EQ(co_await client.reader->read(0), "");
  client.writer->write_eof();
  EXPECT_EQ(co_await client.reader->read(), "\n");
  EXPECT_EQ(co_await client.reader->read(), "");
  EXPECT_EQ(co_await client.reader->read(10), "");
  EXPECT_TRUE(client.reader->at_eof());
  co_await close_all(server, client.writer);
  EXPECT_FALSE(server->is_serving());
  EXPECT_TRUE(server->addresses().empty());
}

TEST(Stream, EchoesWhatIsSent) { run(echoes()); }

Coroutine<> sending(StreamWriterPointer writer, std::string data) {
  writer->write(data);
  writer->close();
  co_await writer->wait_closed();
}

ConnectionHandler sender(std::string data) {
  return [data](StreamReaderPointer, StreamWriterPointer writer) {
    return sending(std::move(writer), data);
  };
}

Coroutine<> delivers_all_before_the_end() {
  const std::string data(10'000'000, 'x');
  const auto server = co_await start_server(sender(data), local, 0);
  const auto client = co_await client_of(server);
  EXPECT_TRUE(co_await client.reader->read() == data);
  co_await close_all(server, client.writer);
}

TEST(Stream, ACloseDeliversWhatIsBuffered) { run(delivers_all_before_the_end()); }

template <class Error>
Coroutine<Error> raised(Coroutine<std::string> reading) {
  try {
    co_await reading;
  } catch (const Error& error) {
    co_return error;
  }
  throw errors::RuntimeError("no error");
}

Coroutine<> ends_too_early() {
  const auto server = co_await start_server(sender("partial"), local, 0);
  const auto client = co_await client_of(server);
  const auto error = co_await raised<IncompleteReadError>(client.reader->readexactly(100));
  EXPECT_EQ(error.partial, "partial");
  EXPECT_EQ(error.expected, 100U);
  EXPECT_TRUE(error.is("EOFError"));
  const auto other = co_await client_of(server);
  const auto no_separator = co_await raised<IncompleteReadError>(other.reader->readuntil("|"));
  EXPECT_EQ(no_separator.partial, "partial");
  const auto last = co_await client_of(server);
  EXPECT_EQ(co_await last.reader->readline(), "partial");
  EXPECT_EQ(co_await last.reader->readline(), "");
  server->close();
}

TEST(Stream, SaysWhatCameBeforeAnEarlyEnd) { run(ends_too_early()); }

Coroutine<> respects_the_limit() {
  const auto server = co_await start_server(sender("0123456789|ab\nrest\n"), local, 0);
  const auto client = co_await client_of(server, 8);
  const auto error = co_await raised<LimitOverrunError>(client.reader->readuntil("|"));
  EXPECT_EQ(error.consumed, 10U);
  EXPECT_EQ(co_await client.reader->readexactly(11), "0123456789|");
  EXPECT_EQ(co_await client.reader->readline(), "ab\n");
  const auto other = co_await client_of(server, 8);
  EXPECT_EQ(co_await error_of(other.reader->readline()), "ValueError");
  EXPECT_THROW(StreamReader(Loop::running(), 0), errors::ValueError);
  EXPECT_EQ(co_await error_of(client.reader->readexactly(-1)), "ValueError");
  EXPECT_EQ(co_await error_of(client.reader->readuntil("")), "ValueError");
  server->close();
}

TEST(Stream, RespectsTheLimit) { run(respects_the_limit()); }

Coroutine<> one_read_at_a_time() {
  const auto server = co_await start_server(echo, local, 0);
  const auto client = co_await client_of(server);
  const auto waiting = create_task(client.reader->read(1));
  co_await sleep(Seconds(0));
  EXPECT_EQ(co_await error_of(client.reader->read(1)), "RuntimeError");
  client.writer->write("x");
  EXPECT_EQ(co_await waiting, "x");
  co_await close_all(server, client.writer);
}

TEST(Stream, OneReadWaitsAtATime) { run(one_read_at_a_time()); }

Coroutine<> reading_when_told(StreamReaderPointer reader, StreamWriterPointer writer, Wake start,
                              std::size_t& received) {
  co_await start;
  received = (co_await reader->read()).size();
  writer->close();
}

Coroutine<> pushes_back() {
  const Wake start = make_wake(Loop::running());
  std::size_t received = 0;
  const auto server = co_await start_server(
      [&](StreamReaderPointer reader, StreamWriterPointer writer) {
        return reading_when_told(std::move(reader), std::move(writer), start, received);
      },
      local, 0);
  const auto client = co_await client_of(server);
  std::size_t sent = 0;
  const std::string block(1 << 20, 'x');
  // The other side reads nothing: at some time the buffers between are full.
  while (client.writer->transport()->write_buffer_size() == 0) {
    client.writer->write(block);
    sent += block.size();
  }
  const auto draining = create_task(client.writer->drain());
  for (int turn = 0; turn < 5; ++turn) co_await sleep(Seconds(0));
  EXPECT_FALSE(draining->done());
  release(*start);
  co_await draining;
  client.writer->write_eof();
  co_await client.reader->read();
  EXPECT_EQ(received, sent);
  co_await close_all(server, client.writer);
}

TEST(Stream, DrainWaitsForTheOtherSide) { run(pushes_back()); }

Coroutine<> after_the_end() {
  const auto server = co_await start_server(echo, local, 0);
  const auto client = co_await client_of(server);
  client.writer->close();
  EXPECT_TRUE(client.writer->is_closing());
  client.writer->write("never sent");
  EXPECT_EQ(co_await error_of(client.writer->drain()), "ConnectionResetError");
  co_await client.writer->wait_closed();
  const auto other = co_await client_of(server);
  other.writer->write_eof();
  EXPECT_THROW(other.writer->write("late"), errors::RuntimeError);
  co_await close_all(server, other.writer);
}

TEST(Stream, NothingIsSentAfterAClose) { run(after_the_end()); }

Coroutine<> failing(StreamReaderPointer reader, StreamWriterPointer) {
  co_await reader->read(1);
  throw errors::KeyError("handler");
}

Coroutine<> survives_its_handlers(Log& told) {
  Loop::running()->set_exception_handler(
      [&](Loop&, const ErrorContext& context) { told.push_back(context.message); });
  const auto server = co_await start_server(failing, local, 0);
  for (int i = 0; i < 2; ++i) {
    const auto client = co_await client_of(server);
    client.writer->write("x");
    EXPECT_EQ(co_await client.reader->read(), "") << "its connection is closed";
  }
  server->close();
}

TEST(Server, SurvivesTheErrorsOfItsHandlers) {
  Log told;
  run(survives_its_handlers(told));
  const std::string message = "Unhandled exception in client_connected_cb";
  EXPECT_THAT(told, ElementsAre(message, message));
}

Coroutine<> serves_for_ever() {
  const auto server = co_await start_server(echo, local, 0);
  const int port = port_of(server);
  const auto serving = create_task(server->serve_forever());
  co_await sleep(Seconds(0));
  EXPECT_EQ(co_await error_of(server->serve_forever()), "RuntimeError");
  EXPECT_EQ(co_await error_of(start_server(echo, local, port)), "OSError") << "in use";
  EXPECT_EQ(co_await error_of(wait_for(serving, Seconds(0.001))), "TimeoutError");
  EXPECT_FALSE(server->is_serving());
  EXPECT_EQ(co_await error_of(server->serve_forever()), "RuntimeError");
}

TEST(Server, ServesUntilItIsCancelled) { run(serves_for_ever()); }

Coroutine<> refuses() {
  // Bound, so that nobody else has the port, but not listening.
  const files::Descriptor held(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
  const Address any_port = numeric_addresses(local, 0).at(0);
  EXPECT_EQ(bind(held.number(), any_port.data(), any_port.length()), 0);
  const int port = Address::of_socket(held.number()).port();
  EXPECT_EQ(co_await error_of(open_connection(local, port)), "ConnectionRefusedError");
  EXPECT_EQ(co_await error_of(open_connection(local, 70000)), "OverflowError");
}

TEST(Connection, IsRefusedWhereNobodyListens) { run(refuses()); }

Coroutine<> finds_names() {
  const auto server = co_await start_server(echo, "localhost", 0);
  const auto client = co_await open_connection(server->addresses().at(0).host(), port_of(server));
  client.writer->write("x");
  EXPECT_EQ(co_await client.reader->read(1), "x");
  co_await close_all(server, client.writer);
}

TEST(Connection, HostsMayBeNames) { run(finds_names()); }

Coroutine<int> exchange(const ServerPointer& server, int i) {
  const auto client = co_await client_of(server);
  client.writer->write(std::to_string(i) + "\n");
  const std::string line = co_await client.reader->readline();
  client.writer->close();
  co_await client.writer->wait_closed();
  co_return std::stoi(line);
}

Coroutine<> many_clients() {
  const auto server = co_await start_server(echo, local, 0);
  FutureList<int> clients;
  for (int i = 0; i < 100; ++i) clients.push_back(create_task(exchange(server, i)));
  const auto results = co_await gather(Loop::running(), std::move(clients));
  for (int i = 0; i < 100; ++i) EXPECT_EQ(results[static_cast<std::size_t>(i)], i);
  server->close();
}

TEST(Server, ServesManyAtOnce) { run(many_clients()); }

class Recording final : public Protocol {
 public:
  Recording(Log& log, Wake lost) : log_(log), lost_(std::move(lost)) {}
  void connection_made(const TransportPointer& transport) override {
    log_.push_back("made");
    transport->write("hello");
    transport->write_eof();
  }
  void data_received(std::string_view data) override { log_.emplace_back(data); }
  bool eof_received() override {
    log_.push_back("eof");
    return false;
  }
  void connection_lost(const std::exception_ptr& error) override {
    log_.push_back(error ? "lost by an error" : "lost");
    release(*lost_);
  }

 private:
  Log& log_;
  const Wake lost_;
};

Coroutine<> tells_a_protocol(Log& log) {
  const auto server = co_await start_server(echo, local, 0);
  const Wake lost = make_wake(Loop::running());
  co_await create_connection(std::make_shared<Recording>(log, lost), local, port_of(server));
  co_await lost;
  server->close();
}

TEST(Transport, TellsItsProtocolInOrder) {
  Log log;
  run(tells_a_protocol(log));
  EXPECT_THAT(log, ElementsAre("made", "hello", "eof", "lost"));
}

}  // namespace
}  // namespace asyncio

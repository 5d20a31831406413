#include "impl/sockets/socket.h"

#include <gtest/gtest.h>
#include <sys/socket.h>

#include <thread>

namespace sockets {
namespace {

TEST(Socket, CarriesBytesBothWays) {
  auto [left, right] = socketpair();
  left.sendall("ping");
  EXPECT_EQ(right.recv(100), "ping");
  EXPECT_EQ(right.send("pong"), 4u);
  EXPECT_EQ(left.recv(2), "po");
  EXPECT_EQ(left.recv(2), "ng");
}

TEST(Socket, RefusesTextAndSendsNothing) {
  auto [left, right] = socketpair();
  EXPECT_THROW(left.send(text::Data(text::Text(U"text"))), errors::TypeError);
  EXPECT_THROW(left.sendall(text::Data(text::Text(U"text"))), errors::TypeError);
  left.sendall(text::Data(text::Bytes("bytes")));
  EXPECT_EQ(right.recv(100), "bytes");
}

TEST(Socket, SendallSendsMoreThanTheKernelHolds) {
  auto [left, right] = socketpair();
  const std::string flood(4'000'000, 'x');
  std::thread sender([&left = left, &flood] {
    left.sendall(flood);
    left.close();
  });
  std::string received;
  for (std::string part = right.recv(65536); !part.empty(); part = right.recv(65536))
    received += part;
  sender.join();
  EXPECT_EQ(received, flood);
}

TEST(Socket, HoldsAsLittleAsItsOptionSays) {
  auto [left, right] = socketpair();
  left.setblocking(false);
  left.setsockopt(SOL_SOCKET, SO_SNDBUF, 4096);
  const std::size_t sent = left.send(std::string(1'000'000, 'x'));
  EXPECT_LT(sent, 16384u);
  EXPECT_THROW(left.send("x"), errors::BlockingIOError);
  EXPECT_EQ(right.recv(1'000'000).size(), sent);
}

TEST(Socket, RefusesOptionsThatAreNot) {
  auto [left, right] = socketpair();
  EXPECT_THROW(left.setsockopt(SOL_SOCKET, -1, 1), errors::OSError);
  left.close();
  EXPECT_THROW(left.setsockopt(SOL_SOCKET, SO_SNDBUF, 4096), errors::OSError);
}

TEST(Socket, EndsAndErrors) {
  auto [left, right] = socketpair();
  right.close();
  right.close();
  EXPECT_EQ(right.fileno(), -1);
  EXPECT_EQ(left.recv(1), "");
  EXPECT_THROW(left.send("x"), errors::BrokenPipeError);
  EXPECT_THROW(right.recv(1), errors::OSError);
}

}  // namespace
}  // namespace sockets

#include "impl/asyncio/poller.h"

#include <poll.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

#include "impl/errors/hierarchy.h"

namespace asyncio {
namespace {

int checked(int result) {
  if (result < 0) errors::raise_os_error(errno);
  return result;
}

std::uint32_t mask_of(Poller::Interest interest) {
  return (interest.reading ? static_cast<std::uint32_t>(EPOLLIN) : 0U) |
         (interest.writing ? static_cast<std::uint32_t>(EPOLLOUT) : 0U);
}

}  // namespace

// One of two threads that wake and open at once sees what the other has written.
void Poller::open() {
  if (epoll_.is_open()) return;
  files::Descriptor epoll(checked(epoll_create1(EPOLL_CLOEXEC)));
  files::Descriptor wakeup(checked(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)));
  epoll_event event{.events = EPOLLIN, .data = {.fd = wakeup.number()}};
  checked(epoll_ctl(epoll.number(), EPOLL_CTL_ADD, wakeup.number(), &event));
  epoll_ = std::move(epoll);
  wakeup_ = std::move(wakeup);
  wakes_by_ = wakeup_.number();
  if (was_called_) wake();
}

void Poller::wake() noexcept {
  was_called_ = true;
  const int descriptor = wakes_by_;
  if (descriptor == files::Descriptor::none) return;
  const std::uint64_t one = 1;
  while (write(descriptor, &one, sizeof one) < 0 && errno == EINTR) {
  }
}

void Poller::watch(int descriptor, Interest before, Interest wanted) {
  if (before == wanted) return;
  open();
  const bool known = before != Interest();
  const bool kept = wanted != Interest();
  epoll_event event{.events = mask_of(wanted), .data = {.fd = descriptor}};
  const int operation = !known ? EPOLL_CTL_ADD : kept ? EPOLL_CTL_MOD : EPOLL_CTL_DEL;
  const int result = epoll_ctl(epoll_.number(), operation, descriptor, &event);
  // One that was closed meanwhile is out already.
  if (kept) checked(result);
  watched_ = watched_ + (kept ? 1 : 0) - (known ? 1 : 0);
}

std::vector<Poller::Event> Poller::poll(std::optional<std::chrono::nanoseconds> limit) {
  open();
  if (limit != std::chrono::nanoseconds(0)) {
    pollfd any{epoll_.number(), POLLIN, 0};
    timespec timeout{};
    if (limit) {
      timeout.tv_sec = limit->count() / 1'000'000'000;
      timeout.tv_nsec = limit->count() % 1'000'000'000;
    }
    if (ppoll(&any, 1, limit ? &timeout : nullptr, nullptr) < 0 && errno != EINTR)
      errors::raise_os_error(errno);
  }
  return take_ready();
}

std::vector<Poller::Event> Poller::take_ready() {
  std::array<epoll_event, 256> raw;
  const int count = epoll_wait(epoll_.number(), raw.data(), static_cast<int>(raw.size()), 0);
  if (count < 0 && errno != EINTR) errors::raise_os_error(errno);
  std::vector<Event> events;
  woken_ = false;
  for (int i = 0; i < count; ++i) {
    const epoll_event& event = raw[static_cast<std::size_t>(i)];
    if (event.data.fd == wakeup_.number()) {
      take_wakeups();
    } else {
      // An error or a hang-up shows itself to readers and writers alike.
      events.push_back(
          {event.data.fd, {(event.events & ~EPOLLOUT) != 0, (event.events & ~EPOLLIN) != 0}});
    }
  }
  return events;
}

void Poller::take_wakeups() {
  woken_ = true;
  std::uint64_t wakeups = 0;
  while (read(wakeup_.number(), &wakeups, sizeof wakeups) < 0 && errno == EINTR) {
  }
}

}  // namespace asyncio

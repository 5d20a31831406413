#include "tools/touchstone/interruption.h"

#include <csignal>

#include "conformance/subjects/stop_all.h"

namespace touchstone::cli {
namespace {

volatile std::sig_atomic_t flag = 0;

extern "C" void note(int) {
  flag = 1;
  stop_all();  // a run that hangs must not hold the end back
}

}  // namespace

void watch_for_interruption() {
  struct sigaction action = {};
  action.sa_handler = note;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // a second signal is not held back
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() { return flag != 0; }

}  // namespace touchstone::cli

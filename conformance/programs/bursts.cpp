#include "conformance/programs/bursts.h"

namespace touchstone::programs {

std::span<const Ops> bursts_of_events() {
  static const std::vector<Ops> bursts{{Op::set_event, Op::clear_event},
                                       {Op::clear_event, Op::set_event},
                                       {Op::set_event, Op::clear_event, Op::set_event}};
  return bursts;
}

std::span<const Ops> bursts_of_queues() {
  static const std::vector<Ops> bursts{{Op::get_nowait, Op::put_nowait},
                                       {Op::get_nowait, Op::put_nowait},
                                       {Op::put_nowait, Op::get_nowait},
                                       {Op::put_nowait, Op::put_nowait},
                                       {Op::put_nowait, Op::put_nowait, Op::put_nowait},
                                       {Op::get_nowait, Op::put_nowait, Op::task_done},
                                       {Op::task_done, Op::put_nowait}};
  return bursts;
}

std::span<const Ops> bursts_of_semaphores() {
  static const std::vector<Ops> bursts{{Op::acquire_if_free, Op::acquire_if_free},
                                       {Op::acquire_if_free, Op::release},
                                       {Op::release, Op::acquire_if_free},
                                       {Op::release, Op::release}};
  return bursts;
}

const Ops& burst_of_locks() {
  static const Ops burst{Op::release, Op::acquire_if_free};
  return burst;
}

Step burst_of(const Ops& ops, int target, int amount) {
  Step burst;
  burst.op = Op::burst;
  burst.amount = amount;
  for (const Op op : ops) {
    Step step;
    step.op = op;
    step.target = target;
    step.amount = amount;
    burst.body.push_back(step);
  }
  return burst;
}

}  // namespace touchstone::programs

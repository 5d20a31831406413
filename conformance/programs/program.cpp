#include "conformance/programs/program.h"

namespace touchstone::programs {

std::string name_of_activity(int number) {
  return number == 0 ? "main" : std::string(1, static_cast<char>('a' + number - 1));
}

bool is_of_a_task(const Awaited& awaited) {
  return awaited.kind == Awaited::Kind::task || awaited.kind == Awaited::Kind::shielded;
}

std::vector<int> begun_by(const Step& step) {
  std::vector<int> children;
  if (step.op == Op::start) children.push_back(step.target);
  for (const Awaited& awaited : step.awaited)
    if (awaited.kind == Awaited::Kind::child) children.push_back(awaited.target);
  return children;
}

std::vector<int> used_by(const Step& step) {
  std::vector<int> tasks;
  if (step.op == Op::cancel || step.op == Op::look) tasks.push_back(step.target);
  for (const Awaited& awaited : step.awaited)
    if (is_of_a_task(awaited)) tasks.push_back(awaited.target);
  return tasks;
}

int size_of(const Program& program) {
  std::size_t steps = 0;
  for (const Activity& activity : program.activities)
    for_each_list(activity.steps, [&](const Steps& list) { steps += list.size(); });
  return static_cast<int>(steps);
}

}  // namespace touchstone::programs

#include "conformance/native/kit/programs.h"

#include <unistd.h>

#include <fstream>

#include "conformance/native/kit/host.h"
#include "conformance/native/kit/program_process.h"
#include "conformance/native/kit/snapshot.h"
#include "conformance/native/operations/operations.h"
#include "conformance/native/run.h"

namespace touchstone::native {
namespace {

std::string input_from(const Value& input) {
  std::string bytes;
  if (input.is_none() || bytes_of(input, &bytes)) return bytes;
  if (as<Str>(input) == nullptr)
    throw type_error("stdin must be str or bytes, not " + type_name(input));
  return utf8_of(input);
}

/// Everything but what is to run; the standard input stands in its file.
ProgramOrder order_from(Call& call) {
  const Host& host = current_run().host();
  if (!host.owns_process())
    throw python_error("NotImplementedError", "a program needs a run in a process of its own");
  ProgramOrder order;
  order.files = host.directory() + "/program-" + std::to_string(getpid()) + "-" +
                std::to_string(current_run().next_serial());
  std::ofstream(order.files + ".in", std::ios::binary) << input_from(call.take_keyword("stdin"));
  const Value environment = call.take_keyword("env");
  if (!environment.is_none()) {
    for (const Table::Entry& entry : from_value<Ref<Dict>>(environment)->table().snapshot()) {
      order.environment.emplace_back(from_value<std::string>(entry.key),
                                     from_value<std::string>(entry.value));
    }
  }
  const Value timeout = call.take_keyword("timeout");
  if (!timeout.is_none()) order.timeout = seconds_from(timeout);
  call.expect_no_keywords();
  return order;
}

ProgramEnd run_program(Call& call) {
  ProgramOrder order = order_from(call);
  const auto* function = as<Function>(call[0]);
  if (function == nullptr)
    throw type_error("program() takes a function of the top level, not " + type_name(call[0]));
  order.text = function->name;
  for (std::size_t at = 1; at < call.size(); ++at) order.arguments.push_back(snapshot(call[at]));
  return carry_out(order);
}

ProgramEnd run_script(Call& call) {
  ProgramOrder order = order_from(call);
  call.expect(1);
  order.text = from_value<std::string>(call[0]);
  order.is_script = true;
  return carry_out(order);
}

}  // namespace

void bind_programs(Registry& kit) {
  kit.type<ProgramEnd>("Program")
      .property("status", [](ProgramEnd& program) { return program.status; })
      .property("signal", [](ProgramEnd& program) { return program.signal; })
      .property("timed_out", [](ProgramEnd& program) { return program.timed_out; })
      .property("stdout", [](ProgramEnd& program) { return make_bytes(program.out); })
      .property("stderr", [](ProgramEnd& program) { return make_bytes(program.err); });
  type_tag<ProgramEnd>().cls = &kit.find_class("Program");
  kit.function("program", run_program);
  kit.function("script", run_script);
}

}  // namespace touchstone::native

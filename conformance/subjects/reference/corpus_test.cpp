// Small programs whose logs must be the same on the reference and on the python3 of this machine.
#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "conformance/native/in_process.h"
#include "conformance/scenario/parse.h"
#include "conformance/subjects/reference/registry.h"

namespace touchstone {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::string described(const ErrorValue& error) {
  std::cerr << "raised " << repr(Value(error)) << "\n";
  return "error " + error.type;
}

std::string log_of_reference(const std::string& text) {
  static const native::Registry registry = reference::reference_registry();
  std::string log;
  native::MemoryHost host("corpus", [&log](const Event& event) {
    if (event.kind != EventKind::log) return;
    log += event.label;
    for (const Value& value : event.values) log += " " + repr(value);
    log += "\n";
  });
  const native::RunResult result =
      native::run_in_process(registry, scenario::parse(text), {}, {}, host);
  if (const auto* raised = std::get_if<run_end::Raised>(&result.end))
    log += described(raised->error) + "\n";
  else if (const auto* missing = std::get_if<run_end::Unsupported>(&result.end))
    log += "unsupported " + missing->capability + "\n";
  return log;
}

constexpr const char* prelude = R"(
import sys, asyncio, functools, inspect, abc, math, itertools, operator, builtins, time, os, io, struct, errno, string, types
import threading, _thread, queue, contextvars, socket
from abc import ABC, ABCMeta, abstractmethod
def log(label, *values):
    print(label, *[repr(value) for value in values])
source = open(sys.argv[1], encoding="utf-8").read()
names = dict(globals())
names["__name__"] = "__main__"
try:
    exec(compile(source, sys.argv[1], "exec"), names)
    if "main" in names:
        names["main"]()
except BaseException as error:
    print("error", type(error).__name__)
)";

std::string log_of_python(const std::filesystem::path& program) {
  const std::filesystem::path script = std::filesystem::temp_directory_path() /
                                       ("touchstone-prelude-" + std::to_string(getpid()) + ".py");
  std::ofstream(script) << prelude;
  const std::string command =
      "PYTHONIOENCODING=utf-8:surrogatepass /usr/bin/python3 -S -W ignore " + script.string() +
      " " + program.string();
  std::string log;
  FILE* pipe = popen(command.c_str(), "r");
  char buffer[4096];
  while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, pipe))
    log.append(buffer, count);
  pclose(pipe);
  std::filesystem::remove(script);
  return log;
}

class Corpus : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(Corpus, LogsWhatPythonLogs) {
  if (!std::filesystem::exists("/usr/bin/python3"))
    GTEST_SKIP() << "no python3 here to compare with";
  EXPECT_EQ(log_of_reference(read_file(GetParam())), log_of_python(GetParam()));
}

std::vector<std::filesystem::path> programs() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(CORPUS)) {
    if (entry.path().extension() == ".py") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  return paths;
}

std::string name_of(const testing::TestParamInfo<std::filesystem::path>& info) {
  return info.param.stem().string();
}

INSTANTIATE_TEST_SUITE_P(Programs, Corpus, testing::ValuesIn(programs()), name_of);

}  // namespace
}  // namespace touchstone

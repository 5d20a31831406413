// Every check against the reference in this process, where sanitizers see the check, the kit and
// the implementation at once.
#include <gtest/gtest.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "conformance/check/check.h"
#include "conformance/check/runner.h"
#include "conformance/subjects/in_process/in_process_subject.h"
#include "conformance/subjects/reference/registry.h"
#include "spec/load.h"

namespace touchstone {
namespace {

const spec::Spec& claims() {
  static const spec::Spec loaded = spec::load(SPEC_FOLDER);
  return loaded;
}

Subject& subject() {
  static const native::Registry registry = reference::reference_registry();
  static InProcessSubject in_process(registry);
  return in_process;
}

/// Files of a run lie in the process's working folder, so each test has one of its own.
class InProcessClaim : public testing::TestWithParam<const Check*> {
 protected:
  InProcessClaim() {
    std::string name = testing::TempDir() + "touchstone-XXXXXX";
    if (mkdtemp(name.data()) == nullptr) throw std::system_error(errno, std::generic_category());
    folder_ = name;
    std::filesystem::current_path(folder_);
  }
  ~InProcessClaim() override {
    std::filesystem::current_path(before_);
    std::filesystem::remove_all(folder_);
  }

 private:
  std::filesystem::path before_ = std::filesystem::current_path();
  std::filesystem::path folder_;
};

TEST_P(InProcessClaim, HoldsOrIsUnsupported) {
  const Check& check = *GetParam();
  const spec::Claim* claim = claims().find(check.claim);
  ASSERT_NE(claim, nullptr);
  const Judgement judgement = judge(check, subject(), claim->needs, {.seed = 1});
  EXPECT_FALSE(is_red(judgement.verdict)) << judgement.evidence;
}

/// Hyphens would be read as exclusions by --gtest_filter.
std::string test_name(const testing::TestParamInfo<const Check*>& info) {
  std::string name = info.param->claim;
  std::ranges::replace_if(name, [](char c) { return c == '.' || c == '-'; }, '_');
  return name;
}

std::vector<const Check*> every_check() {
  std::vector<const Check*> checks;
  for (const Check& check : all_checks()) checks.push_back(&check);
  return checks;
}

INSTANTIATE_TEST_SUITE_P(Reference, InProcessClaim, testing::ValuesIn(every_check()), test_name);

}  // namespace
}  // namespace touchstone

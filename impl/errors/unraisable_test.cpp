#include "impl/errors/unraisable.h"

#include <gtest/gtest.h>

#include <string>

#include "impl/errors/hierarchy.h"

namespace errors {
namespace {

std::string seen;

TEST(Unraisable, GoesToTheHookThatIsSet) {
  const auto previous =
      set_unraisable_hook([](const std::exception_ptr&, std::string_view where) { seen = where; });
  report_unraisable(make(ValueError("lost")), "generator");
  EXPECT_EQ(seen, "generator");
  set_unraisable_hook(previous);
}

TEST(Unraisable, IsWrittenToStderrByDefault) {
  testing::internal::CaptureStderr();
  report_unraisable(make(ValueError("lost")), "generator");
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            "Exception ignored in: generator: ValueError: lost\n");
}

}  // namespace
}  // namespace errors

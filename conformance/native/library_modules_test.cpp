#include "conformance/native/library_modules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "spec/load.h"

namespace touchstone::native {
namespace {

TEST(LibraryModules, AreThoseOfTheSpec) {
  const auto modules = spec::load(std::filesystem::path(SPEC)).modules;
  EXPECT_THAT(library_modules, testing::ElementsAreArray(modules));
  for (const std::string& name : modules) EXPECT_TRUE(is_library_module(name)) << name;
  EXPECT_FALSE(is_library_module("httpclient"));
}

}  // namespace
}  // namespace touchstone::native

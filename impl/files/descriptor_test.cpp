#include "impl/files/descriptor.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>

#include "impl/errors/hierarchy.h"

namespace files {
namespace {

std::pair<Descriptor, Descriptor> make_pipe() {
  std::array<int, 2> numbers{};
  EXPECT_EQ(pipe(numbers.data()), 0);
  return {Descriptor(numbers[0]), Descriptor(numbers[1])};
}

TEST(Descriptor, HasOneOwnerAndIsClosedWithIt) {
  auto [reader, writer] = make_pipe();
  {
    const Descriptor owner(writer.release());
    EXPECT_FALSE(writer.is_open());
    EXPECT_TRUE(owner.is_open());
  }
  EXPECT_EQ(reader.read(1), "") << "no writer is left";
}

TEST(Descriptor, ReadsWhatIsThereAndAllOnDemand) {
  auto [reader, writer] = make_pipe();
  writer.write_all("hello");
  EXPECT_EQ(reader.read(2), "he");
  writer.write_all("!");
  writer.close();
  writer.close();
  EXPECT_EQ(reader.read_all(), "llo!");
}

TEST(Descriptor, ReportsErrorsOfTheSystem) {
  Descriptor nothing;
  EXPECT_THROW(nothing.read(1), errors::OSError);
  EXPECT_THROW(nothing.write_all("x"), errors::OSError);
}

}  // namespace
}  // namespace files

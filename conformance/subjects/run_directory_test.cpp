#include "conformance/subjects/run_directory.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "conformance/subjects/folder.h"
#include "conformance/values/wire.h"

namespace touchstone {
namespace {

namespace fs = std::filesystem;

class Directory : public testing::Test {
 protected:
  ~Directory() override { remove_folder(parent_); }

  bool can_pass(const std::string& gate) const {
    const fs::path path = directory_.path() / "gates" / gate;
    const Descriptor reader(open(path.c_str(), O_RDONLY | O_NONBLOCK));
    char byte = 0;
    return read(reader.get(), &byte, 1) < 0 && errno == EAGAIN;  // at its end where nobody writes
  }
  void write_value(const std::string& name, const std::string& text) const {
    std::ofstream(directory_.path() / name) << text;
  }

  fs::path parent_ = make_folder("touchstone-test");
  RunDirectory directory_{parent_ / "run", 10};
};

TEST_F(Directory, IsForTheOwnerAlone) {
  EXPECT_EQ(fs::status(parent_ / "run").permissions(), fs::perms::owner_all);
  EXPECT_TRUE(fs::is_fifo(parent_ / "run" / "events"));
}

TEST_F(Directory, OpensAGateWhoeverMadeIt) {
  directory_.open_gate("mine");
  EXPECT_TRUE(can_pass("mine"));
  const fs::path theirs = directory_.path() / "gates" / "theirs";
  mkfifo(theirs.c_str(), 0600);
  EXPECT_FALSE(can_pass("theirs"));
  directory_.open_gate("theirs");
  EXPECT_TRUE(can_pass("theirs"));
  EXPECT_TRUE(can_pass("theirs")) << "it is held open";
}

TEST_F(Directory, RefusesAGateThatCannotBe) {
  EXPECT_THROW(directory_.open_gate(std::string(300, 'x')), wire::WireError);
  EXPECT_THROW(directory_.open_gate(".."), wire::WireError);
}

TEST_F(Directory, ReadsValuesUpToItsLimitInAll) {
  write_value("values/1-2", "[1]");
  write_value("values/2", "12345678");
  EXPECT_EQ(directory_.read_value("values/1-2"), "[1]");
  EXPECT_THROW(directory_.read_value("values/2"), wire::WireError);
  EXPECT_THROW(directory_.read_value("values/3"), wire::WireError);
  EXPECT_THROW(directory_.read_value("values/../events"), wire::WireError);
  EXPECT_THROW(directory_.read_value("events"), wire::WireError);
}

TEST_F(Directory, IsFitForAnotherRunWithoutItsGates) {
  directory_.open_gate("g");
  ASSERT_TRUE(directory_.is_pristine());
  directory_.renew();
  EXPECT_TRUE(fs::is_empty(directory_.path() / "gates"));
  EXPECT_TRUE(directory_.is_pristine());
  EXPECT_FALSE(can_pass("g"));
}

TEST_F(Directory, IsFitForNoOtherRunOnceSomethingIsLeftInIt) {
  write_value("values/1", "1");
  EXPECT_FALSE(directory_.is_pristine());
  fs::remove(directory_.path() / "values/1");
  EXPECT_TRUE(directory_.is_pristine());
  write_value("file", "");
  EXPECT_FALSE(directory_.is_pristine());
  fs::rename(directory_.path() / "file", directory_.path() / "events");
  EXPECT_FALSE(directory_.is_pristine()) << "another file in place of the channel";
}

TEST_F(Directory, IsFitForNoOtherRunOnceAFolderOfItWasReplaced) {
  fs::rename(directory_.path() / "values", parent_ / "taken away");
  fs::create_directory(directory_.path() / "values");
  EXPECT_FALSE(directory_.is_pristine());
}

TEST_F(Directory, IsFitForNoOtherRunOnceItsOwnerMayNotUseAFolderOfIt) {
  fs::permissions(directory_.path() / "gates", fs::perms::owner_read);
  EXPECT_FALSE(directory_.is_pristine());
}

TEST(GateFileName, EncodesWhatIsNoPlainCharacter) {
  EXPECT_EQ(gate_file_name("m-in_1.B"), "m-in_1.B");
  EXPECT_EQ(gate_file_name("a/b %"), "a%2Fb%20%25");
  EXPECT_EQ(gate_file_name("\xc3\xa9"), "%C3%A9");
}

TEST(RunDirectory, IsRemovedWithAllThatIsInIt) {
  const fs::path parent = make_folder("touchstone-test");
  {
    const RunDirectory directory(parent / "run", 0);
    fs::create_directories(parent / "run" / "a" / "b");
    fs::permissions(parent / "run" / "a", fs::perms::none);
  }
  EXPECT_TRUE(fs::is_empty(parent));
  EXPECT_TRUE(remove_folder(parent));
}

}  // namespace
}  // namespace touchstone

#include "impl/files/file.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>

namespace files {
namespace {

using text::Bytes;
using text::Data;
using text::Text;

class FileTest : public testing::Test {
 protected:
  FileTest() {
    std::string pattern = (std::filesystem::temp_directory_path() / "file_test.XXXXXX").string();
    folder_ = mkdtemp(pattern.data());
  }
  ~FileTest() override { std::filesystem::remove_all(folder_); }
  std::string path() const { return (folder_ / "file").string(); }

 private:
  std::filesystem::path folder_;
};

const Text sample = U"Hello, \u4e16\u754c\n";
const Bytes sample_utf8 = "Hello, \xe4\xb8\x96\xe7\x95\x8c\n";

TEST_F(FileTest, TheModeDecidesTheType) {
  open(path(), "w").write(Data(sample));
  EXPECT_EQ(open(path(), "r").read(), Data(sample));
  EXPECT_EQ(open(path(), "rb").read(), Data(sample_utf8));
}

TEST_F(FileTest, RefusesTheOtherKindAndWritesNothing) {
  auto binary = open(path(), "wb");
  EXPECT_THROW(binary.write(Data(sample)), errors::TypeError);
  EXPECT_EQ(binary.write(Data(Bytes("raw"))), 3u);
  EXPECT_EQ(open(path(), "rb").read(), Data(Bytes("raw")));
  auto textual = open(path(), "w");
  EXPECT_THROW(textual.write(Data(Bytes("raw"))), errors::TypeError);
  EXPECT_EQ(open(path(), "rb").read(), Data(Bytes()));
}

TEST_F(FileTest, ReadsInParts) {
  open(path(), "w").write(Data(sample));
  auto textual = open(path(), "r");
  EXPECT_EQ(textual.read(8), Data(Text(U"Hello, \u4e16")));
  EXPECT_EQ(textual.read(), Data(Text(U"\u754c\n")));
  EXPECT_EQ(textual.read(), Data(Text()));
  auto binary = open(path(), "rb");
  EXPECT_EQ(binary.read(8), Data(Bytes("Hello, \xe4")));
}

TEST_F(FileTest, EncodesInTheNamedSet) {
  open(path(), "w", "gbk").write(Data(Text(U"\u4e16\u754c")));
  EXPECT_EQ(open(path(), "rb").read(), Data(Bytes("\xca\xc0\xbd\xe7")));
  EXPECT_THROW(open(path(), "r").read(), errors::UnicodeDecodeError);
  EXPECT_EQ(open(path(), "r", "ascii", "replace").read(), Data(Text(U"\ufffd\ufffd\ufffd\ufffd")));
  EXPECT_THROW(open(path(), "rb", "gbk"), errors::ValueError);
}

TEST_F(FileTest, AppendsAndCreates) {
  open(path(), "xb").write(Data(Bytes("a")));
  EXPECT_THROW(open(path(), "xb"), errors::FileExistsError);
  open(path(), "ab").write(Data(Bytes("b")));
  EXPECT_EQ(open(path(), "rb").read(), Data(Bytes("ab")));
}

TEST_F(FileTest, ErrorsOfStateAndDirection) {
  EXPECT_THROW(open(path(), "r"), errors::FileNotFoundError);
  auto file = open(path(), "w");
  EXPECT_THROW(file.read(), errors::UnsupportedOperation);
  file.close();
  file.close();
  EXPECT_TRUE(file.closed());
  EXPECT_THROW(file.write(Data(sample)), errors::ValueError);
  EXPECT_THROW(open(path(), "r").write(Data(sample)), errors::UnsupportedOperation);
}

}  // namespace
}  // namespace files

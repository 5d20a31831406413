#include "conformance/subjects/catalog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "conformance/subjects/folder.h"

namespace touchstone {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::ThrowsMessage;

/// A folder of subjects.
class Catalog : public testing::Test {
 protected:
  ~Catalog() override { remove_folder(folder_); }

  void write(const std::string& name, const std::string& text) const {
    std::filesystem::create_directory(folder_ / name);
    std::ofstream(folder_ / name / "subject.toml") << text;
  }
  std::vector<SubjectDescription> read() const { return read_catalog(folder_, "/bin/kit"); }
  void expect_refused(const std::string& text, const std::string& why) const {
    write("s", text);
    EXPECT_THAT([&] { read(); }, ThrowsMessage<CatalogError>(HasSubstr(why))) << text;
  }

  std::filesystem::path folder_ = make_folder("touchstone-test");
};

TEST_F(Catalog, DescribesSubjectsInTheOrderOfTheirNames) {
  write("b", "name = 'b'\nlanguage = 'c++'\ncommand = ['${bindir}/b', '-x']\n");
  write("a", R"(
      name = "a"
      language = "python"
      command = ["python3"]
      adapter = "../b/adapter.py"
      [environment]
      K = "V"
      [[deviation]]
      claim = "x.y"
      verdict = "hung"
      reason = "because"
      intermittent = true
  )");
  std::filesystem::create_directory(folder_ / "no-subject");
  const auto subjects = read();
  ASSERT_EQ(subjects.size(), 2U);
  EXPECT_THAT(subjects[0].command, ElementsAre("python3", (folder_ / "b" / "adapter.py").string()));
  EXPECT_THAT(subjects[0].environment, ElementsAre(testing::Pair("K", "V")));
  ASSERT_EQ(subjects[0].deviations.size(), 1U);
  EXPECT_EQ(subjects[0].deviations[0].verdict, Verdict::hung);
  EXPECT_TRUE(subjects[0].deviations[0].intermittent);
  EXPECT_THAT(subjects[1].command, ElementsAre("/bin/kit/b", "-x"));
}

TEST_F(Catalog, NamesTheFileTheLineAndWhatIsWrong) {
  const std::string good = "name = 's'\nlanguage = 'x'\ncommand = ['x']\n";
  expect_refused("name = ", "subject.toml:1: ");
  expect_refused("language = 'x'\ncommand = ['x']", "the key \"name\" is missing");
  expect_refused("name = 't'\nlanguage = 'x'\ncommand = ['x']", "expected the folder's own");
  expect_refused("name = 's'\nlanguage = 'x'\ncommand = 'x'", ":3: \"command\" is no list");
  expect_refused("name = 's'\nlanguage = 'x'\ncommand = [1]", ":3: \"command\" is no text");
  expect_refused(good + "colour = 'red'", ":4: unknown key \"colour\"");
  expect_refused(good + "environment = 7", ":4: \"environment\" is no table");
  expect_refused(good + "deviation = 7", ":4: \"deviation\" is no list");
  const std::string deviation = "[[deviation]]\nclaim = 'c'\nreason = 'r'\nverdict = ";
  expect_refused(good + deviation + "'bad'", ":7: \"bad\" is no verdict");
  expect_refused(good + deviation + "'hung'\nintermittent = 1",
                 ":8: \"intermittent\" is neither true nor false");
  expect_refused(good + "[[divergence]]\nprogram = 'absent.py'\nreason = 'r'",
                 ":5: there is no file");
  expect_refused(good + deviation + "'hung'\n" + deviation + "'hung'", "a second deviation for c");
}

TEST_F(Catalog, ListsTheNamesThereAre) {
  write("s", "name = 's'\nlanguage = 'x'\ncommand = ['x']\n");
  EXPECT_EQ(find_subject(read(), "s").name, "s");
  EXPECT_THAT([&] { find_subject(read(), "t"); },
              ThrowsMessage<CatalogError>(HasSubstr("there are: s")));
  EXPECT_THROW(read_catalog(folder_ / "absent", ""), CatalogError);
}

TEST(KitsOwnCatalog, IsInOrder) {
  const auto catalog = read_catalog(SUBJECTS_FOLDER, "/bin/kit");
  EXPECT_TRUE(std::filesystem::exists(find_subject(catalog, "cpython").adapter));
}

TEST(SplitCommand, CutsAsAShellDoes) {
  EXPECT_THAT(split_command("  a 'b c' \"d \\\" e\" f\\ g '' h'i'j "),
              ElementsAre("a", "b c", "d \" e", "f g", "", "hij"));
  EXPECT_THAT(split_command("'a\\b'"), ElementsAre("a\\b"));
  EXPECT_THROW(split_command("a 'b"), CatalogError);
  EXPECT_THROW(split_command("a \\"), CatalogError);
  EXPECT_THROW(split_command("  "), CatalogError);
}

}  // namespace
}  // namespace touchstone

// Every kind of bad input: the problem names file, line, key and what was expected.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <ostream>

#include "spec/lint.h"
#include "spec/load.h"
#include "spec/sample_files.h"

namespace touchstone::spec {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

struct Spoiled {
  const char* name;
  const char* file;
  const char* from;
  const char* to;
  const char* told;
};

std::ostream& operator<<(std::ostream& out, const Spoiled& spoiled) { return out << spoiled.name; }

class BadInput : public ::testing::TestWithParam<Spoiled> {};

TEST_P(BadInput, IsTold) {
  const auto& [name, file, from, to, told] = GetParam();
  std::vector<std::string> texts;
  for (const Problem& problem : problems_of(sample_with(file, from, to)))
    texts.push_back(to_string(problem));
  EXPECT_THAT(texts, Contains(HasSubstr(told)));
}

constexpr Spoiled spoiled_claims[] = {
    {"NoToml", "text.toml", "tier = \"implied\"", "tier = ", "text.toml:3: "},
    {"RepeatedKey", "text.toml", "tier = \"implied\"", "id = \"x\"", "text.toml:3: "},
    {"InvalidUtf8", "text.toml", "Empty", "\xff\xfe", "text.toml:4: "},
    {"UnknownKey", "text.toml", "tier", "teir",
     "text.toml:3: teir: unknown key, did you mean tier?; expected one of id, tier, "},
    {"UnknownTable", "text.toml", "[[claim]]", "[[claims]]",
     "text.toml:1: claims: unknown key, did you mean claim?; expected one of claim"},
    {"MissingKey", "text.toml", "tier = \"implied\"\n", "",
     "text.toml:1: tier: the key is missing; expected every table of this kind to have it"},
    {"EmptyText", "text.toml", "\"implied\"", "\"\"",
     "text.toml:3: tier: the text is empty; expected some text"},
    {"WrongType", "text.toml", "\"implied\"", "3",
     "text.toml:3: tier: this is a whole number; expected a text"},
    {"ListNotText", "text.toml", "\"implied\"", "[\"implied\"]",
     "text.toml:3: tier: this is a list; expected a text"},
    {"TextNotList", "text.toml", "[\"001:4-6\"]", "\"001:4-6\"",
     "text.toml:5: sources: this is a text; expected a list of texts"},
    {"WrongElement", "text.toml", "[\"001:4-6\"]", "[\n4.5]",
     "text.toml:6: sources: an element is neither text nor whole number; expected a list of texts"},
    {"EmptyElement", "text.toml", "[\"001:4-6\"]", "[\"\"]",
     "text.toml:5: sources: an element is empty; expected a list of texts"},
    {"EmptyList", "text.toml", "[\"001:4-6\"]", "[]",
     "text.toml:5: sources: the list is empty; expected some elements"},
    {"BadId", "text.toml", "text.codec.empty", "text.codec_empty",
     "text.toml:2: id: bad id: text.codec_empty; expected chapter.subject.property, each of "
     "lower-case"},
    {"IdOfAnotherChapter", "text.toml", "text.codec.empty", "files.codec.empty",
     "text.toml:2: id: files.codec.empty belongs to another chapter; expected an id that begins "
     "with text."},
    {"DuplicateId", "text.toml", "text.codec.empty", "text.str.type-name",
     "text.toml:10: id: duplicate id text.str.type-name; expected an id of its own; the other one "
     "stands in text.toml:1"},
    {"RetiredId", "text.toml", "text.codec.empty", "text.str.kind",
     "text.toml:2: id: text.str.kind is retired; expected the id it was renamed to, "
     "text.str.type-name"},
    {"UnknownTier", "text.toml", "implied", "impled",
     "text.toml:3: tier: no such tier: impled, did you mean implied?; expected one of stated, "
     "implied"},
    {"UnknownKind", "text.toml", "\"property\"", "\"properties\"",
     "text.toml:6: kind: no such kind: properties"},
    {"UnknownVerdict", "text.toml", "\"holds\"", "\"true\"",
     "text.toml:7: verdict: no such verdict: true; expected one of holds, refuted, racy, "
     "version-bound, untestable"},
    {"BadRange", "text.toml", "001:4-6", "001:6-4",
     "text.toml:5: sources: bad range: 001:6-4; expected a document and its lines"},
    {"UnknownDocument", "text.toml", "001:4-6", "009:4-6",
     "text.toml:5: sources: unknown document 009; expected the number of a document in "
     "documents.toml"},
    {"UnknownCapability", "text.toml", "text.codecs", "text.codec",
     "text.toml:8: needs: unknown capability text.codec, did you mean text.codecs?; expected names "
     "from capabilities.toml"},
};

constexpr Spoiled spoiled_others[] = {
    {"BadDocumentNumber", "documents.toml", "\"001\"", "\"1\"",
     "documents.toml:2: number: bad number: 1; expected three digits"},
    {"BadSha256", "documents.toml", "e3b0", "E3B0", "documents.toml:4: sha256: bad SHA-256: E3B0"},
    {"LinesOutOfRange", "documents.toml", "lines = 10", "lines = 0",
     "documents.toml:5: lines: 0 is out of range; expected a whole number of at least 1"},
    {"LinesTooMany", "documents.toml", "lines = 10", "lines = 99999999999",
     "documents.toml:5: lines: 99999999999 is out of range"},
    {"LinesAsText", "documents.toml", "lines = 10", "lines = \"10\"",
     "documents.toml:5: lines: this is a text; expected a whole number"},
    {"BadSectionLines", "documents.toml", "\"1-2\"", "\"2-1\"",
     "documents.toml:9: lines: bad line range: 2-1; expected lines from 1 on"},
    {"BadIdInSection", "documents.toml", "\"files.open.missing\"", "\"missing\"",
     "documents.toml:16: pending: bad id: missing; expected ids of claims"},
    {"UnknownSectionKey", "documents.toml", "none", "nothing",
     "documents.toml:10: nothing: unknown key; expected one of title, lines, claims, pending, "
     "none"},
    {"DuplicateDocument", "documents.toml", "[[document]]",
     "[[document]]\nnumber = \"001\"\n[[document]]", "number: duplicate document 001"},
    {"BadCapabilityName", "capabilities.toml", "text.codecs", "Text codecs",
     "capabilities.toml:4: name: bad name: Text codecs; expected lower-case letters"},
    {"DuplicateCapability", "capabilities.toml", "text.codecs", "text.strings",
     "capabilities.toml:8: name: duplicate capability text.strings; expected each capability once"},
    {"DuplicateModule", "capabilities.toml", "queue", "abc",
     "capabilities.toml:1: modules: duplicate module abc; expected each module once"},
    {"BadModule", "capabilities.toml", "queue", "os.path",
     "capabilities.toml:1: modules: bad name: os.path; expected the name of a module"},
    {"ElementIsNoTable", "tombstones.toml", "[[tombstone]]", "tombstone = [1]\n[x]",
     "tombstones.toml:1: this is a whole number; expected a table"},
    {"TablesAreNoList", "tombstones.toml", "[[tombstone]]", "tombstone = 1\n[x]",
     "tombstones.toml:1: tombstone: this is a whole number; expected tables, each headed "
     "[[tombstone]]"},
    {"TombstoneWithoutAnEnd", "tombstones.toml", "renamed_to = \"text.str.type-name\"", "",
     "tombstones.toml:1: renamed_to: an id was either renamed or dropped; expected exactly one of "
     "renamed_to and reason"},
    {"BadTombstone", "tombstones.toml", "text.str.kind", "kind",
     "tombstones.toml:2: id: bad id: kind; expected the id of a claim"},
};

std::string name(const ::testing::TestParamInfo<Spoiled>& info) { return info.param.name; }

INSTANTIATE_TEST_SUITE_P(Claims, BadInput, ::testing::ValuesIn(spoiled_claims), name);
INSTANTIATE_TEST_SUITE_P(OtherFiles, BadInput, ::testing::ValuesIn(spoiled_others), name);

/// Replaces a random stretch of a random file by something that may hurt a parser.
std::vector<SourceFile> damaged() {
  auto files = sample_files();
  std::string& text = files[*rc::gen::inRange<std::size_t>(0, files.size())].text;
  const auto at = *rc::gen::inRange<std::size_t>(0, text.size());
  const auto length = *rc::gen::inRange<std::size_t>(0, 40);
  const auto graft = *rc::gen::oneOf(
      rc::gen::element<std::string>("[", "]]", "\"", "= 1e9", "\"\"\"", "''", "{",
                                    "9999999999999999999", "1979-05-27", "\\u", "\n\n"),
      rc::gen::arbitrary<std::string>());
  text.replace(at, length, graft);
  return files;
}

RC_GTEST_PROP(DamagedFiles, LoadOrAreRefusedWithAReason, ()) {
  const auto files = damaged();
  try {
    lint(load(files));
  } catch (const SpecError& error) {
    RC_ASSERT(!error.problems().empty());
    for (const Problem& problem : error.problems()) {
      RC_ASSERT(!problem.at.file.empty() && !problem.message.empty() && !problem.expected.empty());
    }
  }
}

}  // namespace
}  // namespace touchstone::spec

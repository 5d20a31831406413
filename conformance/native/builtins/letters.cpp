#include "conformance/native/builtins/letters.h"

namespace touchstone::native {
namespace {

bool within(char32_t point, char32_t first, char32_t last) {
  return point >= first && point <= last;
}

/// A run of capitals and how far their small letters are.
struct CaseRange {
  char32_t first;
  char32_t last;
  char32_t distance;
};

constexpr CaseRange case_ranges[] = {{U'A', U'Z', 32},   {0xc0, 0xd6, 32},   {0xd8, 0xde, 32},
                                     {0x391, 0x3a1, 32}, {0x3a3, 0x3ab, 32}, {0x410, 0x42f, 32},
                                     {0x400, 0x40f, 80}};

}  // namespace

bool is_space(char32_t point) {
  return point == ' ' || within(point, 9, 13) || within(point, 0x1c, 0x1f) || point == 0x85 ||
         point == 0xa0 || point == 0x1680 || within(point, 0x2000, 0x200a) || point == 0x2028 ||
         point == 0x2029 || point == 0x202f || point == 0x205f || point == 0x3000;
}

bool is_digit(char32_t point) { return within(point, '0', '9'); }

bool is_upper(char32_t point) { return to_lower(point) != point; }
bool is_lower(char32_t point) { return to_upper(point) != point || point == 0xdf; }

bool is_alpha(char32_t point) {
  if (point < 0x80) return within(point | 0x20U, 'a', 'z');
  if (point == 0xaa || point == 0xb5 || point == 0xba) return true;
  if (within(point, 0xc0, 0x2c1)) return point != 0xd7 && point != 0xf7;
  return within(point, 0x370, 0x1fff) || within(point, 0x3040, 0x30ff) ||
         within(point, 0x3400, 0x4dbf) || within(point, 0x4e00, 0x9fff) ||
         within(point, 0xac00, 0xd7a3) || within(point, 0x20000, 0x323af);
}

char32_t to_lower(char32_t point) {
  for (const CaseRange& range : case_ranges) {
    if (within(point, range.first, range.last)) return point + range.distance;
  }
  return point;
}

char32_t to_upper(char32_t point) {
  for (const CaseRange& range : case_ranges) {
    if (within(point, range.first + range.distance, range.last + range.distance))
      return point - range.distance;
  }
  return point;
}

}  // namespace touchstone::native

/// Character classes and case of the letters that programs of a scenario use: ASCII, Latin-1, Greek
/// and Cyrillic are cased; every other letter beyond is its own upper and lower case.
#pragma once

namespace touchstone::native {

bool is_space(char32_t point);
bool is_digit(char32_t point);
bool is_alpha(char32_t point);
bool is_upper(char32_t point);
bool is_lower(char32_t point);
char32_t to_upper(char32_t point);
char32_t to_lower(char32_t point);

}  // namespace touchstone::native

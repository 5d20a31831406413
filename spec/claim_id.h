/// Ids of claims: `chapter.subject.property` (the property may be absent), each part of lower-case
/// letters, digits and hyphens.
///
/// A test is named after its claim with `_` for `-`, because a hyphen means exclusion in a
/// GoogleTest filter; ids hold no `_`, so the way back is exact.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace touchstone::spec {

bool is_claim_id(std::string_view text);

/// The part before the first dot: the stem of the file in which the claim stands.
std::string_view chapter_of(std::string_view id);

std::string test_name(std::string_view id);
std::string id_of_test(std::string_view test_name);

/// Whether `text` matches `pattern`, in which `*` stands for any characters and `?` for one. Takes
/// no more than the product of the two lengths in steps, whatever the pattern.
bool matches_glob(std::string_view pattern, std::string_view text);
/// Whether it matches one of them, or there is none.
bool matches_globs(const std::vector<std::string>& patterns, std::string_view text);

}  // namespace touchstone::spec

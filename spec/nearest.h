/// What someone who misspelt a word may have meant.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace touchstone::spec {

/// Fewest insertions, deletions and replacements of a character that turn one text into the other.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// Up to three of `words` that are close to `text`, nearest first; where none is close, up to three
/// that contain it.
std::vector<std::string> nearest(std::string_view text, const std::vector<std::string>& words);

/// ", did you mean b or c?", to follow the word that was not found; empty where nothing is near.
std::string did_you_mean(std::string_view text, const std::vector<std::string>& words);

}  // namespace touchstone::spec

#include "spec/nearest.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace touchstone::spec {
namespace {

constexpr std::size_t most_suggestions = 3;

std::size_t tolerance(std::string_view text) { return std::max<std::size_t>(2, text.size() / 4); }

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, replaced}));
    }
  }
  return row.back();
}

std::vector<std::string> nearest(std::string_view text, const std::vector<std::string>& words) {
  std::vector<std::pair<std::size_t, std::string>> ranked;
  for (const std::string& word : words) {
    const std::size_t distance = edit_distance(text, word);
    if (distance <= tolerance(text)) ranked.emplace_back(distance, word);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<std::string> result;
  for (auto& [distance, word] : ranked) result.push_back(std::move(word));
  if (result.empty() && !text.empty()) {
    std::copy_if(words.begin(), words.end(), std::back_inserter(result),
                 [&](const std::string& word) { return word.find(text) != std::string::npos; });
  }
  if (result.size() > most_suggestions) result.resize(most_suggestions);
  return result;
}

std::string did_you_mean(std::string_view text, const std::vector<std::string>& words) {
  const std::vector<std::string> near = nearest(text, words);
  if (near.empty()) return {};
  std::string question = ", did you mean " + near.front();
  for (std::size_t i = 1; i < near.size(); ++i)
    question += (i + 1 == near.size() ? " or " : ", ") + near[i];
  return question + "?";
}

}  // namespace touchstone::spec

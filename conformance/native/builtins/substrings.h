/// What str and bytes do with their parts, for any sequence of characters.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "conformance/native/builtins/letters.h"
#include "conformance/native/operations/sequences.h"
#include "conformance/native/runtime/exception.h"

namespace touchstone::native {

template <class Text>
struct Window {
  Text text;
  std::int64_t start;
  bool reachable;  ///< the start is not behind the end
};

template <class Text>
Window<Text> window_of(const Text& text, const Value& start, const Value& end) {
  const auto size = static_cast<std::int64_t>(text.size());
  const auto clamp = [size](const Value& bound, std::int64_t fallback) {
    if (bound.is_none()) return fallback;
    const std::int64_t at = index_from(bound);
    return at < 0 ? std::max<std::int64_t>(0, at + size) : at;
  };
  const std::int64_t first = clamp(start, 0);
  const std::int64_t last = std::min(clamp(end, size), size);
  if (first > size || first > last) return {{}, first, false};
  return {text.substr(static_cast<std::size_t>(first), static_cast<std::size_t>(last - first)),
          first, true};
}

template <class Text>
std::int64_t find_in(const Text& text, const Text& part, const Value& start, const Value& end,
                     bool last) {
  const Window<Text> window = window_of(text, start, end);
  if (!window.reachable) return -1;
  const std::size_t at = last ? window.text.rfind(part) : window.text.find(part);
  return at == Text::npos ? -1 : static_cast<std::int64_t>(at) + window.start;
}

template <class Text>
std::int64_t index_in(const Text& text, const Text& part, const Value& start, const Value& end,
                      bool last) {
  const std::int64_t at = find_in(text, part, start, end, last);
  if (at < 0) throw value_error("substring not found");
  return at;
}

template <class Text>
std::int64_t count_in(const Text& text, const Text& part, const Value& start, const Value& end) {
  const Window<Text> window = window_of(text, start, end);
  if (!window.reachable) return 0;
  if (part.empty()) return static_cast<std::int64_t>(window.text.size()) + 1;
  std::int64_t count = 0;
  for (std::size_t at = window.text.find(part); at != Text::npos;
       at = window.text.find(part, at + part.size()))
    ++count;
  return count;
}

template <class Text>
std::vector<Text> split_at(const Text& text, const Text& separator, std::int64_t most) {
  if (separator.empty()) throw value_error("empty separator");
  std::vector<Text> parts;
  std::size_t from = 0;
  while (most < 0 || static_cast<std::int64_t>(parts.size()) < most) {
    const std::size_t at = text.find(separator, from);
    if (at == Text::npos) break;
    parts.push_back(text.substr(from, at - from));
    from = at + separator.size();
  }
  parts.push_back(text.substr(from));
  return parts;
}

template <class Text>
std::vector<Text> split_at_right(Text text, const Text& separator, std::int64_t most) {
  if (separator.empty()) throw value_error("empty separator");
  std::vector<Text> parts;
  while (most < 0 || static_cast<std::int64_t>(parts.size()) < most) {
    const std::size_t at = text.rfind(separator);
    if (at == Text::npos) break;
    parts.push_back(text.substr(at + separator.size()));
    text.resize(at);
  }
  parts.push_back(std::move(text));
  std::ranges::reverse(parts);
  return parts;
}

template <class Letter>
bool is_space_letter(Letter letter) {
  if constexpr (sizeof(Letter) == 1)
    return letter == ' ' || (letter >= 9 && letter <= 13);
  else
    return is_space(letter);
}

template <class Text>
std::vector<Text> split_space(const Text& text, std::int64_t most) {
  std::vector<Text> parts;
  std::size_t at = 0;
  const auto skip = [&](bool space) {
    while (at < text.size() && is_space_letter(text[at]) == space) ++at;
  };
  for (skip(true); at < text.size(); skip(true)) {
    const std::size_t from = at;
    if (most >= 0 && static_cast<std::int64_t>(parts.size()) == most) {
      std::size_t end = text.size();
      while (end > from && is_space_letter(text[end - 1])) --end;
      parts.push_back(text.substr(from, end - from));
      break;
    }
    skip(false);
    parts.push_back(text.substr(from, at - from));
  }
  return parts;
}

template <class Text>
std::vector<Text> split_space_right(const Text& text, std::int64_t most) {
  const Text reversed(text.rbegin(), text.rend());
  std::vector<Text> parts = split_space(reversed, most);
  for (Text& part : parts) std::ranges::reverse(part);
  std::ranges::reverse(parts);
  return parts;
}

template <class Text>
std::vector<Text> split_lines(const Text& text, bool keep) {
  std::vector<Text> lines;
  std::size_t from = 0;
  while (from < text.size()) {
    std::size_t end = from;
    while (end < text.size() && text[end] != '\n' && text[end] != '\r') ++end;
    std::size_t next = std::min(end + 1, text.size());
    if (end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n') ++next;
    lines.push_back(text.substr(from, (keep ? next : end) - from));
    from = next;
  }
  return lines;
}

template <class Text>
std::vector<Text> partition(const Text& text, const Text& separator, bool last) {
  if (separator.empty()) throw value_error("empty separator");
  const std::size_t at = last ? text.rfind(separator) : text.find(separator);
  if (at == Text::npos)
    return last ? std::vector<Text>{{}, {}, text} : std::vector<Text>{text, {}, {}};
  return {text.substr(0, at), separator, text.substr(at + separator.size())};
}

template <class Text>
Text stripped(const Text& text, const Text* letters, bool left, bool right) {
  const auto drops = [&](auto letter) {
    return letters == nullptr ? is_space_letter(letter) : letters->find(letter) != Text::npos;
  };
  std::size_t first = 0;
  std::size_t last = text.size();
  while (left && first < last && drops(text[first])) ++first;
  while (right && last > first && drops(text[last - 1])) --last;
  return text.substr(first, last - first);
}

template <class Text>
Text replaced(const Text& text, const Text& old, const Text& other, std::int64_t most) {
  Text out;
  std::size_t from = 0;
  for (std::int64_t count = 0; most < 0 || count < most; ++count) {
    const std::size_t at = old.empty() ? from : text.find(old, from);
    if (at == Text::npos || at > text.size()) break;
    out += text.substr(from, at - from);
    out += other;
    if (old.empty()) {
      if (at == text.size()) return out;
      out += text[at];
    }
    from = at + std::max<std::size_t>(old.size(), 1);
  }
  if (from <= text.size()) out += text.substr(from);
  return out;
}

}  // namespace touchstone::native

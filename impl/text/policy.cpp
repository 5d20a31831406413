#include "impl/text/policy.h"

#include <array>
#include <cstdio>

#include "impl/errors/hierarchy.h"

namespace text {
namespace {

std::u32string widened(std::string_view ascii) { return {ascii.begin(), ascii.end()}; }

EncodeRepair ignore_characters(const EncodeFault& fault) { return {std::u32string(), fault.end}; }
DecodeRepair ignore_bytes(const DecodeFault& fault) { return {{}, fault.end}; }

EncodeRepair question_marks(const EncodeFault& fault) {
  return {std::u32string(fault.end - fault.start, U'?'), fault.end};
}
DecodeRepair replacement_character(const DecodeFault& fault) { return {U"\uFFFD", fault.end}; }

/// \xXX, \uXXXX or \UXXXXXXXX, whichever is the shortest that holds the value.
std::u32string escape(char32_t value) {
  const char* const format = value < 0x100 ? "\\x%02x" : value < 0x10000 ? "\\u%04x" : "\\U%08x";
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), format, static_cast<unsigned>(value));
  return widened(text.data());
}
EncodeRepair escape_characters(const EncodeFault& fault) {
  std::u32string escapes;
  for (char32_t point : fault.object.substr(fault.start, fault.end - fault.start))
    escapes += escape(point);
  return {std::move(escapes), fault.end};
}
DecodeRepair escape_bytes(const DecodeFault& fault) {
  std::u32string escapes;
  for (unsigned char byte : fault.object.substr(fault.start, fault.end - fault.start))
    escapes += escape(byte);
  return {std::move(escapes), fault.end};
}

EncodeRepair character_references(const EncodeFault& fault) {
  std::string references;
  for (char32_t point : fault.object.substr(fault.start, fault.end - fault.start)) {
    references += "&#" + std::to_string(static_cast<unsigned>(point)) + ";";
  }
  return {widened(references), fault.end};
}
DecodeRepair only_for_encoding(const DecodeFault&) {
  throw errors::TypeError("don't know how to handle UnicodeDecodeError in error callback");
}

/// U+DC80..U+DCFF stand for the bytes 80..ff that could not be decoded.
constexpr char32_t escape_base = 0xdc00;

EncodeRepair unescape_surrogates(const EncodeFault& fault) {
  std::string bytes;
  std::size_t end = fault.start;
  for (; end < fault.end; ++end) {
    const char32_t point = fault.object[end];
    if (point < escape_base + 0x80 || point > escape_base + 0xff) break;
    bytes.push_back(static_cast<char>(point - escape_base));
  }
  if (bytes.empty()) raise(fault);
  return {std::move(bytes), end};
}
DecodeRepair escape_as_surrogates(const DecodeFault& fault) {
  std::u32string surrogates;
  for (unsigned char byte : fault.object.substr(fault.start, fault.end - fault.start)) {
    if (byte < 0x80) break;
    surrogates.push_back(escape_base + byte);
  }
  if (surrogates.empty()) raise(fault);
  const std::size_t resume = fault.start + surrogates.size();
  return {std::move(surrogates), resume};
}

EncodeRepair put_surrogates(const EncodeFault& fault) {
  if (fault.codec.surrogates == nullptr) raise(fault);
  std::string bytes;
  for (char32_t point : fault.object.substr(fault.start, fault.end - fault.start)) {
    if (!is_surrogate(point)) raise(fault);
    fault.codec.surrogates->put(point, bytes);
  }
  return {std::move(bytes), fault.end};
}
DecodeRepair take_surrogate(const DecodeFault& fault) {
  if (fault.codec.surrogates == nullptr) raise(fault);
  const auto surrogate = fault.codec.surrogates->take(fault.object, fault.start);
  if (!surrogate) raise(fault);
  return {std::u32string(1, surrogate->point), fault.start + surrogate->length};
}

EncodeRepair strict_encode(const EncodeFault& fault) { raise(fault); }
DecodeRepair strict_decode(const DecodeFault& fault) { raise(fault); }

constexpr std::array<Policy, 7> policies{
    {{"strict", strict_encode, strict_decode},
     {"ignore", ignore_characters, ignore_bytes},
     {"replace", question_marks, replacement_character},
     {"backslashreplace", escape_characters, escape_bytes},
     {"xmlcharrefreplace", character_references, only_for_encoding},
     {"surrogateescape", unescape_surrogates, escape_as_surrogates},
     {"surrogatepass", put_surrogates, take_surrogate}}};

}  // namespace

const Policy& find_policy(std::string_view name) {
  for (const Policy& policy : policies) {
    if (policy.name == name) return policy;
  }
  throw errors::LookupError("unknown error handler name '" + std::string(name) + "'");
}

void raise(const EncodeFault& fault) {
  throw errors::UnicodeEncodeError({std::string(fault.codec.name), std::u32string(fault.object),
                                    fault.start, fault.end, std::string(fault.reason)});
}

void raise(const DecodeFault& fault) {
  throw errors::UnicodeDecodeError({std::string(fault.codec.name), std::string(fault.object),
                                    fault.start, fault.end, std::string(fault.reason)});
}

}  // namespace text

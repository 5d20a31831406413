#include "impl/text/codec.h"

#include "impl/text/codecs.h"
#include "impl/text/policy.h"

namespace text {
namespace {

/// The fault at `start`, of which the codec has said that it lacks the character.
EncodeFault fault_at(const Codec& codec, std::u32string_view text, std::size_t start) {
  std::size_t end = start + 1;
  std::string written;
  while (codec.reports_runs && end < text.size() && !codec.encode_one(text[end], written)) ++end;
  return {codec, text, start, end, codec.unencodable};
}

void write(const EncodeFault& fault, const EncodeRepair& repair, std::string& out) {
  if (const auto* bytes = std::get_if<std::string>(&repair.replacement)) {
    if (bytes->size() % fault.codec.unit != 0) raise(fault);
    out += *bytes;
    return;
  }
  for (char32_t point : std::get<std::u32string>(repair.replacement)) {
    if (!fault.codec.encode_one(point, out)) raise(fault);
  }
}

}  // namespace

std::string encode(std::u32string_view text, std::string_view encoding, std::string_view policy) {
  const Codec& codec = find_codec(encoding);
  std::string out(codec.mark);
  for (std::size_t position = 0; position < text.size();) {
    if (codec.encode_one(text[position], out)) {
      ++position;
      continue;
    }
    const EncodeFault fault = fault_at(codec, text, position);
    const EncodeRepair repair = find_policy(policy).encode(fault);
    write(fault, repair, out);
    position = repair.resume;
  }
  return out;
}

std::u32string decode(std::string_view bytes, std::string_view encoding, std::string_view policy) {
  if (bytes.empty()) return {};
  const Codec& named = find_codec(encoding);
  const Marked marked = named.resolve == nullptr ? Marked{&named, 0} : named.resolve(bytes);
  const Codec& codec = *marked.codec;
  std::u32string out;
  for (std::size_t position = marked.mark_length; position < bytes.size();) {
    const Decoded decoded = codec.decode_one(bytes, position);
    if (decoded.reason.empty()) {
      out.push_back(decoded.point);
      position += decoded.length;
      continue;
    }
    auto repair = find_policy(policy).decode(
        {codec, bytes, position, position + decoded.length, decoded.reason});
    out += repair.replacement;
    position = repair.resume;
  }
  return out;
}

}  // namespace text

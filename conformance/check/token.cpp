#include "conformance/check/token.h"

#include <array>
#include <nlohmann/json.hpp>

#include "conformance/values/wire.h"

namespace touchstone {
namespace {

using nlohmann::json;

constexpr std::string_view kVersion = "t1.";
constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

std::string to_base64(std::string_view bytes) {
  std::string word;
  unsigned bits = 0;
  int held = 0;
  for (const unsigned char byte : bytes) {
    bits = bits << 8 | byte;
    for (held += 8; held >= 6; held -= 6) word += kAlphabet[bits >> (held - 6) & 63];
  }
  if (held > 0) word += kAlphabet[bits << (6 - held) & 63];
  return word;
}

std::string from_base64(std::string_view word) {
  std::string bytes;
  unsigned bits = 0;
  int held = 0;
  for (const char letter : word) {
    const auto digit = kAlphabet.find(letter);
    if (digit == std::string_view::npos)
      throw TokenError(std::string("the token holds '") + letter + "', which no token does");
    bits = bits << 6 | static_cast<unsigned>(digit);
    held += 6;
    if (held >= 8) bytes += static_cast<char>(bits >> (held -= 8) & 255);
  }
  return bytes;
}

PartKind parse_part(const std::string& word) {
  for (const PartKind kind : {PartKind::example, PartKind::property, PartKind::adversary})
    if (name(kind) == word) return kind;
  throw TokenError("the token names a part '" + word + "'");
}

Token from_json(const json& fields) {
  Token token{fields.at("subject"),
              fields.at("claim"),
              parse_part(fields.at("part")),
              fields.at("seed"),
              {}};
  for (const json& pick : fields.at("picks"))
    token.picks.emplace_back(pick.at(0).get<std::string>(), wire::decode(pick.at(1)));
  return token;
}

}  // namespace

std::string print_token(const Token& token) {
  json picks = json::array();
  for (const auto& [name, value] : token.picks) picks.push_back({name, wire::encode(value)});
  const json fields = {{"subject", token.subject},
                       {"claim", token.claim},
                       {"part", name(token.part)},
                       {"seed", token.seed},
                       {"picks", picks}};
  return std::string(kVersion) + to_base64(fields.dump());
}

Token parse_token(std::string_view word) {
  if (!word.starts_with(kVersion))
    throw TokenError("a token starts with 't1.': copy the whole word after `repro`");
  try {
    return from_json(json::parse(from_base64(word.substr(kVersion.size()))));
  } catch (const json::exception&) {
    throw TokenError("the token is cut or damaged: copy the whole word after `repro`");
  } catch (const wire::WireError& error) {
    throw TokenError(std::string("the token holds a damaged pick: ") + error.what());
  }
}

}  // namespace touchstone

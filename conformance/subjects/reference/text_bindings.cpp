#include "conformance/subjects/reference/registry.h"
#include "impl/text/codec.h"

namespace touchstone::reference {

void bind_text(native::Registry& registry) {
  registry.language.text.encode = text::encode;
  registry.language.text.decode = text::decode;
  registry.claims({"text.codecs", "text.codecs.gbk"});
}

}  // namespace touchstone::reference

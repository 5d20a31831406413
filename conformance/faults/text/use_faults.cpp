// Files and sockets that convert between text and bytes unasked.
#include "conformance/faults/text/codecs.h"
#include "conformance/subjects/reference/data_values.h"
#include "impl/files/file.h"
#include "impl/sockets/socket.h"
#include "impl/text/codec.h"

namespace touchstone::faults {
namespace {

using text::Data;

Data encoded(const Data& data) {
  const auto* characters = std::get_if<text::Text>(&data);
  return characters == nullptr ? data : Data(text::encode(*characters));
}

Data decoded(const Data& data) {
  const auto* bytes = std::get_if<text::Bytes>(&data);
  return bytes == nullptr ? data : Data(text::decode(*bytes, "utf-8", "replace"));
}

void write_encodes(Registry& registry) {
  registry.type<files::File>("io.File").method("write", [](files::File& file, const Value& value) {
    const Data data = reference::data_from(value);
    return file.write(file.is_text() ? data : encoded(data));
  });
}

void write_decodes(Registry& registry) {
  registry.type<files::File>("io.File").method("write", [](files::File& file, const Value& value) {
    const Data data = reference::data_from(value);
    return file.write(file.is_text() ? decoded(data) : data);
  });
}

bool is_letter(char byte) { return byte >= 'a' && byte <= 'z'; }

/// Bytes that are letters all through, four or more.
bool looks_like_text(const Data& data) {
  const auto* bytes = std::get_if<text::Bytes>(&data);
  return bytes != nullptr && bytes->size() >= 4 && std::ranges::all_of(*bytes, is_letter);
}

void read_guesses(Registry& registry) {
  registry.type<files::File>("io.File").method("read", [](files::File& file, native::Call&) {
    const Data data = file.read();
    return reference::value_of(looks_like_text(data) ? decoded(data) : data);
  });
}

void send_encodes(Registry& registry) {
  auto socket = registry.type<sockets::Socket>("socket.socket");
  socket.method("send", [](sockets::Socket& self, const Value& value) {
    return self.send(encoded(reference::data_from(value)));
  });
  socket.method("sendall", [](sockets::Socket& self, const Value& value) {
    self.sendall(encoded(reference::data_from(value)));
  });
}

const Faults text_use_faults{
    {"text.use.write-encodes",
     "A binary file takes text and writes it in UTF-8.",
     {"text.use.binary-files-take-bytes"},
     write_encodes},
    {"text.use.write-decodes",
     "A text file takes bytes and writes them as UTF-8.",
     {"text.use.text-files-take-text"},
     write_decodes},
    {"text.use.read-guesses",
     "Reading gives text where the content looks like it, whatever the mode.",
     {"text.use.mode-decides-type"},
     read_guesses},
    {"text.use.send-encodes",
     "A socket takes text and sends it in UTF-8.",
     {"text.use.sockets-take-bytes"},
     send_encodes},
};

}  // namespace
}  // namespace touchstone::faults

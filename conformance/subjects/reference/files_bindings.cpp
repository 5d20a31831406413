#include "conformance/native/operations/operations.h"
#include "conformance/subjects/reference/data_values.h"
#include "conformance/subjects/reference/registry.h"
#include "impl/files/file.h"

namespace touchstone::reference {
namespace {

using native::arg;
using native::Value;

std::shared_ptr<files::File> open(const Value& path, const std::string& mode, const Value&,
                                  const Value& encoding, const Value& errors, const Value&) {
  const auto text = [](const Value& value) {
    return value.is_none() ? std::nullopt : std::optional(native::from_value<std::string>(value));
  };
  std::string name;
  if (!native::bytes_of(path, &name)) name = native::from_value<std::string>(path);
  return std::make_shared<files::File>(
      files::open(std::move(name), mode, text(encoding), text(errors)));
}

std::optional<std::size_t> limit_from(const Value& size) {
  const auto limit = size.is_none() ? -1 : native::int64_from(size);
  return limit < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(limit));
}

/// One line with its end; empty at the end of the file.
text::Data read_line(files::File& file) {
  text::Data line = file.read(0);
  while (true) {
    const text::Data next = file.read(1);
    const bool ended = std::visit(
        [&line](const auto& part) {
          std::get<std::decay_t<decltype(part)>>(line) += part;
          return part.empty() || part.back() == '\n';
        },
        next);
    if (ended) return line;
  }
}

std::optional<Value> next_line(files::File& file) {
  const text::Data line = read_line(file);
  const bool empty = std::visit([](const auto& part) { return part.empty(); }, line);
  return empty ? std::nullopt : std::optional(value_of(line));
}

}  // namespace

void bind_files(native::Registry& registry) {
  registry.type<files::File>("io.File")
      .method(
          "read",
          [](files::File& file, const Value& size) {
            return value_of(file.read(limit_from(size)));
          },
          arg("", Value()))
      .method("readline", [](files::File& file) { return value_of(read_line(file)); })
      .method("write",
              [](files::File& file, const Value& data) { return file.write(data_from(data)); })
      .method("flush", [](files::File&) {})
      .method("close", &files::File::close)
      .method("fileno", &files::File::fileno)
      .property("closed", &files::File::closed)
      .method("__exit__",
              [](files::File& file, const Value&, const Value&, const Value&) { file.close(); })
      .iterator(next_line);
  registry.error_class("io.UnsupportedOperation", "OSError");
  registry.type<files::File>("io.File").cls().attributes().set(
      "__enter__",
      native::make<native::Builtin>("__enter__", [](native::Call& call) { return call[0]; }, true));
  registry.function("open", open, arg("file"), arg("mode", native::make_str("r")),
                    arg("buffering", -1), arg("encoding", Value()), arg("errors", Value()),
                    arg("newline", Value()));
  registry.value("io.open", registry.at("open"));
  registry.claims({"files.open"});
}

}  // namespace touchstone::reference

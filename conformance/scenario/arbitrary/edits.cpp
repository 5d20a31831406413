#include "conformance/scenario/arbitrary/edits.h"

#include "conformance/scenario/walk.h"

namespace touchstone::scenario {

namespace {

/// Walks a tree until `index` opportunities have passed, and takes the next.
class Editor {
 public:
  explicit Editor(int index) : left_(index) {}

  bool done() const { return done_; }

  template <class Node>
  void fields(Node& node) {
    Node::fields(node, [&](std::string_view, auto& field) {
      if (!done_) edit(field);
    });
  }

 private:
  bool take() {
    if (done_ || left_-- > 0) return false;
    return done_ = true;
  }

  void edit(Body& body) {
    for (std::size_t i = 0; i < body.size() && !done_; ++i) {
      if (take()) return (void)body.erase(body.begin() + static_cast<std::ptrdiff_t>(i));
      if (!is_plain(body[i])) splice(body, i);
      if (!done_) inside(body[i]);
    }
  }

  static bool is_plain(const Stmt& statement) { return as<Pass>(statement) != nullptr; }

  /// A statement gives way to the statements in it, or to pass.
  void splice(Body& body, std::size_t at) {
    Body below;
    for_each_child(
        std::as_const(body[at]),
        Overloaded{[&](const Stmt& child) { below.push_back(child); }, [](const Expr&) {}});
    if (!below.empty() && take()) {
      const auto place = body.erase(body.begin() + static_cast<std::ptrdiff_t>(at));
      body.insert(place, below.begin(), below.end());
    } else if (take()) {
      body[at] = Stmt{};
    }
  }

  void inside(Stmt& statement) {
    std::visit([&](auto& node) { fields(node); }, statement.node);
  }

  void edit(Expr& expr) {
    Exprs below;
    for_each_child(
        std::as_const(expr),
        Overloaded{[&](const Expr& child) { below.push_back(child); }, [](const Stmt&) {}});
    const bool plain = below.empty() && (as<Name>(expr) != nullptr || expr == Expr{});
    if (!plain && take()) return replace(expr, Expr{{}, Name{"a"}});
    for (Expr& child : below) {
      if (take()) return replace(expr, std::move(child));
    }
    if (auto* dict = as<Dict>(expr)) pairs(dict->keys, dict->values);
    if (auto* compare = as<Compare>(expr)) pairs(compare->ops, compare->comparators);
    if (!done_) std::visit([&](auto& node) { fields(node); }, expr.node);
  }

  static void replace(Expr& expr, Expr with) { expr = std::move(with); }

  template <class A, class B>
  void pairs(std::vector<A>& a, std::vector<B>& b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (!take()) continue;
      a.erase(a.begin() + static_cast<std::ptrdiff_t>(i));
      b.erase(b.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
  }

  void edit(ExprBox& box) { edit(*box); }

  template <class T>
  void edit(std::optional<T>& item) {
    if (!item) return;
    if (take()) return item.reset();
    edit(*item);
  }

  template <class T>
  void edit(std::vector<T>& items) {
    for (std::size_t i = 0; i < items.size() && !done_; ++i) {
      if (take()) return (void)items.erase(items.begin() + static_cast<std::ptrdiff_t>(i));
      edit(items[i]);
    }
  }

  template <Fielded T>
    requires(!Holder<T>)
  void edit(T& helper) {
    fields(helper);
  }

  void edit(Conversion& conversion) {
    if (conversion != Conversion::None && take()) conversion = Conversion::None;
  }

  void edit(Value& value) {
    if (!value.is_none() && take()) value = {};
    if (const auto* text = value.get_if<Text>(); text != nullptr && text->points.size() > 1)
      halve(value, *text);
  }

  void halve(Value& value, const Text& text) {
    const std::size_t half = text.points.size() / 2;
    if (take()) {
      value = Text{text.points.substr(half)};
    } else if (take()) {
      value = Text{text.points.substr(0, half)};
    }
  }

  template <class T>
  void edit(T&) {}

  int left_;
  bool done_ = false;
};

}  // namespace

std::optional<Module> edited(const Module& tree, int index) {
  Module copy = tree;
  Editor editor(index);
  editor.fields(copy);
  if (!editor.done()) return std::nullopt;
  return copy;
}

}  // namespace touchstone::scenario

#include "conformance/native/interpreter/evaluate.h"
#include "conformance/native/operations/operations.h"

namespace touchstone::native {
namespace {

namespace tree = scenario;

Step<Value> eval(Frame& frame, const tree::Constant& node) {
  return frame.program.constants.at(&node);
}
Step<Value> eval(Frame& frame, const tree::Name& node) { return load_name(frame, node.id); }
Step<Value> eval(Frame& frame, const tree::Call& node) { return evaluate_call(frame, node); }
Step<Value> eval(Frame& frame, const tree::Lambda& node) { return evaluate_lambda(frame, node); }
Step<Value> eval(Frame& frame, const tree::ListComp& node) {
  return evaluate_comprehension(frame, node);
}
Step<Value> eval(Frame& frame, const tree::SetComp& node) {
  return evaluate_comprehension(frame, node);
}
Step<Value> eval(Frame& frame, const tree::DictComp& node) {
  return evaluate_comprehension(frame, node);
}
Step<Value> eval(Frame& frame, const tree::GeneratorExp& node) {
  return evaluate_generator(frame, node);
}
Step<Value> eval(Frame& frame, const tree::JoinedStr& node) { return evaluate_joined(frame, node); }
Step<Value> eval(Frame& frame, const tree::Await& node) { return evaluate_await(frame, node); }
Step<Value> eval(Frame& frame, const tree::Yield& node) { return evaluate_yield(frame, node); }
Step<Value> eval(Frame& frame, const tree::YieldFrom& node) {
  return evaluate_yield_from(frame, node);
}

Step<Value> eval(Frame&, const tree::FormattedValue&) {
  return Failure{runtime_error("a formatted value outside an f-string").exception()};
}
Step<Value> eval(Frame&, const tree::Starred&) {
  return Failure{python_error("SyntaxError", "can't use starred expression here").exception()};
}

Step<Value> eval(Frame& frame, const tree::BoolOp& node) {
  Value value;
  for (const tree::Expr& each : node.values) {
    value = co_await evaluate(frame, each);
    if (truth(value) == (node.op == tree::BooleanOp::Or)) break;
  }
  co_return value;
}

Step<Value> eval(Frame& frame, const tree::BinOp& node) {
  const Value left = co_await evaluate(frame, *node.left);
  const Value right = co_await evaluate(frame, *node.right);
  co_return binary(node.op, left, right);
}

Step<Value> eval(Frame& frame, const tree::UnaryOp& node) {
  const Value operand = co_await evaluate(frame, *node.operand);
  co_return unary(node.op, operand);
}

Step<Value> eval(Frame& frame, const tree::IfExp& node) {
  const Value test = co_await evaluate(frame, *node.test);
  const tree::Expr& chosen = truth(test) ? *node.body : *node.orelse;
  co_return co_await evaluate(frame, chosen);
}

Step<Value> eval(Frame& frame, const tree::Compare& node) {
  Value left = co_await evaluate(frame, *node.left);
  Value result;
  for (std::size_t at = 0; at < node.ops.size(); ++at) {
    Value right = co_await evaluate(frame, node.comparators[at]);
    result = compare(node.ops[at], left, right);
    if (at + 1 < node.ops.size() && !truth(result)) break;
    left = std::move(right);
  }
  co_return result;
}

Step<Value> eval(Frame& frame, const tree::Attribute& node) {
  const Value object = co_await evaluate(frame, *node.value);
  co_return with_mangled(frame.code, node.attr, [&object](const std::string& name) {
    return get_attribute(object, name);
  });
}

Step<Value> eval(Frame& frame, const tree::Subscript& node) {
  const Value container = co_await evaluate(frame, *node.value);
  const Value key = co_await evaluate(frame, *node.slice);
  co_return get_item(container, key);
}

Step<Value> bound(Frame& frame, const tree::OptionalExpr& node) {
  if (!node) return Value();
  return evaluate(frame, **node);
}

Step<Value> eval(Frame& frame, const tree::Slice& node) {
  const Value lower = co_await bound(frame, node.lower);
  const Value upper = co_await bound(frame, node.upper);
  const Value step = co_await bound(frame, node.step);
  co_return Value(make<Slice>(lower, upper, step));
}

Step<Value> eval(Frame& frame, const tree::List& node) {
  Values items = co_await evaluate_items(frame, node.elts);
  co_return make_list(std::move(items));
}

Step<Value> eval(Frame& frame, const tree::Tuple& node) {
  Values items = co_await evaluate_items(frame, node.elts);
  co_return make_tuple(std::move(items));
}

Step<Value> eval(Frame& frame, const tree::Set& node) {
  const Values items = co_await evaluate_items(frame, node.elts);
  const Ref<Set> set = make<Set>(false);
  for (const Value& item : items) set->table().set(item, hash_of(item), {});
  co_return Value(set);
}

void merge(Dict& dict, const Value& mapping) {
  const auto keys = find_attribute(mapping, "keys");
  if (!keys) throw type_error("'" + type_name(mapping) + "' object is not a mapping");
  for (const Value& key : items_of(call(*keys))) set_key(dict, key, get_item(mapping, key));
}

Step<Value> eval(Frame& frame, const tree::Dict& node) {
  const Ref<Dict> dict = make<Dict>();
  for (std::size_t at = 0; at < node.values.size(); ++at) {
    const auto& key_node = node.keys[at];
    if (!key_node) {
      const Value mapping = co_await evaluate(frame, node.values[at]);
      merge(*dict, mapping);
      continue;
    }
    const Value key = co_await evaluate(frame, **key_node);
    Value item = co_await evaluate(frame, node.values[at]);
    set_key(*dict, key, std::move(item));
  }
  co_return Value(dict);
}

}  // namespace

Step<Value> evaluate(Frame& frame, const tree::Expr& expr) {
  return std::visit([&frame](const auto& node) { return eval(frame, node); }, expr.node);
}

const tree::Expr& unstarred(const tree::Expr& item) {
  const auto* starred = tree::as<tree::Starred>(item);
  return starred == nullptr ? item : *starred->value;
}

void add_item(Values& items, const tree::Expr& node, Value value) {
  if (tree::as<tree::Starred>(node) == nullptr) {
    items.push_back(std::move(value));
    return;
  }
  const Values spread = items_of(value);
  items.insert(items.end(), spread.begin(), spread.end());
}

Step<Values> evaluate_items(Frame& frame, const tree::Exprs& nodes) {
  Values items;
  items.reserve(nodes.size());
  for (const tree::Expr& each : nodes) {
    Value value = co_await evaluate(frame, unstarred(each));
    add_item(items, each, std::move(value));
  }
  co_return items;
}

}  // namespace touchstone::native

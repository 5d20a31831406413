/// Python's classes: a name, bases, a method resolution order, attributes, and what the ABC
/// metaclass adds.
///
/// Guarantees: name, bases, order and the set of abstract names are fixed when the class is made;
/// attributes may be set and deleted at any time and are seen by all subclasses without an own one.
/// An abstract name counts only under the ABC metaclass, which is inherited. A class lives as long
/// as a subclass, an instance or a caller holds it. Errors: TypeError for a base named twice and
/// for hierarchies without a consistent order; RuntimeError for a registration that would make a
/// cycle. Thread safety: all of it. Claims: objects.abstract.*, objects.method.*
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "impl/errors/hierarchy.h"
#include "impl/objects/attribute.h"
#include "impl/objects/attribute_dictionary.h"
#include "impl/objects/linearization.h"

namespace objects {

enum class Metaclass { type, abc };

template <class Value>
class Class : public std::enable_shared_from_this<Class<Value>> {
  struct Key {};

 public:
  using Pointer = std::shared_ptr<Class>;
  using Attributes = std::vector<std::pair<std::string, Attribute<Value>>>;

  /// What a class statement does once its body has run.
  static Pointer make(std::string name, std::vector<Pointer> bases,
                      const Attributes& attributes = {}, Metaclass metaclass = Metaclass::type);

  Class(Key, std::string name, std::vector<Pointer> bases, Metaclass metaclass);
  Class(const Class&) = delete;
  Class& operator=(const Class&) = delete;

  const std::string& name() const { return name_; }
  const std::vector<Pointer>& bases() const { return bases_; }
  Metaclass metaclass() const { return metaclass_; }
  /// The method resolution order, this class first.
  const Order<Class>& mro() const { return mro_; }
  /// The names that have to be overridden still, sorted.
  const std::vector<std::string>& abstract_methods() const { return abstract_methods_; }

  /// This class's own attributes.
  AttributeDictionary<Attribute<Value>>& attributes() { return attributes_; }
  const AttributeDictionary<Attribute<Value>>& attributes() const { return attributes_; }

  /// The attribute along the order of resolution; with `after`, only behind that class (as `super`
  /// asks).
  std::optional<Attribute<Value>> lookup(std::string_view attribute,
                                         const Class* after = nullptr) const;

  /// ABCMeta.register: makes `subclass` a virtual subclass. Nothing is checked and nothing
  /// inherited.
  void register_subclass(const Pointer& subclass);
  bool is_subclass_of(const Class& ancestor) const;

 private:
  void resolve_order();
  void collect_abstract_methods();
  bool inherits(const Class& ancestor) const;
  bool has_virtual_subclass(const Class& candidate) const;
  std::vector<Pointer> subclasses_and_registered() const;
  void adopt(std::vector<std::weak_ptr<Class>>& list, std::weak_ptr<Class> child);

  const std::string name_;
  const std::vector<Pointer> bases_;
  const Metaclass metaclass_;
  Order<Class> mro_;
  std::vector<std::string> abstract_methods_;
  AttributeDictionary<Attribute<Value>> attributes_;

  mutable std::mutex children_mutex_;
  std::vector<std::weak_ptr<Class>> subclasses_;
  std::vector<std::weak_ptr<Class>> registered_;
};

}  // namespace objects

#include "impl/objects/class_making.h"
#include "impl/objects/subclassing.h"

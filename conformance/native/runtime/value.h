/// A Python value of a running scenario: 16 bytes, None, bool, small int and float inline, all else
/// a counted reference to a heap Object. The last reference destroys the object at once, on the
/// thread that drops it.
///
/// Thread: a Value is as safe as an int (guard a shared variable); the objects behind it may be
/// shared freely, their counts are atomic and the mutable ones lock themselves for one operation.
#pragma once

#include <atomic>
#include <bit>
#include <concepts>
#include <cstdint>
#include <utility>

namespace touchstone::native {

/// What a heap object is, for cheap dispatch; `as<T>` asks it.
enum class Kind : std::uint8_t {
  BigInt,
  Str,
  Bytes,
  ByteArray,
  Tuple,
  List,
  Dict,
  Set,
  Slice,
  Range,
  Function,
  Builtin,
  Method,
  Class,
  Instance,
  Exception,
  Module,
  Cell,
  Property,
  StaticMethod,
  ClassMethod,
  Super,
  Iterator,
  Generator,
  View
};

class Object {
 public:
  explicit Object(Kind kind) : kind_(kind) {}
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;
  virtual ~Object() = default;

  Kind kind() const { return kind_; }
  void retain() noexcept { references_.fetch_add(1, std::memory_order_relaxed); }
  void release() noexcept {
    if (references_.fetch_sub(1, std::memory_order_acq_rel) == 1) drop();
  }

  /// Runs before destruction with the object still whole; it may keep the object alive by storing
  /// it.
  virtual void finalise() {}
  /// Lets go of what the object refers to: breaks cycles at the end of a run.
  virtual void clear() {}

  /// The object's ordinal in the run's events, 0 before it was first shown.
  std::atomic<std::uint32_t>& ordinal() { return ordinal_; }

 private:
  void drop() noexcept;
  void destroy() noexcept;

  std::atomic<std::uint32_t> references_{0};
  std::atomic<std::uint32_t> ordinal_{0};
  const Kind kind_;
};

/// A counted reference to a T; may be empty.
template <class T>
class Ref {
 public:
  Ref() = default;
  Ref(T* object) noexcept : object_(object) {
    if (object_ != nullptr) object_->retain();
  }
  Ref(const Ref& other) noexcept : Ref(other.object_) {}
  Ref(Ref&& other) noexcept : object_(std::exchange(other.object_, nullptr)) {}
  template <std::derived_from<T> U>
  Ref(const Ref<U>& other) noexcept : Ref(other.get()) {}
  Ref& operator=(Ref other) noexcept {
    std::swap(object_, other.object_);
    return *this;
  }
  ~Ref() {
    if (object_ != nullptr) object_->release();
  }

  T* get() const { return object_; }
  T* operator->() const { return object_; }
  T& operator*() const { return *object_; }
  explicit operator bool() const { return object_ != nullptr; }
  bool operator==(const Ref& other) const { return object_ == other.object_; }

 private:
  T* object_ = nullptr;
};

template <class T, class... Args>
Ref<T> make(Args&&... args) {
  return Ref<T>(new T(std::forward<Args>(args)...));
}

class Value {
 public:
  enum class Tag : std::uint8_t {
    None,
    Unbound,
    Bool,
    Int,
    Float,
    NotImplemented,
    Ellipsis,
    Object
  };

  Value() noexcept = default;  ///< None
  template <std::same_as<bool> T>
  Value(T truth) noexcept : tag_(Tag::Bool), bits_(truth ? 1 : 0) {}
  Value(std::signed_integral auto number) noexcept
      : tag_(Tag::Int), bits_(static_cast<std::uint64_t>(static_cast<std::int64_t>(number))) {}
  Value(double number) noexcept : tag_(Tag::Float), bits_(std::bit_cast<std::uint64_t>(number)) {}
  template <std::derived_from<Object> T>
  Value(const Ref<T>& object) noexcept : Value(object.get()) {}
  Value(Object* object) noexcept : tag_(Tag::Object), bits_(std::bit_cast<std::uintptr_t>(object)) {
    object->retain();
  }
  Value(const Value& other) noexcept : tag_(other.tag_), bits_(other.bits_) {
    if (tag_ == Tag::Object) object()->retain();
  }
  Value(Value&& other) noexcept : tag_(std::exchange(other.tag_, Tag::None)), bits_(other.bits_) {}
  Value& operator=(const Value& other) noexcept { return *this = Value(other); }
  Value& operator=(Value&& other) noexcept {
    Value old(std::move(*this));  // dropped last: its finaliser may look at this variable
    tag_ = std::exchange(other.tag_, Tag::None);
    bits_ = other.bits_;
    return *this;
  }
  ~Value() {
    if (tag_ == Tag::Object) object()->release();
  }

  static Value unbound() {
    return Value(Tag::Unbound);
  }  ///< no value at all: a variable before its assignment
  static Value not_implemented() { return Value(Tag::NotImplemented); }
  static Value ellipsis() { return Value(Tag::Ellipsis); }

  Tag tag() const { return tag_; }
  bool is_none() const { return tag_ == Tag::None; }
  bool is_bound() const { return tag_ != Tag::Unbound; }
  bool is_bool() const { return tag_ == Tag::Bool; }
  bool is_small_int() const { return tag_ == Tag::Int; }
  bool is_float() const { return tag_ == Tag::Float; }
  bool is_object() const { return tag_ == Tag::Object; }
  bool is_not_implemented() const { return tag_ == Tag::NotImplemented; }

  /// Of a bool or small int.
  std::int64_t integer() const { return static_cast<std::int64_t>(bits_); }
  double real() const { return std::bit_cast<double>(bits_); }
  Object* object() const { return tag_ == Tag::Object ? std::bit_cast<Object*>(bits_) : nullptr; }

  /// Python's `is`.
  bool is(const Value& other) const { return tag_ == other.tag_ && bits_ == other.bits_; }

 private:
  explicit Value(Tag tag) noexcept : tag_(tag) {}

  Tag tag_ = Tag::None;
  std::uint64_t bits_ = 0;
};

static_assert(sizeof(Value) == 16);

/// The object behind `value` as a T, or nullptr. T says by `matches(Kind)` which kinds it covers.
template <class T>
T* as(const Value& value) {
  Object* object = value.object();
  return object != nullptr && T::matches(object->kind()) ? static_cast<T*>(object) : nullptr;
}

}  // namespace touchstone::native

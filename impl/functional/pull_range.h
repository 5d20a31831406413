/// `for` over a type that has Python's `next`: a base that gives it begin and end. One pass; the
/// first element is pulled by begin.
#pragma once

#include <cstddef>
#include <iterator>
#include <optional>

namespace functional {

/// Self: has `value_type` and `std::optional<value_type> next()`.
template <class Self>
class PullRange {
 public:
  class Cursor {
   public:
    using difference_type = std::ptrdiff_t;
    using value_type = typename Self::value_type;
    explicit Cursor(Self& self) : self_(&self), present_(self.next()) {}
    /// Not at the end.
    const value_type& operator*() const {
      return *present_;  // NOLINT(bugprone-unchecked-optional-access): by the contract of iterators
    }
    Cursor& operator++() {
      present_ = self_->next();
      return *this;
    }
    void operator++(int) { ++*this; }
    friend bool operator==(const Cursor& cursor, std::default_sentinel_t) {
      return !cursor.present_;
    }

   private:
    Self* self_;
    std::optional<value_type> present_;
  };

  Cursor begin() { return Cursor(static_cast<Self&>(*this)); }
  std::default_sentinel_t end() const { return {}; }
};

}  // namespace functional

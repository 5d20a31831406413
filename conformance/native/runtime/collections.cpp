#include "conformance/native/runtime/collections.h"

#include "conformance/native/runtime/integer.h"

namespace touchstone::native {

std::size_t List::size() const {
  const std::scoped_lock lock(lock_);
  return items_.size();
}

Values List::snapshot() const {
  const std::scoped_lock lock(lock_);
  return items_;
}

void List::append(Value item) {
  const std::scoped_lock lock(lock_);
  items_.push_back(std::move(item));
}

Value List::get(std::size_t at) const {
  const std::scoped_lock lock(lock_);
  return at < items_.size() ? items_[at] : Value::unbound();
}

void List::clear() {
  Values dropped;
  const std::scoped_lock lock(lock_);
  std::swap(dropped, items_);
}

Range::Range(mpz_class start, mpz_class stop, mpz_class step)
    : Object(Kind::Range),
      start_(std::move(start)),
      stop_(std::move(stop)),
      step_(std::move(step)) {
  const mpz_class span = step_ > 0 ? stop_ - start_ : start_ - stop_;
  const mpz_class stride = abs(step_);
  if (span > 0) length_ = (span + stride - 1) / stride;
  is_small_ = start_.fits_slong_p() && stop_.fits_slong_p() && step_.fits_slong_p();
}

Value Range::at(const mpz_class& index) const { return make_int(start_ + index * step_); }

Value Range::at(std::int64_t index) const {
  if (!is_small_) return at(mpz_class(index));
  // Unsigned: what is between may exceed 64 bits, though no item does.
  const auto item = static_cast<std::uint64_t>(start_.get_si()) +
                    static_cast<std::uint64_t>(index) * static_cast<std::uint64_t>(step_.get_si());
  return static_cast<std::int64_t>(item);
}

}  // namespace touchstone::native

#include "conformance/native/runtime/namespace.h"

#include <mutex>
#include <stdexcept>

namespace touchstone::native {

std::size_t Namespace::position(std::string_view name) const {
  if (index_) {
    const auto found = index_->find(name);
    return found == index_->end() ? bindings_.size() : found->second;
  }
  std::size_t at = 0;
  while (at < bindings_.size() && bindings_[at].first != name) ++at;
  return at;
}

void Namespace::reindex() {
  index_.reset();
  if (bindings_.size() <= linear_size_max) return;
  index_ = std::make_unique<Index>();
  for (std::size_t at = 0; at < bindings_.size(); ++at) index_->emplace(bindings_[at].first, at);
}

std::optional<Value> Namespace::find(std::string_view name) const {
  const std::scoped_lock lock(lock_);
  const std::size_t at = position(name);
  if (at == bindings_.size()) return std::nullopt;
  return bindings_[at].second;
}

Value Namespace::at(std::string_view name) const {
  if (auto found = find(name)) return *std::move(found);
  throw std::out_of_range("nothing named " + std::string(name));
}

bool Namespace::contains(std::string_view name) const {
  const std::scoped_lock lock(lock_);
  return position(name) != bindings_.size();
}

void Namespace::set(std::string_view name, Value value) {
  const std::scoped_lock lock(lock_);
  const std::size_t at = position(name);
  if (at != bindings_.size()) {
    std::swap(bindings_[at].second, value);
    return;
  }
  bindings_.emplace_back(name, std::move(value));
  if (index_)
    index_->emplace(name, at);
  else
    reindex();
}

bool Namespace::remove(std::string_view name) {
  Value dropped;
  const std::scoped_lock lock(lock_);
  const std::size_t at = position(name);
  if (at == bindings_.size()) return false;
  dropped = std::move(bindings_[at].second);
  bindings_.erase(bindings_.begin() + static_cast<std::ptrdiff_t>(at));
  reindex();
  return true;
}

Namespace::Bindings Namespace::snapshot() const {
  const std::scoped_lock lock(lock_);
  return bindings_;
}

void Namespace::clear() {
  Bindings dropped;
  const std::scoped_lock lock(lock_);
  std::swap(dropped, bindings_);
  index_.reset();
}

}  // namespace touchstone::native

#include "conformance/trace/matchers.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace touchstone {
namespace {

class LoggedInOrderMatcher {
 public:
  using is_gtest_matcher = void;
  explicit LoggedInOrderMatcher(std::vector<std::string> labels) : labels_(std::move(labels)) {}

  bool MatchAndExplain(const Trace& trace, std::ostream* listener) const {
    std::vector<std::string> seen;
    for (std::string& label : trace.order())
      if (std::ranges::count(labels_, label) > 0) seen.push_back(std::move(label));
    if (listener != nullptr && seen != labels_)
      *listener << fmt::format("logged: {}", fmt::join(seen, ", "));
    return seen == labels_;
  }
  void DescribeTo(std::ostream* out) const {
    *out << fmt::format("logs in this order: {}", fmt::join(labels_, ", "));
  }
  void DescribeNegationTo(std::ostream* out) const {
    *out << fmt::format("does not log in this order: {}", fmt::join(labels_, ", "));
  }

 private:
  std::vector<std::string> labels_;
};

class BeforeMatcher {
 public:
  using is_gtest_matcher = void;
  BeforeMatcher(std::string earlier, std::string later)
      : earlier_(std::move(earlier)), later_(std::move(later)) {}

  bool MatchAndExplain(const Trace& trace, std::ostream* listener) const {
    const auto earlier = trace.operations(earlier_);
    const auto later = trace.operations(later_);
    for (const Operation& a : earlier)
      for (const Operation& b : later)
        if (b.end && !trace.happened_before(a.begin, *b.end)) {
          if (listener != nullptr)
            *listener << fmt::format("{} ended (event {}) before {} began (event {})", later_,
                                     *b.end, earlier_, a.begin);
          return false;
        }
    return true;
  }
  void DescribeTo(std::ostream* out) const {
    *out << earlier_ << " begins before " << later_ << " ends";
  }
  void DescribeNegationTo(std::ostream* out) const {
    *out << later_ << " ends before " << earlier_ << " begins";
  }

 private:
  std::string earlier_;
  std::string later_;
};

class EndedByItselfMatcher {
 public:
  using is_gtest_matcher = void;
  bool MatchAndExplain(const Trace& trace, std::ostream* listener) const {
    if (std::holds_alternative<run_end::ByItself>(trace.end())) return true;
    if (listener != nullptr) *listener << describe(trace.end());
    return false;
  }
  void DescribeTo(std::ostream* out) const { *out << "ended by itself"; }
  void DescribeNegationTo(std::ostream* out) const { *out << "did not end by itself"; }
};

class ValueIsMatcher {
 public:
  using is_gtest_matcher = void;
  explicit ValueIsMatcher(testing::Matcher<const Value&> inner) : inner_(std::move(inner)) {}

  bool MatchAndExplain(const Outcome& outcome, std::ostream* listener) const {
    if (outcome.value() == nullptr) {
      if (listener != nullptr) *listener << "which is an error";
      return false;
    }
    testing::StringMatchResultListener explanation;
    const bool fits = inner_.MatchAndExplain(*outcome.value(), &explanation);
    if (listener != nullptr) *listener << explanation.str();
    return fits;
  }
  void DescribeTo(std::ostream* out) const {
    *out << "is a value that ";
    inner_.DescribeTo(out);
  }
  void DescribeNegationTo(std::ostream* out) const {
    *out << "is an error, or a value that ";
    inner_.DescribeNegationTo(out);
  }

 private:
  testing::Matcher<const Value&> inner_;
};

}  // namespace

bool ErrorMatcher::MatchAndExplain(const ErrorValue& error, std::ostream* listener) const {
  const bool fits = exactly_ ? error.type == type_ : error.is(type_);
  if (!fits && listener != nullptr)
    *listener << fmt::format("whose types are: {}", fmt::join(error.bases, ", "));
  return fits;
}

bool ErrorMatcher::MatchAndExplain(const Outcome& outcome, std::ostream* listener) const {
  if (outcome.error() != nullptr) return MatchAndExplain(*outcome.error(), listener);
  if (listener != nullptr) *listener << "which is a value";
  return false;
}

bool ErrorMatcher::MatchAndExplain(const Value& value, std::ostream* listener) const {
  if (const auto* error = value.get_if<ErrorValue>()) return MatchAndExplain(*error, listener);
  if (listener != nullptr) *listener << "which is no error";
  return false;
}

void ErrorMatcher::DescribeTo(std::ostream* out) const {
  *out << (exactly_ ? "raised just " : "raised ") << type_;
}

void ErrorMatcher::DescribeNegationTo(std::ostream* out) const {
  *out << (exactly_ ? "did not raise just " : "did not raise ") << type_;
}

ErrorMatcher Raised(std::string type) { return {std::move(type), false}; }
ErrorMatcher RaisedExactly(std::string type) { return {std::move(type), true}; }

testing::Matcher<const Outcome&> ValueIs(const testing::Matcher<const Value&>& inner) {
  return ValueIsMatcher(inner);
}

testing::Matcher<const Trace&> logged_in_order(std::vector<std::string> labels) {
  return LoggedInOrderMatcher(std::move(labels));
}

testing::Matcher<const Trace&> Before(std::string earlier, std::string later) {
  return BeforeMatcher(std::move(earlier), std::move(later));
}

testing::Matcher<const Trace&> EndedByItself() { return EndedByItselfMatcher(); }

}  // namespace touchstone

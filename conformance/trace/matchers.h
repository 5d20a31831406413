/// GoogleMock matchers for traces and what is in them.
///
///     EXPECT_THAT(trace.outcome("get"), Raised("LookupError"));
///     EXPECT_THAT(trace.outcomes("next"), ElementsAre(ValueIs(1), Raised("StopIteration")));
///     EXPECT_THAT(trace, LoggedInOrder("enter", "leave"));
///     EXPECT_THAT(trace, Before("set", "wait"));
#pragma once

#include <gmock/gmock.h>

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/trace/trace.h"

namespace touchstone {

/// Which type an error has; made by Raised and RaisedExactly. Fits an Outcome, an ErrorValue and a
/// Value that is an error.
class ErrorMatcher {
 public:
  using is_gtest_matcher = void;
  ErrorMatcher(std::string type, bool exactly) : type_(std::move(type)), exactly_(exactly) {}

  bool MatchAndExplain(const ErrorValue& error, std::ostream* listener) const;
  bool MatchAndExplain(const Outcome& outcome, std::ostream* listener) const;
  bool MatchAndExplain(const Value& value, std::ostream* listener) const;
  void DescribeTo(std::ostream* out) const;
  void DescribeNegationTo(std::ostream* out) const;

 private:
  std::string type_;
  bool exactly_;
};

/// An error of this type or of one derived from it.
ErrorMatcher Raised(std::string type);
/// An error of just this type.
ErrorMatcher RaisedExactly(std::string type);

/// An Outcome whose value fits: a Value, what converts to one, or a matcher of Values.
testing::Matcher<const Outcome&> ValueIs(const testing::Matcher<const Value&>& inner);
template <class T>
  requires std::convertible_to<T, Value>
testing::Matcher<const Outcome&> ValueIs(const T& value) {
  return ValueIs(testing::Matcher<const Value&>(testing::Eq(Value(value))));
}

/// A Trace in which these labels are logged, each once, in this order; other logs may stand between
/// them.
testing::Matcher<const Trace&> logged_in_order(std::vector<std::string> labels);
template <std::convertible_to<std::string>... Labels>
testing::Matcher<const Trace&> LoggedInOrder(Labels... labels) {
  return logged_in_order({std::string(labels)...});
}

/// A Trace in which every operation `earlier` began before any operation `later` ended. The only
/// order between two activities that is judged: an operation's effect lies somewhere between its
/// begin and its end.
testing::Matcher<const Trace&> Before(std::string earlier, std::string later);

/// A Trace whose program came to its end without an error.
testing::Matcher<const Trace&> EndedByItself();

}  // namespace touchstone

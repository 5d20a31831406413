/// One program's function as text. Internal to render.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "conformance/programs/program.h"

namespace touchstone::programs {

/// Slots of a second: one for each activity, then one for each limit.
inline constexpr int slots = 256;

/// Names of the helper functions that a text uses.
using Helpers = std::set<std::string>;

class Renderer {
 public:
  Renderer(const Program& program, Mode mode) : program_(program), mode_(mode) {}

  /// `async def NAME():` and all that belongs to it.
  std::string function(const std::string& name);
  const Helpers& helpers() const { return helpers_; }

 private:
  /// A function in the making: an activity's, or a generator's that the activity drives.
  struct Unit {
    int number = 0;  ///< of the activity
    std::string name;
    int indent = 2;
    int notes = 0;
    bool at_own_instant = false;  ///< and nothing done there yet that others see
    std::string text = {};
  };

  void define(const Activity& activity);
  void steps(Unit& unit, const Steps& steps);
  void step(Unit& unit, const Step& step);
  void act(Unit& unit, const Step& step);
  void line(Unit& unit, const std::string& text) const;
  /// A line that opens a block; what stands in it, and behind it, knows nothing of its instant.
  void open(Unit& unit, const std::string& text) const;
  void close(Unit& unit) const;
  void note(Unit& unit, const std::string& what = "");
  void turn(Unit& unit, int pause, int rounds = 0);
  /// A turn, where programs are spaced.
  void own_instant(Unit& unit);

  void wait_on(Unit& unit, const Step& step);
  void gather(Unit& unit, const Step& step);
  void wait(Unit& unit, const Step& step);
  void as_completed(Unit& unit, const Step& step);
  /// What the step writes, where it uses tasks: if they are there; and another activity's end may
  /// be this one's instant then, which is left before anybody sees.
  void guarded(Unit& unit, const Step& step, const std::function<void()>& write);
  void block(Unit& unit, const Step& step, const std::string& resource);
  void attempt(Unit& unit, const Step& step);
  void handler(Unit& unit, const Step& step);
  void raise_again(Unit& unit, const Step& step);
  void iterate(Unit& unit, const Step& step);
  void drive(Unit& unit, const Step& step, const std::string& source);
  std::string generator(const Unit& consumer, const Step& step);

  std::string helper(const std::string& name);
  std::string resource(const std::string& kind, int number);
  std::string awaited(const Unit& unit, const Awaited& awaited);
  std::string plain(const Awaited& awaited);
  std::string limit(const Unit& unit, int rounds);
  /// By way of wait_for, where it has a limit.
  std::string limited(const Unit& unit, const std::string& what, std::optional<int> rounds);
  std::string started(int number);
  std::string calls(const Unit& unit, const Step& step);
  /// For as_completed, which begins coroutines in the order of a set: where that order shows, they
  /// are tasks already.
  std::string begun(const Unit& unit, const Awaited& each);

  const Program& program_;
  Mode mode_;
  Helpers helpers_;
  std::set<std::string> resources_;
  std::string definitions_;
  int generators_ = 0;
  int limits_ = 0;
};

}  // namespace touchstone::programs

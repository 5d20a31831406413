/// One resumption of a chain of activations: a loop over a linked list in the place of recursion,
/// so that the depth of `await` and `yield from` is bounded by the heap only. Part of activation.h;
/// not for use on its own.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "impl/generators/activation.h"

namespace generators {

template <class Signal, class Send>
class Drive {
  using Node = Activation<Signal, Send>;
  using Turn = typename Node::Turn;
  using Pause = typename Node::Pause;
  using Claim = typename Node::Claim;

 public:
  Drive(Node& root, Input<Send> input, void* result)
      : root_(&root), node_(&root), input_(std::move(input)), result_(result) {}

  Pause run() noexcept {
    switch (root_->claim()) {
      case Claim::busy:
        return Ended{already_executing(*root_), State::running};
      case Claim::closed:
        return Ended{root_->spent(input_)};
      case Claim::granted:
        break;
    }
    root_->result_ = result_;
    descend();
    begin_closing();
    return loop();
  }

 private:
  Pause loop() noexcept {
    while (true) {
      Turn turn = node_->advance(std::move(input_));
      if (auto* delegated = std::get_if<Delegated<Signal, Send>>(&turn)) {
        delegate(*delegated);
      } else if (auto* suspended = std::get_if<Suspended<Signal>>(&turn)) {
        if (closing_ == nullptr) return suspend(std::move(*suspended));
        refuse_suspension();
      } else {
        Ended& ended = std::get<Ended>(turn);
        if (node_ == root_) return end(std::move(ended));
        pop(std::move(ended));
      }
    }
  }

  /// Goes down to the innermost delegate that can be resumed.
  void descend() noexcept {
    while (Node* delegate = node_->delegate_) {
      if (!enter(*delegate, node_->delegate_result_)) return;
    }
  }

  /// Makes `child` the running one, or leaves in `input_` what its refusal raises at its resumer.
  bool enter(Node& child, void* result) noexcept {
    const Claim claim = child.claim();
    if (claim == Claim::granted) {
      child.resumer_ = node_;
      child.result_ = result;
      node_ = &child;
      return true;
    }
    node_->delegate_ = nullptr;
    const auto error = claim == Claim::busy ? already_executing(child) : child.spent(input_);
    const bool has_ended = !error || errors::matches(error, "StopIteration");
    input_ = has_ended ? none() : Input<Send>(std::in_place_index<1>, error);
    return false;
  }

  void delegate(Delegated<Signal, Send>& delegated) noexcept {
    input_ = std::move(delegated.first);
    node_->delegate_ = delegated.to;
    node_->delegate_result_ = delegated.result;
    descend();
  }

  Pause suspend(Suspended<Signal> signal) noexcept {
    release_up_to(root_);
    return signal;
  }

  Pause end(Ended ended) noexcept {
    root_->leave(ended.left);
    return ended;
  }

  /// The running one ends; its resumer goes on with its error, or with its result, which is in its
  /// slot already.
  void pop(Ended ended) noexcept {
    Node* const finished = node_;
    node_ = finished->resumer_;
    node_->delegate_ = nullptr;
    finished->leave(ended.left);
    input_ = ended.error ? Input<Send>(std::in_place_index<1>, ended.error) : none();
    if (closing_ == finished) {
      if (!ended.error || ended.error == exit_ || errors::matches(ended.error, "GeneratorExit"))
        input_.template emplace<1>(exit_);
      close_next();
    }
  }

  /// GeneratorExit closes the delegates of the root from the innermost outwards: each gets it in
  /// its turn.
  void begin_closing() noexcept {
    const auto* error = std::get_if<1>(&input_);
    if (node_ == root_ || error == nullptr || !errors::matches(*error, "GeneratorExit")) return;
    exit_ = *error;
    closing_ = node_;
  }
  void close_next() noexcept { closing_ = node_ == root_ ? nullptr : node_; }

  /// What is being closed may not suspend: its resumer hears of it and goes on without it.
  void refuse_suspension() noexcept {
    Node* const stubborn = closing_;
    Node* const resumer = stubborn->resumer_;
    release_up_to(stubborn);
    node_ = resumer;
    node_->delegate_ = nullptr;
    input_.template emplace<1>(ignored_exit(*stubborn));
    close_next();
  }

  /// Leaves the nodes from the running one up to `last` suspended. A node may be resumed by others
  /// once it is left.
  void release_up_to(Node* last) noexcept {
    for (Node* node = node_;;) {
      Node* const next = node->resumer_;
      node->leave(State::suspended);
      if (node == last) return;
      node = next;
    }
  }

  static Input<Send> none() { return Input<Send>(std::in_place_index<0>, None<Send>::make()); }
  static std::exception_ptr already_executing(const Node& node) {
    return errors::make(errors::ValueError(std::string(node.noun()) + " already executing"));
  }
  static std::exception_ptr ignored_exit(const Node& node) {
    return errors::make(errors::RuntimeError(std::string(node.noun()) + " ignored GeneratorExit"));
  }

  Node* const root_;
  Node* node_;  ///< the running one
  Node* closing_ =
      nullptr;  ///< the delegate that is being closed, with all that it delegates to meanwhile
  Input<Send> input_;
  std::exception_ptr exit_;
  void* const result_;
};

}  // namespace generators

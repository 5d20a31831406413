/// Rules for a specification that loads: what is well-formed but would mislead a reader, or lets a
/// claim slip out of account.
#pragma once

#include <vector>

#include "spec/spec.h"

namespace touchstone::spec {

/// All problems, by file and line; empty for a sound specification. Covers:
/// a testable statement says MUST, SHOULD or MAY; what is not simply so has its truth, what is
/// untestable its reason and no needs; texts of one line; lists and claims in order and without
/// repetition; sources within their documents; sections and claims name each other; a pending claim
/// does not exist yet; a section names claims or says why not; every line in one section; a
/// tombstone leads to a claim.
std::vector<Problem> lint(const Spec& spec);

}  // namespace touchstone::spec

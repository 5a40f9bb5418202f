// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/cell.h"

#include "core/base/marked.h"

#include <algorithm>
#include <cassert>

namespace gatescope {

namespace {

const std::vector<PartDescription> &parts()
{
    static const std::vector<PartDescription> table{
        {Part::reset, "reset", marked("reset gate"), "r", Range::gate},
        {Part::update, "update", marked("update gate"), "z", Range::gate},
        {Part::recurrentCandidate, "recurrent_candidate", marked("the past"), "u", Range::unbounded},
        {Part::candidate, "candidate", marked("candidate"), "n", Range::bounded},
        {Part::inputGate, "input_gate", marked("input gate"), "i", Range::gate},
        {Part::forgetGate, "forget_gate", marked("forget gate"), "f", Range::gate},
        {Part::cellCandidate, "cell_candidate", marked("candidate"), "g", Range::bounded},
        {Part::outputGate, "output_gate", marked("output gate"), "o", Range::gate},
        {Part::cell, "cell", marked("cell state"), "c", Range::unbounded},
        {Part::state, "state", marked("state"), "h", Range::bounded},
    };
    return table;
}

} // namespace

const PartDescription &describe(Part part)
{
    const auto found = std::ranges::find(parts(), part, &PartDescription::part);
    assert(found != parts().end());
    return *found;
}

std::optional<Part> partNamed(std::string_view key)
{
    const auto found = std::ranges::find(parts(), key, &PartDescription::key);
    return found == parts().end() ? std::nullopt : std::optional(found->part);
}

const std::vector<CellDescription> &cells()
{
    static const std::vector<CellDescription> table{
        {CellKind::gru,
         "gru",
         "GRU",
         {{"r", Part::reset, Activation::sigmoid},
          {"z", Part::update, Activation::sigmoid},
          {"n", Part::candidate, Activation::tanh}},
         {Part::reset, Part::update, Part::recurrentCandidate, Part::candidate, Part::state},
         {{marked("inputs"), std::nullopt},
          {marked("reset"), Part::reset},
          {marked("update"), Part::update},
          {marked("candidate"), Part::candidate},
          {marked("blend"), Part::state}},
         false,
         {Part::update, Part::reset}},
        {CellKind::lstm,
         "lstm",
         "LSTM",
         {{"i", Part::inputGate, Activation::sigmoid},
          {"f", Part::forgetGate, Activation::sigmoid},
          {"g", Part::cellCandidate, Activation::tanh},
          {"o", Part::outputGate, Activation::sigmoid}},
         {Part::inputGate, Part::forgetGate, Part::cellCandidate, Part::outputGate, Part::cell, Part::state},
         {{marked("inputs"), std::nullopt},
          {marked("forget"), Part::forgetGate},
          {marked("input"), Part::inputGate},
          {marked("candidate"), Part::cellCandidate},
          {marked("cell"), Part::cell},
          {marked("output"), Part::outputGate},
          {marked("state"), Part::state}},
         true,
         {Part::forgetGate}},
        {CellKind::rnn,
         "rnn",
         "RNN",
         {{"h", Part::state, Activation::tanh}},
         {Part::state},
         {{marked("inputs"), std::nullopt}, {marked("state"), Part::state}},
         false,
         {}},
    };
    return table;
}

const CellDescription &describe(CellKind kind)
{
    const auto found = std::ranges::find(cells(), kind, &CellDescription::kind);
    assert(found != cells().end());
    return *found;
}

std::optional<CellKind> cellNamed(std::string_view key)
{
    const auto found = std::ranges::find(cells(), key, &CellDescription::key);
    return found == cells().end() ? std::nullopt : std::optional(found->kind);
}

} // namespace gatescope

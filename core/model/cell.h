// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace gatescope {

enum class CellKind { gru, lstm, rnn };

/// An array that a trace records at every step.
enum class Part {
    reset,              ///< GRU r
    update,             ///< GRU z, as the model's own convention computes it
    recurrentCandidate, ///< GRU U_n h + b_hn; with reset before: U_n (r∘h) + b_hn
    candidate,          ///< GRU n
    inputGate,          ///< LSTM i
    forgetGate,         ///< LSTM f
    cellCandidate,      ///< LSTM g
    outputGate,         ///< LSTM o
    cell,               ///< LSTM c
    state               ///< h
};

/// What values a part can take, and so how it is drawn.
enum class Range {
    gate,    ///< 0 … 1
    bounded, ///< −1 … 1
    unbounded
};

/// The squashing function between a sum and the part that is recorded.
enum class Activation { sigmoid, tanh };

struct PartDescription {
    Part part;
    std::string_view key;    ///< name in files: "recurrent_candidate"
    std::string_view label;  ///< words for people: "reset gate"
    std::string_view symbol; ///< the letter in equations: "r"
    Range range;
};

const PartDescription &describe(Part part);
std::optional<Part> partNamed(std::string_view key);

/// One block of H rows of the weight matrices: the rows that feed one squashing function.
struct Block {
    std::string_view letter; ///< subscript of W and U: "r"
    Part part;               ///< what the squashing function yields
    Activation activation;
};

/// One part of a step, where the playhead can stand: a name, and the recorded array it completes.
/// The first, "inputs", completes none.
struct StepPart {
    std::string_view name;
    std::optional<Part> completes;
};

/// Everything about a cell kind that other code would otherwise have to ask by a switch.
struct CellDescription {
    CellKind kind;
    std::string_view key;         ///< "gru", in files and on the command line
    std::string_view pytorchName; ///< "GRU"
    std::vector<Block> blocks;    ///< in PyTorch's order of rows
    std::vector<Part> recorded;   ///< the parts of a trace, in the order they are written
    std::vector<StepPart> stepParts;
    bool hasCellState;         ///< LSTM: a second state, c
    std::vector<Part> keepers; ///< the gates that decide what is kept; at 1 all is, but see UpdateMeaning
};

/// The table of cell kinds, and one row of it.
const std::vector<CellDescription> &cells();
const CellDescription &describe(CellKind kind);
std::optional<CellKind> cellNamed(std::string_view key);

} // namespace gatescope

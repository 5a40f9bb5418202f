// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/error_settings.h"
#include "core/learning/labs/known_errors.h"

namespace gatescope {

std::vector<KnownError> knownKerasErrors()
{
    constexpr auto keras = Framework::keras;
    return {
        {"keras dimensions",
         keras,
         "incompatible with the layer: expected ndim=3, found ndim=%n. Full shape received: (%,%n%)",
         sentence(
             "The number of axes is meant: a GRU reads three, batch, time and features, and was given %1. If a GRU "
             "stands before it, that one needs return_sequences=True, because it gave up its time axis."),
         {{putReturnSequences, 0, 0}, {putHiddenSize, 2}},
         "output",
         {},
         0},
        {"keras features",
         keras,
         "calling GRU.call()%*shapes cannot be multiplied (%nx%n and %nx%n)",
         sentence("The last axis of the input is meant, the features: the kernel was built for %3 and was given %2. A "
                  "layer keeps the size that it saw first."),
         {{putInputSize, 3}, {putBlockRows, 4}},
         "input",
         Axis::feature,
         2},
        {"keras features",
         keras,
         "expected axis -1 of input shape to have value %n, but received input with shape (%,%n)",
         sentence("The last axis of the input is meant, the features: the layer was built for %1 and was given %2. A "
                  "layer keeps the size that it saw first."),
         {{putInputSize, 1}},
         "input",
         Axis::feature,
         2},
        {"stateful batch",
         keras,
         "stateful=True` in a RNN, the batch size must be static. Found dynamic batch size: sequence.shape=(%w, ",
         sentence(
             "The batch axis is meant: a stateful layer keeps one state for each sequence, so it must know how many, "
             "and found %1. Give keras.Input a batch_size, or batch_shape."),
         {{putStateful, 0, 1}},
         "input",
         Axis::batch,
         1},
        {"stateful other batch",
         keras,
         "Expected batch size: %n - Received batch size: %n",
         sentence("The batch axis is meant: the layer keeps the states of %1 sequences, and %2 came. Every batch of a "
                  "stateful layer has the same size; leave out a last one that is smaller."),
         {{putStateful, 0, 1}, {putBatch, 1}},
         "input",
         Axis::batch,
         2},
        {"keras units",
         keras,
         "invalid value for argument `units`, expected a positive integer, got %s",
         sentence("units is the last axis of the output and came as %1: it must be a whole number from 1."),
         {},
         "output",
         Axis::unit,
         1},
        {"keras argument", keras, "Unrecognized keyword arguments passed to GRU: {'%w'",
         sentence("Keras' GRU has no argument %1. hidden_size is called units there, several layers are several GRUs, "
                  "both directions are a Bidirectional around it, and the batch always stands first.")},
    };
}

} // namespace gatescope

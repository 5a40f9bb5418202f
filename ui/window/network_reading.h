// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

#include <QString>

#include <functional>

class QWidget;

namespace gatescope {

class FileReading;

/// A network out of a file, and what there is to say about it.
struct ReadNetwork {
    Experiment experiment;
    std::vector<Sentence> notes;
    bool isExperiment = false; ///< or else a model, which came alone
};

/// Reads a file that holds a network, once. Where it holds several it asks over the window which one is meant; `take`
/// gets nothing where the person would rather not.
void readNetwork(FileReading &reading, QWidget &window, const QString &path,
                 const std::function<void(Result<ReadNetwork>)> &take);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/model_file.h"

#include <QString>

#include <optional>

class QWidget;

namespace gatescope {

/// Whether it is to be asked which of its networks is meant.
bool holdsSeveral(const ModelInventory &file);
/// Which module a model file that holds several is to be opened with; none when the person would rather not.
std::optional<ImportOptions> askForModule(QWidget &window, const ModelInventory &file);

enum class MisfitAnswer { newNetwork, learn, cancel };
/// Asks what is to become of data that the open network does not read, and says `why`: a new network where one could
/// read them as they are, or to learn them in Train where that can.
MisfitAnswer askAboutMisfit(QWidget &window, const QString &why, const std::optional<NetworkSpec> &reads,
                            bool canBeLearned);

enum class UnsavedAnswer { save, discard, cancel };

UnsavedAnswer askAboutUnsaved(QWidget &window, const QString &title);

enum class RunningAnswer { keep, end, cancel };

/// What shall become of a training, that goes on or was never kept, when the program is to close.
RunningAnswer askAboutTraining(QWidget &window, const QString &title, bool goesOn);
/// Whether a race that goes on may be ended; `isKept`: as far as it came it is there the next time.
bool mayEndRace(QWidget &window, bool isKept);

/// Whether races that could not be written, for the reason `why`, may be lost.
bool mayLoseRaces(QWidget &window, const QString &why);

/// Says in a window of its own why something was not opened or written, and waits for nobody.
void tellRefusal(QWidget &window, const QString &why);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/model_file.h"

#include <QString>

#include <optional>

class QWidget;

namespace gatescope {

/// Which module a model file is to be opened with; asks only when it has several, and none when the
/// person would rather not.
std::optional<ImportOptions> askForModule(QWidget &window, const QString &path);

enum class UnsavedAnswer { save, discard, cancel };

UnsavedAnswer askAboutUnsaved(QWidget &window, const QString &title);

} // namespace gatescope

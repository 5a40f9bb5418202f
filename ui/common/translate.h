// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sentence.h"

#include <QCoreApplication>
#include <QString>

#include <string_view>

namespace gatescope {

/// `Words::tr("…")` for functions that stand in no class of their own.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(gatescope)
};

/// A sentence of the engine in the language of the window, its arguments in their places.
QString said(const Sentence &sentence);

/// A word or sentence of a table, marked there for the context "gatescope", in the language of the window.
QString translated(std::string_view text);

/// A name that is the same in every language, or a text that has none yet.
QString written(std::string_view text);

/// Words for a tool tip, which would take what looks like a tag in somebody's name for one.
QString asToolTip(const QString &words);

} // namespace gatescope

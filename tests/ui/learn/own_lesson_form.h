// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/learn/own/lesson_form.h"
#include "ui/learn/own/own_lessons_window.h"

#include <QLabel>

namespace gatescope {

template<typename Field>
Field &field(OwnLessonsWindow &window, const char *name)
{
    return *window.form().findChild<Field *>(QLatin1String(name));
}

/// What stands under the field of that name; empty where nothing is wrong with it.
inline QString problemAt(OwnLessonsWindow &window, const char *name)
{
    auto *label = window.form().findChild<QLabel *>(QStringLiteral("problemOf_") + QLatin1String(name));
    return label->isHidden() ? QString() : label->text();
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include <QFile>

#include <cmath>

namespace gatescope {

namespace {

/// What stands behind an @ in style.qss.
QString wordNamed(const QString &name, const Theme &theme)
{
    if (name == "checkmark") // stands on ink
        return theme.name == ThemeName::light ? QStringLiteral("white") : QStringLiteral("black");
    const std::pair<const char *, QColor> colours[]{
        {"paper", theme.paper},
        {"panel", theme.panel},
        {"line", theme.line},
        {"ink", theme.ink},
        {"ink2", theme.ink2},
        {"ink3", theme.ink3},
        {"wash", theme.wash},
        {"focus", theme.wire(Role::state)},
        {"selected", blended(theme.of(Role::state).hue, 0.25, theme.paper)},
        {"error", theme.of(Role::gradient).text},
        {"pressed", blended(theme.ink, 0.12, theme.panel)},
        {"inkHover", blended(theme.ink, 0.85, theme.paper)},
    };
    for (const auto &[key, colour] : colours)
        if (name == QLatin1String(key))
            return colour.name();
    Q_ASSERT_X(false, "style.qss", qPrintable(name));
    return {};
}

/// Replaces @name by the theme's colour and "12u" by so many scaled pixels. They are rounded down, so
/// that a radius stays at most half of its side; Qt draws larger ones square.
QString filled(const QString &sheet, const Theme &theme, double scale)
{
    QString result;
    for (qsizetype i = 0; i < sheet.size();) {
        qsizetype end = i + 1;
        if (sheet[i] == u'@') {
            while (end < sheet.size() && sheet[end].isLetterOrNumber())
                ++end;
            result += wordNamed(sheet.mid(i + 1, end - i - 1), theme);
        } else if (sheet[i].isDigit() && !(i > 0 && sheet[i - 1].isLetterOrNumber())) {
            while (end < sheet.size() && sheet[end].isDigit())
                ++end;
            const bool isLength = end < sheet.size() && sheet[end] == u'u';
            const int number = sheet.mid(i, end - i).toInt();
            result += isLength ? QString::number(static_cast<int>(std::floor(number * scale + 1e-9))) + "px"
                               : QString::number(number);
            end += isLength;
        } else {
            result += sheet[i];
        }
        i = end;
    }
    return result;
}

} // namespace

QString widgetStyleSheet(const Theme &theme, double scale)
{
    QFile file(QStringLiteral(":/gatescope/common/style.qss"));
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere); // compiled in
    return isThere ? filled(QString::fromUtf8(file.readAll()), theme, scale) : QString();
}

} // namespace gatescope

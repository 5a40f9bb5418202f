// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sized.h"

#include <QRegularExpression>
#include <QString>

namespace gatescope {

Result<QSize> sizeNamed(const std::string &text)
{
    constexpr int smallest = 64;
    constexpr int largest = 16384;
    static const QRegularExpression form(QStringLiteral("^(\\d{1,5})x(\\d{1,5})$"));
    const QRegularExpressionMatch match = form.match(QString::fromStdString(text));
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const auto fits = [](int side) { return side >= smallest && side <= largest; };
    if (match.hasMatch() && fits(size.width()) && fits(size.height()))
        return size;
    return error("--size %1 is no size; expected width x height, as 1920x1080, each %2 … %3.",
                 {text, std::to_string(smallest), std::to_string(largest)});
}

} // namespace gatescope

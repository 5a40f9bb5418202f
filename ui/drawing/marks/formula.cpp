// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/marks/formula.h"

#include "ui/drawing/marks/marks.h"

#include <QFile>
#include <QRegularExpression>
#include <QSvgRenderer>

namespace gatescope {

namespace {

constexpr double unitsPerEm = 100;

} // namespace

std::optional<Formula> Formula::named(const QString &name)
{
    QFile file(QStringLiteral(":/formulas/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    static const QRegularExpression title(QStringLiteral("<title>([^<]*)</title>"));
    Formula formula;
    formula.m_svg = QString::fromUtf8(file.readAll());
    formula.m_words = title.match(formula.m_svg).captured(1);
    formula.m_ems = QSvgRenderer(formula.m_svg.toUtf8()).viewBoxF().size() / unitsPerEm;
    return formula;
}

QSizeF Formula::size(double pixels) const
{
    return m_ems * pixels;
}

void Formula::draw(QPainter &painter, const QRectF &where, const Theme &theme) const
{
    static const QRegularExpression letter(QStringLiteral("class=\"(\\w+)\" fill=\"currentColor\""));
    QString coloured;
    qsizetype at = 0;
    for (auto each = letter.globalMatch(m_svg); each.hasNext();) {
        const auto match = each.next();
        const auto role = roleOfLetter(match.captured(1));
        const QColor colour = role ? theme.of(*role).text : theme.ink;
        coloured += m_svg.mid(at, match.capturedStart() - at) + QStringLiteral("fill=\"%1\"").arg(colour.name());
        at = match.capturedEnd();
    }
    QSvgRenderer((coloured + m_svg.mid(at)).toUtf8()).render(&painter, where);
}

} // namespace gatescope

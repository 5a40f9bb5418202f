// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/code_page.h"

#include "ui/common/fonts.h"
#include "ui/drawing/marks/marks.h"
#include "ui/explore/inspector/followed_unit.h"
#include "ui/explore/inspector/painted_section.h"

#include <QFontMetricsF>
#include <QtMath>

namespace gatescope {

CodePage::CodePage(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CodePage::show(const CodeListing &listing)
{
    if (listing == m_listing)
        return;
    m_listing = listing;
    setAccessibleName(listing.isMath ? plainMath(listing.lines.join('\n')) : listing.lines.join('\n'));
    updateGeometry();
    update();
}

void CodePage::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
    updateGeometry();
    update();
}

/// Broken at spaces; what goes on is indented by four more than its line.
QStringList CodePage::wrapped(const QString &line, double width) const
{
    const double advance = QFontMetricsF(numberFont(12 * inspectorScale(m_settings))).horizontalAdvance('0');
    const int room = std::max(12, int(width / advance));
    const qsizetype indent = std::find_if(line.begin(), line.end(), [](QChar c) { return c != ' '; }) - line.begin();
    QStringList lines;
    QString rest = line;
    while (rest.size() > room) {
        const qsizetype at = rest.lastIndexOf(' ', room);
        const qsizetype least = std::find_if(rest.begin(), rest.end(), [](QChar c) { return c != ' '; }) - rest.begin();
        if (at <= least)
            break;
        lines << rest.left(at);
        rest = QString(indent + 4, ' ') + rest.mid(at + 1);
    }
    return lines << rest;
}

double CodePage::lay(QPainter *painter, double width) const
{
    const double scale = inspectorScale(m_settings);
    const Theme &theme = *m_settings.theme;
    const double padding = 12 * scale, pitch = (m_listing.isMath ? 30 : 20) * scale;
    double y = 10 * scale;
    for (int i = 0; i < m_listing.lines.size(); ++i) {
        const bool marked = i == m_listing.marked;
        const QStringList lines
            = m_listing.isMath ? QStringList{m_listing.lines[i]} : wrapped(m_listing.lines[i], width - 2 * padding);
        if (painter && marked) {
            painter->fillRect(QRectF(0, y, width, pitch * double(lines.size())), theme.panel);
            painter->fillRect(QRectF(0, y, 3 * scale, pitch * double(lines.size())), theme.ink);
        }
        for (const QString &line : lines) {
            if (painter && m_listing.isMath) {
                const double wide = mathWidth(upright(line), 18 * scale);
                const double pixels = 18 * scale * std::min(1.0, (width - 2 * padding) / wide);
                drawMath(*painter, {padding, y + 20 * scale}, upright(line), pixels, theme.ink, theme);
            } else if (painter) {
                drawText(*painter, {padding, y + 14 * scale}, line,
                         numberFont(12 * scale, marked ? QFont::Medium : QFont::Normal),
                         marked ? theme.ink : theme.ink2);
            }
            y += pitch;
        }
    }
    return y + 10 * scale;
}

int CodePage::heightForWidth(int width) const
{
    return qCeil(lay(nullptr, width));
}

void CodePage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_settings.theme->wash);
    painter.drawRoundedRect(rect(), 8, 8);
    lay(&painter, width());
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/bars/part_segments.h"

#include "ui/common/fonts.h"
#include "ui/drawing/marks/marks.h"
#include "ui/explore/controls/icon_button.h"

#include <QCoreApplication>
#include <QKeyEvent>

namespace gatescope {

namespace {

QString nameOf(const StepPart &part)
{
    return QCoreApplication::translate("gatescope", part.name.data());
}

/// Takes what the mouse and the keyboard do to one segment; its picture is painted below it.
class SegmentButton : public QAbstractButton
{
public:
    explicit SegmentButton(QWidget *parent) : QAbstractButton(parent)
    {
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!showsFocus(*this))
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::Link), 2));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            return click();
        QAbstractButton::keyPressEvent(event);
    }
};

} // namespace

PartSegments::PartSegments(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PartSegments::show(const Scene &scene, const ViewSettings &settings)
{
    const CellDescription *cell = &describe(scene.spec().cell);
    const bool otherCell = cell != m_cell;
    m_cell = cell;
    m_state = scene.playhead;
    const bool otherSettings = !(settings == m_settings);
    m_settings = settings;
    if (otherCell)
        makeButtons();
    if (otherCell || otherSettings) {
        updateGeometry();
        place();
    }
    update();
}

QSize PartSegments::sizeHint() const
{
    const int count = m_cell ? static_cast<int>(m_cell->stepParts.size()) : 5;
    const double wide = count * (m_settings.compact ? 76 : count > 5 ? 88 : 112);
    return QSizeF(m_settings.px(wide), m_settings.px(m_settings.compact ? 40 : 48)).toSize();
}

QSize PartSegments::minimumSizeHint() const
{
    const int count = m_cell ? static_cast<int>(m_cell->stepParts.size()) : 5;
    return QSizeF(m_settings.px(count * 16 + 56), m_settings.px(m_settings.compact ? 40 : 48)).toSize();
}

void PartSegments::makeButtons()
{
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (std::size_t part = 0; part < m_cell->stepParts.size(); ++part) {
        auto *button = new SegmentButton(this);
        const QString name = nameOf(m_cell->stepParts[part]);
        button->setAccessibleName(tr("Part %1: %2").arg(part).arg(name));
        button->setToolTip(tr("Go to part %1, %2").arg(part).arg(name));
        connect(button, &QAbstractButton::clicked, this, [this, part] { emit partChosen(static_cast<int>(part)); });
        button->QWidget::show();
        m_buttons.append(button);
    }
}

void PartSegments::place()
{
    for (int part = 0; part < m_buttons.size(); ++part) {
        const double pitch = double(width()) / double(m_buttons.size());
        m_buttons[part]->setGeometry(QRectF(part * pitch, 0, pitch - 4, height()).toAlignedRect());
    }
}

void PartSegments::resizeEvent(QResizeEvent *)
{
    place();
}

void PartSegments::paintEvent(QPaintEvent *)
{
    if (!m_cell)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int count = static_cast<int>(m_cell->stepParts.size());
    const double pitch = double(width()) / count;
    const Theme &theme = *m_settings.theme;
    const double pixels = m_settings.px(m_settings.compact ? 12 : 14);
    const double baseline = height() / 2.0 - m_settings.px(4);
    double widest = 0;
    for (const StepPart &part : m_cell->stepParts)
        widest = std::max(widest, textWidth(nameOf(part), interfaceFont(pixels, QFont::DemiBold)));
    const bool allNamed = widest <= pitch - m_settings.px(10);

    for (int part = 0; part < count; ++part) {
        const bool here = part == m_state.part;
        const StepPart &described = m_cell->stepParts[part];
        const Role role = m_state.pass == Pass::backward ? Role::gradient : roleOf(described);
        const double thickness = m_settings.px(here ? 8 : 4);
        painter.setPen(Qt::NoPen);
        painter.setBrush(here ? theme.of(role).hue : isComputed(m_state, part) ? theme.ink3 : theme.line);
        const double middle = height() / 2.0 + m_settings.px(10);
        painter.drawRoundedRect(QRectF(part * pitch, middle - thickness / 2, pitch - 4, thickness), 2, 2);
        if (!here && !allNamed)
            continue;
        const QFont font = interfaceFont(pixels, here ? QFont::DemiBold : QFont::Normal);
        // Where the segments are too short for all names, the one that counts may reach over its neighbours.
        const double room = width() - textWidth(nameOf(described), font) - (allNamed ? 0 : m_settings.px(8));
        drawText(painter, {std::max(0.0, std::min(part * pitch, room)), baseline}, nameOf(described), font,
                 here ? theme.ink : theme.ink2);
    }
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/bars/pass_switch.h"

#include "ui/common/fonts.h"
#include "ui/drawing/marks/marks.h"
#include "ui/explore/controls/icon_button.h"

#include <QHBoxLayout>
#include <QKeyEvent>

namespace gatescope {

namespace {

/// One side of the switch.
class PassButton : public QAbstractButton
{
public:
    PassButton(const QString &text, Role role, QWidget *parent) : QAbstractButton(parent), m_role(role)
    {
        setText(text);
        setCheckable(true);
        setAutoExclusive(true);
        setFocusPolicy(Qt::StrongFocus);
    }

    void show(const ViewSettings &settings)
    {
        m_theme = settings.theme;
        const bool compact = settings.compact;
        setFont(interfaceFont(settings.px(compact ? 12 : 13), QFont::DemiBold));
        const int padding = int(settings.px(compact ? 14 : 28));
        setFixedSize(fontMetrics().horizontalAdvance(text()) + padding, int(settings.px(compact ? 28 : 34)));
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
        QColor ink = m_theme->ink2;
        if (isChecked() && m_role == Role::gradient) {
            const QColor fill = m_theme->of(Role::gradient).hue;
            painter.setPen(Qt::NoPen);
            painter.setBrush(fill);
            painter.drawRoundedRect(box, 7, 7);
            ink = m_theme->inkOn(fill, 1.0);
        } else if (isChecked()) {
            painter.setPen(QPen(m_theme->ink3, 1));
            painter.setBrush(m_theme->panel);
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7);
            ink = m_theme->ink;
        }
        QFont face = font();
        face.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
        drawText(painter, {box.center().x(), box.center().y() + face.pixelSize() * 0.36}, text(), face, ink,
                 Align::centre);
        if (showsFocus(*this)) {
            painter.setPen(QPen(m_theme->of(Role::state).text, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box, 7, 7);
        }
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            return click();
        QAbstractButton::keyPressEvent(event);
    }

private:
    Role m_role;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
};

} // namespace

PassSwitch::PassSwitch(QWidget *parent)
    : QWidget(parent), m_forward(new PassButton(tr("Forward"), Role::state, this)),
      m_backward(new PassButton(tr("Backward"), Role::gradient, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_forward);
    row->addWidget(m_backward);
    m_forward->setAccessibleName(tr("Forward pass"));
    m_backward->setAccessibleName(tr("Backward pass"));
    m_forward->setToolTip(tr("Forward pass: from the input to the output (B)"));
    m_backward->setToolTip(tr("Backward pass: the gradient of the watched loss, from the end to the beginning (B)"));
    connect(m_forward, &QAbstractButton::clicked, this, [this] { emit passChosen(Pass::forward); });
    connect(m_backward, &QAbstractButton::clicked, this, [this] { emit passChosen(Pass::backward); });
    refresh();
}

void PassSwitch::show(Pass pass, const ViewSettings &settings)
{
    const Shown shown{pass, settings};
    if (shown == m_shown)
        return;
    m_shown = shown;
    refresh();
}

void PassSwitch::refresh()
{
    (m_shown.pass == Pass::forward ? m_forward : m_backward)->setChecked(true);
    for (QAbstractButton *side : {m_forward, m_backward})
        static_cast<PassButton *>(side)->show(m_shown.settings);
    update();
}

void PassSwitch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_shown.settings.theme->line, 1));
    painter.setBrush(m_shown.settings.theme->wash);
    painter.drawRoundedRect(QRectF(m_forward->geometry() | m_backward->geometry()).adjusted(0.5, 0.5, -0.5, -0.5), 8,
                            8);
}

} // namespace gatescope

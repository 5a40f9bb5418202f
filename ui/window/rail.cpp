// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/rail.h"

#include "ui/common/fonts.h"
#include "ui/common/window_scale.h"
#include "ui/window/look.h"
#include "ui/window/places.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QCoreApplication>
#include <QPainter>
#include <QSvgRenderer>
#include <QVBoxLayout>

namespace gatescope {

namespace {

constexpr int railWidth = 76;
constexpr QSize placeSize(60, 58);

class PlaceButton : public QAbstractButton
{
public:
    PlaceButton(const PlaceRow &place, const Look &look, QWidget *parent)
        : QAbstractButton(parent), m_place(place), m_look(look)
    {
        setText(QCoreApplication::translate("gatescope", place.label));
        setAccessibleName(text());
        setToolTip(QStringLiteral("%1 (%2)").arg(
            text(), QKeySequence(QLatin1String(place.keys)).toString(QKeySequence::NativeText)));
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setFont(interfaceFont(12, QFont::DemiBold)); // the widest in which it is painted
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = m_look.theme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const double scale = double(width()) / placeSize.width();
        painter.scale(scale, scale);
        const QRectF box(QRect(QPoint(0, 0), placeSize));
        const bool byKeyboard = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
        painter.setPen(byKeyboard ? QPen(theme.of(Role::state).text, 2) : QPen(Qt::NoPen));
        painter.setBrush(isChecked() ? QBrush(theme.wash) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 8, 8);
        const QColor colour = isChecked() ? theme.ink : theme.ink2;
        const QString svg = QStringLiteral(R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" )"
                                           R"(stroke="%1" stroke-width="1.8" stroke-linecap="round">%2</svg>)")
                                .arg(colour.name(), QLatin1String(m_place.icon));
        QSvgRenderer(svg.toUtf8()).render(&painter, QRectF(box.center().x() - 10, 9, 20, 20));
        painter.setFont(interfaceFont(12, isChecked() ? QFont::DemiBold : QFont::Normal));
        painter.setPen(colour);
        painter.drawText(QRectF(0, 34, box.width(), 18), Qt::AlignCenter, text());
    }

private:
    const PlaceRow &m_place;
    const Look &m_look;
};

} // namespace

Rail::Rail(const Look &look, QWidget *parent) : QWidget(parent), m_look(look), m_places(new QButtonGroup(this))
{
    auto *column = new QVBoxLayout(this);
    const auto &table = placeTable();
    for (int i = 0; i < int(table.size()); ++i) {
        auto *button = new PlaceButton(table[std::size_t(i)], look, this);
        m_places->addButton(button, i);
        column->addWidget(button);
    }
    column->addStretch(1);
    m_places->button(0)->setChecked(true);
    fit();
    connect(m_places, &QButtonGroup::idClicked, this, &Rail::placeChosen);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void Rail::setPlace(int place)
{
    m_places->button(place)->setChecked(true);
}

void Rail::fit()
{
    const double scale = windowScale(window()->size());
    const auto px = [scale](int length) { return int(length * scale); };
    setFixedWidth(px(railWidth));
    layout()->setContentsMargins(px(8), px(12), px(8), px(12));
    layout()->setSpacing(px(8));
    for (QAbstractButton *button : m_places->buttons())
        button->setFixedSize(placeSize * scale);
}

void Rail::resizeEvent(QResizeEvent *)
{
    fit();
}

void Rail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme().panel);
    painter.fillRect(width() - 1, 0, 1, height(), m_look.theme().line);
}

} // namespace gatescope

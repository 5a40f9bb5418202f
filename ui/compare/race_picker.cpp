// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/race_picker.h"

#include "ui/common/language.h"

#include <QAbstractItemView>
#include <QLocale>
#include <QSignalBlocker>
#include <QStyleOptionComboBox>
#include <QStylePainter>

#include <algorithm>

namespace gatescope {

QString whenBegun(const QDateTime &begun, const QDateTime &now)
{
    const QLocale language(spokenLanguage());
    if (begun.date() == now.date())
        return language.toString(begun, QStringLiteral("HH:mm"));
    const bool isThisYear = begun.date().year() == now.date().year();
    return language.toString(begun, isThisYear ? QStringLiteral("d MMM HH:mm") : QStringLiteral("d MMM yyyy"));
}

QString wholeDate(const QDateTime &begun)
{
    return begun.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QDateTime begunAt(const KeptRace &race)
{
    return QDateTime::fromString(QString::fromStdString(race.begun), Qt::ISODateWithMs).toLocalTime();
}

RacePicker::RacePicker(QWidget *parent) : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToContents); // where there is room; names may be long
    setMinimumContentsLength(24);
    view()->setTextElideMode(Qt::ElideRight);
    connect(this, &QComboBox::currentIndexChanged, this, &RacePicker::tellWhole);
}

void RacePicker::offer(const std::vector<RaceShown> &races, std::size_t chosen)
{
    const QSignalBlocker quiet(this);
    clear();
    for (std::size_t i = 0; i < races.size(); ++i) {
        addItem(tr("%1: %2").arg(races.size() - i).arg(QString::fromStdString(races[i].name)));
        setItemData(int(i), tr("%1, begun %2").arg(itemText(int(i)), wholeDate(begunAt(races[i]))), Qt::ToolTipRole);
    }
    setCurrentIndex(int(chosen));
    tellWhole(currentIndex());
}

void RacePicker::tellWhole(int index)
{
    setToolTip(itemData(index, Qt::ToolTipRole).toString());
}

/// For words, in a box of this size.
int RacePicker::room(const QSize &size) const
{
    QStyleOptionComboBox option;
    initStyleOption(&option);
    option.rect = QRect({}, size);
    return style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this).width() - 4;
}

QSize RacePicker::sizeHint() const
{
    QSize size = QComboBox::sizeHint();
    int widest = 0;
    for (int i = 0; i < count(); ++i)
        widest = std::max(widest, fontMetrics().horizontalAdvance(itemText(i)));
    constexpr int rounded = 2; // a width that is rounded down is no room for all of it
    size.rwidth() += std::max(0, widest + rounded - room(size)); // a box that wears a style sheet reckons with less
    return size;
}

QString RacePicker::shownText() const
{
    return fontMetrics().elidedText(currentText(), Qt::ElideRight, room(size()));
}

void RacePicker::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    option.currentText = shownText();
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

} // namespace gatescope

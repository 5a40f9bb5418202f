// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/bars/what_if_bar.h"

#include "core/model/squash.h"
#include "ui/common/fields.h"
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/common/translate.h"
#include "ui/document/document.h"
#include "ui/document/what_if.h"
#include "ui/drawing/words/unit_names.h"
#include "ui/explore/controls/live_line.h"

#include <QCoreApplication>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <cmath>

namespace gatescope {

WhatIfBar::WhatIfBar(Document &document, Playhead &playhead, WhatIf &whatIf, QWidget *parent)
    : QWidget(parent), m_document(document), m_playhead(playhead), m_whatIf(whatIf), m_held(new QLabel(this)),
      m_value(new QDoubleSpinBox(this)), m_fromLabel(new QLabel(tr("in steps"), this)), m_first(new QSpinBox(this)),
      m_toLabel(new QLabel(tr("to"), this)), m_last(new QSpinBox(this)), m_letGo(new QPushButton(tr("Let go"), this)),
      m_change(new LiveLine(this)), m_letAllGo(new QPushButton(tr("Let all go"), this)),
      m_takeAsOriginal(new QPushButton(tr("Compare from here"), this))
{
    setAccessibleName(tr("What if"));
    layOut();
    connect(m_value, &QDoubleSpinBox::valueChanged, this, &WhatIfBar::apply);
    connect(m_first, &QSpinBox::valueChanged, this, &WhatIfBar::apply);
    connect(m_last, &QSpinBox::valueChanged, this, &WhatIfBar::apply);
    connect(m_letGo, &QPushButton::clicked, &whatIf, &WhatIf::letGo);
    connect(m_letAllGo, &QPushButton::clicked, &whatIf, &WhatIf::letAllGo);
    connect(m_takeAsOriginal, &QPushButton::clicked, &document, &Document::takeAsOriginal);
    connect(&document, &Document::recordChanged, this, &WhatIfBar::refresh);
    connect(&document, &Document::experimentChanged, this, &WhatIfBar::refresh);
    connect(&playhead, &Playhead::moved, this, &WhatIfBar::refresh);
    refresh();
}

void WhatIfBar::layOut()
{
    m_rows = new QVBoxLayout(this);
    m_rows->setSpacing(0);
    m_rows->addLayout(m_row = new QHBoxLayout);
    QHBoxLayout *row = m_row;
    row->setSpacing(8);
    for (QWidget *widget : QList<QWidget *>{m_held, m_value, m_fromLabel, m_first, m_toLabel, m_last, m_letGo})
        row->addWidget(widget);
    row->addStretch(0); // takes the room where the words do not
    row->addWidget(m_letAllGo);
    row->addWidget(m_takeAsOriginal);
    for (QAbstractSpinBox *box : QList<QAbstractSpinBox *>{m_value, m_first, m_last})
        box->setKeyboardTracking(false); // a number is taken when it is typed in full
    m_value->setDecimals(4);
    m_value->setSingleStep(0.05);
    m_value->setLocale(QLocale::c()); // numbers are written as everywhere on the stage
    m_value->setAccessibleName(tr("Held at"));
    m_first->setAccessibleName(tr("Held from step"));
    m_last->setAccessibleName(tr("Held to step"));
    m_takeAsOriginal->setToolTip(tr("What there is now becomes what later changes are compared with"));
    m_letAllGo->setToolTip(tr("Nothing is held any more, and what is read and begun with is as it was; weights "
                              "that were changed stay: undo takes them back"));
}

void WhatIfBar::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
    const int side = int(settings.px(24));
    m_rows->setContentsMargins(side, 4, side, 4);
    const QFont font = interfaceFont(settings.px(settings.classroom ? 20 : settings.compact ? 12 : 14));
    for (QWidget *widget : findChildren<QWidget *>())
        widget->setFont(font);
    for (QLabel *label : {m_held, m_fromLabel, m_toLabel})
        setTextColour(*label, settings.theme->ink);
    m_change->setColour(settings.theme->ink);
    placeChange();
    refresh();
    update();
}

/// Before the buttons, or on a row of its own where they leave too little room.
void WhatIfBar::placeChange()
{
    m_rows->removeWidget(m_change);
    m_row->removeWidget(m_change);
    const bool isBelow = m_settings.compact || m_settings.classroom;
    m_change->setMostLines(isBelow ? 1 : 2);
    if (isBelow)
        m_rows->addWidget(m_change);
    else
        m_row->insertWidget(m_row->indexOf(m_letAllGo), m_change, 1);
    const int space = m_row->indexOf(m_letGo) + 1;
    m_row->setStretch(space, isBelow ? 1 : 0);
}

void WhatIfBar::refresh()
{
    const bool holdsAny = !m_document.experiment().pins.empty();
    const bool hadFocus = focusWidget() && focusWidget()->hasFocus();
    setVisible(m_document.ghost() || holdsAny);
    if (isHidden() && hadFocus)
        emit leftFocused();
    if (isHidden() || !m_document.record())
        return;
    const auto pin = m_whatIf.pinAt(m_playhead.state());
    const auto given = m_whatIf.changedAt(m_playhead.state());
    for (QWidget *widget : QList<QWidget *>{m_value, m_letGo})
        widget->setVisible(pin || given);
    for (QWidget *widget : QList<QWidget *>{m_fromLabel, m_first, m_toLabel, m_last})
        widget->setVisible(pin.has_value());
    m_letAllGo->setVisible(holdsAny || given);
    m_takeAsOriginal->setVisible(m_document.ghost());
    m_held->setText(heldWords());
    m_change->setText(changeWords());
    if (pin)
        return showPin(*pin);
    const QSignalBlocker quiet(m_value);
    setRangeIfOther(*m_value, -1e6, 1e6);
    if (given)
        m_value->setValue(givenValue(m_document.experiment(), *given));
}

void WhatIfBar::showPin(const Pin &pin)
{
    const QSignalBlocker quiet[]{QSignalBlocker(m_value), QSignalBlocker(m_first), QSignalBlocker(m_last)};
    const Range range = rangeOf(m_document.experiment().spec, pin.part);
    setRangeIfOther(*m_value,
                    range == Range::gate          ? 0.0
                        : range == Range::bounded ? -1.0
                                                  : -1e6,
                    range == Range::unbounded ? 1e6 : 1.0);
    m_value->setValue(pin.value);
    const Input &input = m_document.experiment().input;
    const int last = (pin.sequence ? input.length(*pin.sequence) : input.longest()) - 1;
    setRangeIfOther(*m_first, 0, pin.lastStep);
    m_first->setValue(pin.firstStep);
    setRangeIfOther(*m_last, pin.firstStep, last);
    m_last->setValue(pin.lastStep);
}

/// What was typed, of what is held here, or of what is given otherwise.
void WhatIfBar::apply()
{
    // What was not touched keeps all its digits.
    const auto isOther = [this](double value) { return std::abs(m_value->value() - value) > 0.5e-4; };
    if (const auto pin = m_whatIf.pinAt(m_playhead.state())) {
        m_whatIf.holdFrom(m_first->value(), m_last->value(), isOther(pin->value) ? m_value->value() : pin->value);
        return;
    }
    const auto given = m_whatIf.changedAt(m_playhead.state());
    if (given && isOther(givenValue(m_document.experiment(), *given)))
        m_whatIf.setGiven(*given, m_value->value());
}

namespace {

QString heldUnit(const Experiment &experiment, const Pin &pin)
{
    const UnitNote *note = noteOn(experiment.units, pin.layer, pin.direction, pin.unit);
    return unitLabel(pin.unit, note ? QString::fromStdString(note->name) : QString());
}

} // namespace

QString WhatIfBar::heldWords() const
{
    if (const auto pin = m_whatIf.pinAt(m_playhead.state())) {
        const std::string_view symbol = describe(pin->part).symbol;
        return tr("What if: %1 of unit %2 held at").arg(written(symbol), heldUnit(m_document.experiment(), *pin));
    }
    if (const auto given = m_whatIf.changedAt(m_playhead.state()))
        return givenWords(*given);
    const auto count = static_cast<int>(m_document.experiment().pins.size());
    return count == 0 ? tr("What if") : tr("What if: held elsewhere: %1").arg(count);
}

/// "What if: x 1 at step 2, not 0.1300 but", before the field that has what it is now.
QString WhatIfBar::givenWords(const GivenPlace &place) const
{
    const QString before = inInspector(m_whatIf.valueBefore(place));
    if (place.what != GivenPlace::What::input) {
        const QString letter = place.what == GivenPlace::What::cell ? u"c"_qs : u"h"_qs;
        return tr("What if: %1 of unit %2 at the start, not %3 but").arg(letter, QString::number(place.index), before);
    }
    const auto &features = std::get<NumberInput>(m_document.experiment().input.source).features;
    const auto index = static_cast<std::size_t>(place.index);
    const QString name
        = index < features.size() ? QString::fromStdString(features[index]) : u"x %1"_qs.arg(place.index);
    return tr("What if: %1 at step %2, not %3 but").arg(name, QString::number(place.step), before);
}

QString WhatIfBar::changeWords()
{
    const Record *ghost = m_document.ghost();
    if (!ghost || m_settings.predicting) // it may be about a step to come
        return {};
    const PlayheadState &at = m_playhead.state();
    const LargestDifference most = largestChange(*ghost, clamped(at, *m_document.record().trace));
    if (most.value == 0)
        return tr("the state stays as it was");
    return tr("h moves most at step %1, unit %2: by %3").arg(most.step).arg(most.unit).arg(inInspector(most.value));
}

/// Asked at every move of the playhead, but another one only where another sequence or layer is looked at.
const LargestDifference &WhatIfBar::largestChange(const Record &ghost, const PlayheadState &at)
{
    const Moment whole{at.layer, at.direction, 0, at.sequence};
    const Compared compared{m_document.record().trace, ghost.trace, whole};
    if (!(compared == m_compared)) {
        m_compared = compared;
        m_largestChange = largestDifference(m_document.record(), ghost, at);
    }
    return m_largestChange;
}

void WhatIfBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_settings.theme->wash);
    painter.fillRect(0, 0, 4, height(), m_settings.theme->ink);
    painter.setPen(QPen(m_settings.theme->line, 1));
    painter.drawLine(0, 0, width(), 0);
}

} // namespace gatescope

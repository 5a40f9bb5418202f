// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/padding_form.h"

#include "ui/common/fonts.h"
#include "ui/learn/labs/step_cells.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStackedWidget>

#include <algorithm>

namespace gatescope {

PaddingForm::PaddingForm(QWidget *parent) : QWidget(parent), m_pages(new QStackedWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto *views = new QButtonGroup(this); // of their own: the radio buttons of a page exclude each other too
    for (const QString &name : {tr("Packed and padded"), tr("States across batches"), tr("A mask by hand")}) {
        auto *button = new QPushButton(name, this);
        button->setCheckable(true);
        views->addButton(button);
        connect(button, &QPushButton::clicked, this, [this, view = m_views.size()] {
            m_settings.view = PaddingView(view);
            m_pages->setCurrentIndex(int(view));
            emit edited();
        });
        column->addWidget(button);
        m_views.append(button);
    }
    m_views.front()->setChecked(true);
    column->addSpacing(10);
    for (QWidget *page : {paddingPage(), statefulPage(), maskPage()})
        m_pages->addWidget(page);
    column->addWidget(m_pages);
    auto *another = new QVBoxLayout;
    addSwitch(another, QStringLiteral("bias"), &PaddingSettings::bias, tr("Whether the GRU has biases"));
    addButton(another, tr("Another network, other numbers"), [this] {
        ++m_settings.seed;
        emit edited();
    });
    column->addLayout(another);
}

QWidget *PaddingForm::paddingPage()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    const auto addCount = [this, grid](const QString &name, const QString &spoken, int low, int high, int value) {
        auto *label = new QLabel(name, this);
        auto *field = new QSpinBox(this);
        field->setRange(low, high);
        field->setValue(value);
        field->setAccessibleName(spoken);
        label->setBuddy(field);
        const int row = grid->rowCount();
        grid->addWidget(label, row, 0);
        grid->addWidget(field, row, 1);
        return field;
    };
    for (int n = 0; n < int(m_settings.lengths.size()); ++n) {
        m_lengths.append(addCount(tr("length of %1").arg(sequenceName(n)), tr("Length of %1").arg(sequenceName(n)), 1,
                                  longestLabSequence, m_settings.lengths[std::size_t(n)]));
        connect(m_lengths.last(), &QSpinBox::valueChanged, this, [this, n](int value) {
            m_settings.lengths[std::size_t(n)] = value;
            emit edited();
        });
    }
    m_moreZeros = addCount(tr("more zeros"), tr("More zeros than the longest sequence asks for"), 0, mostMoreZeros, 0);
    connect(m_moreZeros, &QSpinBox::valueChanged, this, [this](int value) {
        m_settings.moreZeros = value;
        emit edited();
    });
    m_side = new QComboBox(this);
    m_side->addItems({tr("zeros after (right)"), tr("zeros before (left)")});
    m_side->setAccessibleName(tr("Where the zeros stand"));
    connect(m_side, &QComboBox::currentIndexChanged, this, [this](int side) {
        m_settings.side = PaddingSide(side);
        emit edited();
    });
    column->addLayout(grid);
    column->addWidget(m_side);
    addSwitch(column, QStringLiteral("bidirectional"), &PaddingSettings::bidirectional,
              tr("A second direction reads from the end"));
    addSwitch(column, QStringLiteral("enforce_sorted"), &PaddingSettings::enforceSorted,
              tr("PyTorch's pack_padded_sequence then takes falling lengths alone"));
    return page;
}

QWidget *PaddingForm::statefulPage()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    for (const QString &name : {tr("The same order goes on"), tr("The order changes"), tr("The state is reset"),
                                tr("Other sequences, not reset")}) {
        auto *button = new QRadioButton(name, page);
        column->addWidget(button);
        connect(button, &QRadioButton::clicked, this, [this, way = m_ways.size()] {
            m_settings.way = StatefulWay(way);
            emit edited();
        });
        m_ways.append(button);
    }
    m_ways.front()->setChecked(true);
    column->addSpacing(8);
    addSwitch(column, QStringLiteral("detach"), &PaddingSettings::isDetached, tr("h.detach() between the batches"));
    column->addStretch(1);
    return page;
}

QWidget *PaddingForm::maskPage()
{
    auto *page = new QWidget(this);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    addWords(column,
             tr("Click or drag over steps, or move with the arrows and press Space: what is hatched is masked."));
    addButton(column, tr("Pad on the right"), [this] { emit maskRequested(PaddingSide::right); });
    addButton(column, tr("Pad on the left"), [this] { emit maskRequested(PaddingSide::left); });
    addButton(column, tr("Read every step"), [this] { emit fullMaskRequested(); });
    column->addStretch(1);
    return page;
}

QCheckBox *PaddingForm::addSwitch(QVBoxLayout *column, const QString &name, bool PaddingSettings::*on,
                                  const QString &says)
{
    auto *field = new QCheckBox(name, this);
    field->setToolTip(says);
    field->setAccessibleDescription(says);
    field->setChecked(m_settings.*on);
    connect(field, &QCheckBox::toggled, this, [this, on](bool isOn) {
        m_settings.*on = isOn;
        emit edited();
    });
    column->addWidget(field);
    m_switches.append(field);
    return field;
}

void PaddingForm::addButton(QVBoxLayout *column, const QString &words, const std::function<void()> &press)
{
    auto *button = new QPushButton(words, this);
    connect(button, &QPushButton::clicked, this, press);
    column->addWidget(button);
}

void PaddingForm::addWords(QVBoxLayout *column, const QString &words)
{
    auto *label = new QLabel(words, this);
    label->setWordWrap(true);
    column->addWidget(label);
}

QCheckBox *PaddingForm::switchField(const QString &name) const
{
    const auto found = std::ranges::find(m_switches, name, &QCheckBox::text);
    return found == m_switches.end() ? nullptr : *found;
}

void PaddingForm::setFontPixels(double pixels)
{
    for (QWidget *each : findChildren<QWidget *>()) {
        const bool isCode = qobject_cast<QCheckBox *>(each) || qobject_cast<QSpinBox *>(each);
        each->setFont(isCode ? numberFont(0.85 * pixels) : interfaceFont(0.95 * pixels));
    }
    for (QPushButton *button : m_views)
        button->setFont(interfaceFont(0.95 * pixels, QFont::DemiBold));
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/merging_form.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/learn/labs/merging_drawing.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>

namespace gatescope {

namespace {

struct MergingSizeRow {
    int LayerSizes::*size;
    const char *letter, *spoken;
};

constexpr MergingSizeRow mergingSizeRows[]{
    {&LayerSizes::inputs, "I", QT_TRANSLATE_NOOP("gatescope", "I: numbers that are read at a step")},
    {&LayerSizes::units, "H", QT_TRANSLATE_NOOP("gatescope", "H: units")},
    {&LayerSizes::steps, "T", QT_TRANSLATE_NOOP("gatescope", "T: steps")},
    {&LayerSizes::sequences, "B", QT_TRANSLATE_NOOP("gatescope", "B: sequences in the batch")},
};

} // namespace

MergingForm::MergingForm(QWidget *parent) : QWidget(parent), m_convention(new QComboBox(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_convention->addItems(
        {QStringLiteral("PyTorch"), QStringLiteral("Keras"), QStringLiteral("Keras, reset_after=False")});
    m_convention->setAccessibleName(tr("Whose layer it is"));
    column->addWidget(m_convention);
    connect(m_convention, &QComboBox::currentIndexChanged, this, [this](int convention) {
        m_settings.convention = StackingConvention(convention);
        emit edited();
    });
    makeSizes();
    for (int i = 0; i < productWays; ++i) {
        auto *button = new QPushButton(nameOf(ProductWay(i)), this);
        button->setCheckable(true);
        column->addWidget(button);
        m_ways.append(button);
        connect(button, &QPushButton::clicked, this, [this, i] {
            setWay(ProductWay(i));
            emit edited();
        });
    }
    setWay(ProductWay::separate);
    m_measure = new QPushButton(this); // here, for Tab goes to what was made first
    m_another = new QPushButton(tr("Other numbers"), this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_measure, 1);
    row->addWidget(m_another, 1);
    column->addLayout(row);
    connect(m_measure, &QPushButton::clicked, this, &MergingForm::timesRequested);
    connect(m_another, &QPushButton::clicked, this, [this] {
        ++m_settings.seed;
        emit edited();
    });
    setMeasuring(false);
    setWaysOpen(false);
}

void MergingForm::makeSizes()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    for (int i = 0; i < int(std::size(mergingSizeRows)); ++i) {
        const MergingSizeRow &size = mergingSizeRows[i];
        auto *name = new QLabel(QString::fromLatin1(size.letter), this);
        auto *field = new QSpinBox(this);
        field->setRange(1, largestMerging.*size.size);
        field->setValue(m_settings.sizes.*size.size);
        field->setAccessibleName(translated(size.spoken));
        field->setToolTip(field->accessibleName());
        name->setBuddy(field);
        grid->addWidget(name, i / 2, 2 * (i % 2));
        grid->addWidget(field, i / 2, 2 * (i % 2) + 1);
        m_sizes.append(field);
        m_sizeNames.append(name);
        connect(field, &QSpinBox::valueChanged, this, [this, i](int value) {
            m_settings.sizes.*mergingSizeRows[i].size = value;
            emit edited();
        });
    }
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    static_cast<QVBoxLayout *>(layout())->addLayout(grid);
}

void MergingForm::setWay(ProductWay way)
{
    m_settings.way = way;
    for (int i = 0; i < productWays; ++i) // no group: Tab leads to each of them
        m_ways[i]->setChecked(i == int(way));
}

void MergingForm::setWaysOpen(bool open)
{
    for (int i = 1; i < productWays; ++i)
        m_ways[i]->setEnabled(open);
    m_measure->setEnabled(open);
}

void MergingForm::setMeasuring(bool measuring)
{
    m_measure->setText(measuring ? tr("Measuring …") : tr("Measure the time"));
}

QSpinBox *MergingForm::sizeField(int LayerSizes::*size) const
{
    const auto found = std::ranges::find(mergingSizeRows, size, &MergingSizeRow::size);
    return m_sizes[int(found - std::begin(mergingSizeRows))];
}

void MergingForm::setFontPixels(double pixels)
{
    for (QWidget *each : findChildren<QWidget *>())
        each->setFont(interfaceFont(0.95 * pixels));
    for (QSpinBox *field : m_sizes)
        field->setFont(numberFont(0.85 * pixels));
    for (QLabel *name : m_sizeNames)
        name->setFont(mathFont(1.15 * pixels));
    for (QPushButton *button : m_ways)
        button->setFont(interfaceFont(0.95 * pixels, QFont::DemiBold));
}

} // namespace gatescope

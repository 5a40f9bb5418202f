// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/shape_form.h"

#include "ui/common/fonts.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

namespace gatescope {

namespace {

struct SizeRow {
    int LayerArguments::*size;
    const char *pytorch, *keras;
};

/// Arguments have the names of the code and are not translated; batch and length are the input's.
constexpr SizeRow sizeRows[]{
    {&LayerArguments::inputSize, "input_size", "features"}, {&LayerArguments::hiddenSize, "hidden_size", "units"},
    {&LayerArguments::layers, "num_layers", "layers"},      {&LayerArguments::batch, "batch", "batch"},
    {&LayerArguments::steps, "length", "length"},
};

struct SwitchRow {
    bool LayerArguments::*on;
    const char *pytorch, *keras; ///< null: it has none
};

constexpr SwitchRow switchRows[]{
    {&LayerArguments::batchFirst, "batch_first", nullptr},
    {&LayerArguments::bidirectional, "bidirectional", "Bidirectional"},
    {&LayerArguments::bias, "bias", "use_bias"},
    {&LayerArguments::returnSequences, nullptr, "return_sequences"},
    {&LayerArguments::returnState, nullptr, "return_state"},
    {&LayerArguments::resetAfter, nullptr, "reset_after"},
    {&LayerArguments::goBackwards, nullptr, "go_backwards"},
    {&LayerArguments::stateful, nullptr, "stateful"},
};

} // namespace

ShapeForm::ShapeForm(QWidget *parent)
    : QWidget(parent), m_pytorch(new QPushButton(QStringLiteral("PyTorch"), this)),
      m_keras(new QPushButton(QStringLiteral("Keras"), this)), m_dropout(new QDoubleSpinBox(this)),
      m_dropoutName(new QLabel(QStringLiteral("dropout"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto *frameworks = new QHBoxLayout;
    for (const auto &[button, framework] :
         {std::pair(m_pytorch, Framework::pytorch), std::pair(m_keras, Framework::keras)}) {
        button->setCheckable(true);
        button->setAutoExclusive(true);
        frameworks->addWidget(button, 1);
        connect(button, &QPushButton::clicked, this, [this, framework = framework] { chooseFramework(framework); });
    }
    column->addLayout(frameworks);
    makeSizes();
    makeSwitches();
    showArguments();
}

void ShapeForm::makeSizes()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    const auto place = [grid](int i, QLabel *name, QWidget *field) {
        name->setBuddy(field);
        grid->addWidget(name, i, 0);
        grid->addWidget(field, i, 1);
    };
    for (int i = 0; i < int(std::size(sizeRows)); ++i) {
        auto *field = new QSpinBox(this);
        const bool isLayers = sizeRows[i].size == &LayerArguments::layers;
        field->setRange(0,
                        isLayers ? mostLabLayers : largestLayerSize); // 0 can be typed, and is refused with the reason
        m_sizes.append(field);
        m_sizeNames.append(new QLabel(this));
        place(i, m_sizeNames.last(), field);
        connect(field, &QSpinBox::valueChanged, this, [this, i](int value) {
            m_arguments.*sizeRows[i].size = value;
            emit edited();
        });
    }
    m_dropout->setRange(0, 1);
    m_dropout->setSingleStep(0.1);
    m_dropout->setDecimals(1);
    m_dropout->setAccessibleName(m_dropoutName->text());
    place(int(std::size(sizeRows)), m_dropoutName, m_dropout);
    connect(m_dropout, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        m_arguments.dropout = value;
        emit edited();
    });
    static_cast<QVBoxLayout *>(layout())->addLayout(grid);
}

void ShapeForm::makeSwitches()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    for (int i = 0; i < int(std::size(switchRows)); ++i) {
        auto *field = new QCheckBox(this);
        m_switches.append(field);
        connect(field, &QCheckBox::toggled, this, [this, i](bool on) {
            m_arguments.*switchRows[i].on = on;
            emit edited();
        });
    }
    static_cast<QVBoxLayout *>(layout())->addLayout(grid);
    grid->setObjectName(QStringLiteral("switches"));
}

void ShapeForm::chooseFramework(Framework framework)
{
    m_arguments.framework = framework;
    showArguments();
    emit edited();
}

void ShapeForm::setArguments(const LayerArguments &arguments)
{
    m_arguments = arguments;
    showArguments();
}

void ShapeForm::showArguments()
{
    const bool isPytorch = m_arguments.framework == Framework::pytorch;
    (isPytorch ? m_pytorch : m_keras)->setChecked(true);
    for (int i = 0; i < m_sizes.size(); ++i) {
        const QSignalBlocker quiet(m_sizes[i]);
        m_sizes[i]->setValue(m_arguments.*sizeRows[i].size);
        m_sizeNames[i]->setText(QString::fromLatin1(isPytorch ? sizeRows[i].pytorch : sizeRows[i].keras));
        m_sizes[i]->setAccessibleName(m_sizeNames[i]->text());
    }
    const QSignalBlocker quiet(m_dropout);
    m_dropout->setValue(m_arguments.dropout);
    m_dropout->setVisible(isPytorch);
    m_dropoutName->setVisible(isPytorch);
    auto *grid = findChild<QGridLayout *>(QStringLiteral("switches"));
    for (int i = 0, shown = 0; i < m_switches.size(); ++i) {
        const char *name = isPytorch ? switchRows[i].pytorch : switchRows[i].keras;
        const QSignalBlocker quietSwitch(m_switches[i]);
        m_switches[i]->setChecked(m_arguments.*switchRows[i].on);
        m_switches[i]->setText(QString::fromLatin1(name ? name : ""));
        m_switches[i]->setVisible(name != nullptr);
        if (name) {
            grid->addWidget(m_switches[i], shown / 2, shown % 2);
            ++shown;
        }
    }
}

void ShapeForm::setFontPixels(double pixels)
{
    for (QWidget *each : findChildren<QWidget *>())
        each->setFont(qobject_cast<QPushButton *>(each) ? interfaceFont(0.95 * pixels, QFont::DemiBold)
                                                        : numberFont(0.85 * pixels));
}

QSpinBox *ShapeForm::sizeField(const QString &argument) const
{
    const auto found = std::ranges::find(m_sizes, argument, &QSpinBox::accessibleName);
    return found == m_sizes.end() ? nullptr : *found;
}

QCheckBox *ShapeForm::switchField(const QString &argument) const
{
    const auto found = std::ranges::find(m_switches, argument, &QCheckBox::text);
    return found == m_switches.end() ? nullptr : *found;
}

QPushButton *ShapeForm::frameworkButton(Framework framework) const
{
    return framework == Framework::pytorch ? m_pytorch : m_keras;
}

} // namespace gatescope

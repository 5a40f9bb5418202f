// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/builder/network_form.h"

#include "core/base/within_memory.h"
#include "ui/common/fields.h"
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/common/translate.h"
#include "ui/document/document.h"
#include "ui/document/edits/edits.h"
#include "ui/explore/builder/parameter_counts.h"
#include "ui/explore/inspector/explanation_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>

namespace gatescope {

namespace {

QSpinBox *sizeField(const QString &name, int most, QWidget *parent)
{
    auto *field = new QSpinBox(parent);
    field->setRange(0, most); // 0 can be typed, and is refused with the reason
    field->setAccessibleName(name);
    return field;
}

QLabel *wrappedLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    return label;
}

constexpr quint64 presetSeed = 0;
constexpr int largestSize = 99999; ///< that can be typed

} // namespace

NetworkForm::NetworkForm(Document &document, QWidget *parent)
    : QWidget(parent), m_document(document), m_presetList(presets()), m_fields(new QFormLayout(this)),
      m_presets(new QComboBox(this)), m_cell(new QComboBox(this)), m_reset(new QComboBox(this)),
      m_update(new QComboBox(this)), m_input(sizeField(tr("Input size"), largestSize, this)),
      m_hidden(sizeField(tr("Hidden size"), largestSize, this)), m_layers(sizeField(tr("Layers"), 1000, this)),
      m_head(sizeField(tr("Outputs of the head"), largestSize, this)), m_seed(sizeField(tr("Seed"), 999999, this)),
      m_bidirectional(new QCheckBox(tr("bidirectional"), this)), m_bias(new QCheckBox(tr("with biases"), this)),
      m_refusal(wrappedLabel(this)), m_resetEffect(wrappedLabel(this)), m_updateEffect(wrappedLabel(this)),
      m_fresh(new QPushButton(tr("New weights"), this)),
      m_turnUpdate(new QPushButton(tr("Turn z round, same function"), this)),
      m_moveReset(new QPushButton(tr("Move the reset, same function"), this)), m_counts(new ExplanationView(this))
{
    makeFields();
    connectFields();
    showSpec();
}

void NetworkForm::makeFields()
{
    m_fields->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_fields->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_presets->setPlaceholderText(tr("Choose one …"));
    m_presets->setAccessibleName(tr("Begin with"));
    for (const Preset &preset : m_presetList)
        m_presets->addItem(preset.name);
    m_presets->setCurrentIndex(-1);
    m_presets->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const CellDescription &cell : cells())
        m_cell->addItem(written(cell.pytorchName));
    m_cell->setAccessibleName(tr("Cell"));
    m_reset->addItems({tr("after U·h"), tr("before U·h")});
    m_reset->setAccessibleName(tr("Where the reset gate acts"));
    m_update->addItems({tr("z near 1 keeps"), tr("z near 1 overwrites")});
    m_update->setAccessibleName(tr("What an update gate near 1 does"));

    m_fields->addRow(tr("Begin with"), m_presets);
    m_fields->addRow(tr("Cell"), m_cell);
    m_fields->addRow(tr("Input size I"), m_input);
    m_fields->addRow(tr("Hidden size H"), m_hidden);
    m_fields->addRow(tr("Layers"), m_layers);
    m_fields->addRow(QString(), m_bidirectional);
    m_fields->addRow(QString(), m_bias);
    m_fields->addRow(tr("Head outputs"), m_head);
    m_fields->addRow(m_refusal);
    m_fields->addRow(tr("Reset"), m_reset);
    m_fields->addRow(m_resetEffect);
    m_fields->addRow(m_moveReset);
    m_fields->addRow(tr("Update"), m_update);
    m_fields->addRow(m_updateEffect);
    m_fields->addRow(m_turnUpdate);
    m_fields->addRow(tr("Seed"), m_seed);
    m_fields->addRow(QString(), m_fresh);
    m_fields->addRow(m_counts);
}

void NetworkForm::connectFields()
{
    for (QSpinBox *field : {m_input, m_hidden, m_layers, m_head}) {
        connect(field, &QSpinBox::valueChanged, this, &NetworkForm::showDraft);
        connect(field, &QSpinBox::editingFinished, this, &NetworkForm::apply);
        auto *line = field->findChild<QLineEdit *>();
        connect(field, &QSpinBox::editingFinished, line,
                [line] { line->setModified(false); }); // nothing is left to undo
    }
    for (QCheckBox *field : {m_bidirectional, m_bias})
        connect(field, &QCheckBox::clicked, this, &NetworkForm::apply);
    for (QComboBox *field : {m_cell, m_reset, m_update})
        connect(field, &QComboBox::activated, this, &NetworkForm::apply);
    connect(m_presets, &QComboBox::activated, this, &NetworkForm::applyPreset);
    connect(m_fresh, &QPushButton::clicked, this, [this] {
        m_seed->setValue(m_seed->value() + 1);
        freshWeights();
    });
    connect(m_seed, &QSpinBox::editingFinished, this, [this] {
        if (m_seed->hasFocus())
            freshWeights();
    });
    connect(m_turnUpdate, &QPushButton::clicked, this, [this] {
        NetworkSpec to = m_document.experiment().spec;
        to.update = to.update == UpdateMeaning::keeps ? UpdateMeaning::overwrites : UpdateMeaning::keeps;
        convert(to, tr("Turn the update gate round"));
    });
    connect(m_moveReset, &QPushButton::clicked, this, [this] {
        NetworkSpec to = m_document.experiment().spec;
        to.reset = to.reset == ResetPlacement::after ? ResetPlacement::before : ResetPlacement::after;
        convert(to, tr("Move the reset gate"));
    });
    connect(&m_document, &Document::experimentChanged, this, &NetworkForm::showSpec);
}

void NetworkForm::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
    const QFont font = interfaceFont(settings.px(settings.compact ? 12 : 14));
    setFont(font);
    for (QWidget *field : findChildren<QWidget *>())
        field->setFont(font);
    for (QLabel *label : findChildren<QLabel *>())
        setTextColour(*label, settings.theme->ink);
    for (QLabel *label : {m_resetEffect, m_updateEffect}) {
        setTextColour(*label, settings.theme->ink2);
        label->setFont(interfaceFont(settings.px(settings.compact ? 11.5 : 13)));
    }
    m_refusal->setFont(interfaceFont(settings.px(settings.compact ? 12 : 14), QFont::DemiBold));
    m_counts->setSettings(settings);
    m_fields->setHorizontalSpacing(int(settings.px(10)));
    for (int row = 0; row < m_fields->rowCount(); ++row) { // as high as its field a label is level with what is in it
        const QLayoutItem *label = m_fields->itemAt(row, QFormLayout::LabelRole);
        const QLayoutItem *field = m_fields->itemAt(row, QFormLayout::FieldRole);
        if (label && label->widget() && field && field->widget())
            label->widget()->setMinimumHeight(field->widget()->sizeHint().height());
    }
}

NetworkSpec NetworkForm::draft() const
{
    NetworkSpec spec = m_document.experiment().spec;
    spec.cell = cells()[std::size_t(m_cell->currentIndex())].kind;
    spec.inputSize = m_input->value();
    spec.hiddenSize = m_hidden->value();
    spec.layers = m_layers->value();
    spec.headOutputs = m_head->value();
    spec.bidirectional = m_bidirectional->isChecked();
    spec.bias = m_bias->isChecked();
    spec.reset = m_reset->currentIndex() == 0 ? ResetPlacement::after : ResetPlacement::before;
    spec.update = m_update->currentIndex() == 0 ? UpdateMeaning::keeps : UpdateMeaning::overwrites;
    return spec;
}

QString NetworkForm::refusal() const
{
    if (const Result<void> can = checkAsPyTorch(draft()); !can)
        return tr("PyTorch would say: %1").arg(said(can.error().sentence));
    const Result<void> can = check(draft());
    return can ? QString() : said(can.error().sentence);
}

void NetworkForm::showSpec()
{
    const NetworkSpec &spec = m_document.experiment().spec;
    const auto set = [](auto *field, auto value) {
        const QSignalBlocker quiet(field);
        if constexpr (requires { field->setChecked(value); }) {
            field->setChecked(value);
        } else if constexpr (requires { field->setValue(value); }) {
            setRangeIfOther(*field, field->minimum(),
                            std::max(field->maximum(), value)); // a file may have more than one would type
            field->setValue(value);
        } else {
            field->setCurrentIndex(value);
        }
    };
    for (std::size_t i = 0; i < cells().size(); ++i) {
        if (cells()[i].kind == spec.cell)
            set(m_cell, int(i));
    }
    set(m_input, spec.inputSize);
    set(m_hidden, spec.hiddenSize);
    set(m_layers, spec.layers);
    set(m_head, spec.headOutputs);
    set(m_bidirectional, spec.bidirectional);
    set(m_bias, spec.bias);
    set(m_reset, spec.reset == ResetPlacement::after ? 0 : 1);
    set(m_update, spec.update == UpdateMeaning::keeps ? 0 : 1);
    showDraft();
}

void NetworkForm::showDraft()
{
    const NetworkSpec spec = draft();
    const bool gru = spec.cell == CellKind::gru;
    for (QWidget *field :
         QList<QWidget *>{m_reset, m_update, m_resetEffect, m_updateEffect, m_moveReset, m_turnUpdate}) {
        field->setVisible(gru);
        if (QWidget *label = m_fields->labelForField(field))
            label->setVisible(gru);
    }
    m_resetEffect->setText(spec.reset == ResetPlacement::after
                               ? tr("n = tanh(W x + b_in + r ⊙ (U h + b_hn)): PyTorch, cuDNN, Keras' default.")
                               : tr("n = tanh(W x + b_in + U (r ⊙ h) + b_hn): Cho et al. 2014, Keras "
                                    "reset_after=False. nn.GRU cannot do it."));
    m_updateEffect->setText(spec.update == UpdateMeaning::keeps
                                ? tr("z near 1 keeps the old state: PyTorch, Keras, ONNX.")
                                : tr("z near 1 overwrites the old state: Chung et al. 2014 and many texts."));
    m_refusal->setText(refusal());
    m_refusal->setVisible(!refusal().isEmpty());
    QList<ExplanationBlock> blocks{Rule{}};
    if (refusal().isEmpty()) {
        ShapeTable table;
        for (const ParameterCount &count : parameterCounts(spec)) {
            table.rows << ShapeTable::Row{{}, count.name, wholeNumber(count.count)}
                       << ShapeTable::Row{{}, QStringLiteral("    %1 = %2").arg(count.formula, count.shape), {}};
        }
        blocks << Heading{tr("%1 parameters").arg(wholeNumber(parameterCount(spec)))}
               << Remark{QString::fromStdString(pytorchConstructor(spec))
                         + (spec.headOutputs > 0
                                ? ": " + tr("%1 without the head").arg(wholeNumber(recurrentParameterCount(spec)))
                                : QString())}
               << table;
    }
    m_counts->show({}, {}, blocks);
}

void NetworkForm::apply()
{
    const NetworkSpec spec = draft();
    showDraft();
    if (spec == m_document.experiment().spec || !refusal().isEmpty())
        return;
    NetworkSpec withOldHead = spec;
    withOldHead.headOutputs = m_document.experiment().spec.headOutputs;
    const bool headOnly = withOldHead == m_document.experiment().spec;
    const auto seed = quint64(m_seed->value());
    const auto before = m_document.sharedExperiment();
    take(tr("Change the network"), [&] {
        return headOnly ? withHead(m_document.experiment(), spec.headOutputs, seed)
                        : withSpec(m_document.experiment(), spec, seed);
    });
    tellOfNewWeights(*before);
}

void NetworkForm::tellOfNewWeights(const Experiment &before)
{
    const Experiment &now = m_document.experiment();
    if (now.parameters.layers == before.parameters.layers) {
        if (now.parameters.head && now.parameters.head != before.parameters.head)
            emit told(tr("The new head begins with random weights; all other numbers are kept."));
        return;
    }
    const bool otherInput = !(now.input.source == before.input.source);
    emit told(otherInput
                  ? tr("Other sizes begin with new random weights, and with a made-up input, because the old one does "
                       "not fit. Undo brings both back.")
                  : tr("Other sizes begin with new random weights. Undo brings the old ones back."));
}

void NetworkForm::applyPreset(int index)
{
    const Preset &preset = m_presetList[index];
    if (preset.demo)
        emit demoChosen(*preset.demo);
    else
        take(preset.name, [&] { return withSpec(m_document.experiment(), preset.spec, presetSeed); });
    const QSignalBlocker quiet(m_presets);
    m_presets->setCurrentIndex(-1);
}

void NetworkForm::freshWeights()
{
    take(
        tr("New weights"), [&] { return withFreshParameters(m_document.experiment(), quint64(m_seed->value())); },
        QStringLiteral("seed"));
}

void NetworkForm::convert(const NetworkSpec &to, const QString &name)
{
    take(name, [&] { return withSpec(m_document.experiment(), to, 0, true); });
}

void NetworkForm::take(const QString &name, const std::function<Result<Experiment>()> &next, const QString &mergeKey)
{
    const Result<void> done = withinMemory([&]() -> Result<void> {
        Result<Experiment> made = next();
        return made ? m_document.edit(name, std::move(*made), mergeKey) : Result<void>(made.error());
    });
    emit refused(done ? QString() : said(done.error().sentence));
    if (!done)
        showSpec();
}

} // namespace gatescope

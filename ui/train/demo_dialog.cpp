// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/demo_dialog.h"

#include "ui/common/dialog_buttons.h"
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/common/translate.h"
#include "ui/document/training/planned_training.h"

#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFontInfo>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatescope {

namespace {

QLabel *paragraph(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    return label;
}

/// "166 billion", "28 million".
QString roundInWords(double count)
{
    return count >= 1e9 ? DemoDialog::tr("%1 billion").arg(decimals(count / 1e9, count < 1e10 ? 1 : 0))
                        : DemoDialog::tr("%1 million").arg(decimals(count / 1e6, count < 1e7 ? 1 : 0));
}

QString networkOf(const NetworkSpec &spec)
{
    return spec.layers == 1
        ? DemoDialog::tr("1 layer of %1 units").arg(wholeNumber(spec.hiddenSize))
        : DemoDialog::tr("%1 layers of %2 units").arg(spec.layers).arg(wholeNumber(spec.hiddenSize));
}

/// The task of a plan: the one that was made where it reads a text of one's own, which takes its time to be read.
std::shared_ptr<const Task> taskOf(const TrainingPlan &plan, const PlannedTraining &planned)
{
    if (plan.task == planned.plan().task && plan.options == planned.plan().options && planned.task())
        return planned.task();
    auto made = makeTask(plan.task, plan.options);
    return made ? std::shared_ptr<const Task>(std::move(*made)) : nullptr;
}

/// A text that cannot be read is told of in the form.
TrainingPlan readablePlan(const PlannedTraining &planned)
{
    TrainingPlan plan = planned.plan();
    if (!planned.task())
        plan.options.file.clear();
    return plan;
}

} // namespace

DemoDialog::DemoDialog(const PlannedTraining &planned, const std::optional<Error> &whyNot, QWidget *parent)
    : QDialog(parent), m_demo(largerDemo(readablePlan(planned)))
{
    setWindowTitle(tr("A larger demo"));
    const QString file = QFileInfo(QString::fromStdString(m_demo.large.options.file)).fileName();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(14);
    column->addWidget(
        paragraph(file.isEmpty()
                      ? tr("A network reads sums letter by letter, \"327+58=385;\", and says which letter comes next. "
                           "Nobody tells it how to add. What it writes shows how far it is: first only letters, then "
                           "the form of a sum, at last sums that are right. With a text of your own in the form above, "
                           "it is that text which is learned.")
                      : tr("A network reads %1 letter by letter and says which letter comes next.").arg(file),
                  this));
    auto *table = new QGridLayout;
    table->setHorizontalSpacing(28);
    table->setVerticalSpacing(8);
    const QStringList rows{tr("Network"), tr("Parameters"), tr("Letters in an update"), tr("Operations in an update"),
                           tr("Updates"), tr("Memory"),     tr("Computes on")};
    for (int row = 0; row < rows.size(); ++row) {
        auto *words = new QLabel(rows[row], this);
        words->setProperty("secondary", true);
        table->addWidget(words, row + 1, 0);
    }
    const auto large = taskOf(m_demo.large, planned), small = taskOf(m_demo.small, planned);
    addColumn(*table, 1, tr("Large"), m_demo.large, *large);
    addColumn(*table, 2, tr("Small"), m_demo.small, *small);
    table->setColumnStretch(3, 1);
    column->addLayout(table);
    if (whyNot)
        column->addWidget(paragraph(tr("The large one needs such a device. %1").arg(said(whyNot->sentence)), this));
    column->addStretch(1);
    addButtons(!whyNot);
    resize(620, 420);
}

void DemoDialog::addColumn(QGridLayout &table, int column, const QString &title, const TrainingPlan &plan,
                           const Task &task)
{
    const PlanNeeds needs = needsOf(plan, task);
    auto *head = new QLabel(title, this);
    head->setFont(interfaceFont(QFontInfo(font()).pixelSize(), QFont::DemiBold));
    table.addWidget(head, 0, column);
    const QStringList cells{networkOf(plan.network),
                            wholeNumber(needs.parameters),
                            wholeNumber(needs.letters),
                            roundInWords(needs.operations),
                            wholeNumber(plan.updates),
                            tr("%1 MB").arg(std::max(1, int(needs.bytes / 1e6 + 0.5))),
                            plan.backend == "cuda" ? tr("a device of NVIDIA") : tr("this computer")};
    for (int row = 0; row < cells.size(); ++row)
        table.addWidget(new QLabel(cells[row], this), row + 1, column);
}

void DemoDialog::addButtons(bool hasDevice)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *small = buttons->addButton(tr("Set up the small one"), QDialogButtonBox::AcceptRole);
    small->setObjectName(QStringLiteral("small"));
    QPushButton *preferred = small;
    if (hasDevice) {
        preferred = buttons->addButton(tr("Set up the large one"), QDialogButtonBox::ActionRole);
        preferred->setObjectName(QStringLiteral("large"));
        connect(preferred, &QPushButton::clicked, this, [this] {
            m_takesLarge = true;
            accept();
        });
    }
    makePrimary(*preferred);
    connect(buttons, &QDialogButtonBox::accepted, this, &DemoDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &DemoDialog::reject);
    static_cast<QVBoxLayout *>(layout())->addWidget(buttons);
}

} // namespace gatescope

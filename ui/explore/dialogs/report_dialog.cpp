// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/dialogs/report_dialog.h"

#include "core/base/within_memory.h"
#include "core/experiment/input/input_names.h"
#include "core/experiment/remembering.h"
#include "core/trace/health_report.h"
#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/document/document.h"
#include "ui/explore/controls/finding_place.h"
#include "ui/explore/dialogs/wrapped_rows.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

namespace {

/// A mark that tells the severity by its shape.
QString markOf(Severity severity)
{
    switch (severity) {
    case Severity::problem:
        return QStringLiteral("▲");
    case Severity::remark:
        return QStringLiteral("●");
    case Severity::note:
        break;
    }
    return QStringLiteral("·");
}

} // namespace

ReportDialog::ReportDialog(Document &document, Playhead &playhead, QWidget *parent)
    : QDialog(parent), m_document(document), m_playhead(playhead), m_title(new QLabel(this)),
      m_list(new QListWidget(this)), m_errand([this](std::vector<Finding> found) { finish(std::move(found)); })
{
    setWindowTitle(tr("What stands out"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_list, 1);
    m_title->setWordWrap(true);
    m_list->setItemDelegate(new WrappedRows(*m_list));
    m_list->setAccessibleName(tr("Findings"));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSpacing(4);
    // Chosen, not merely current: a list that gets the focus has a current row.
    connect(m_list, &QListWidget::itemSelectionChanged, this, [this] {
        if (!m_list->selectedItems().isEmpty())
            goTo(m_list->row(m_list->selectedItems().first()));
    });
    connect(&document, &Document::recordChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    resize(520, 560);
}

void ReportDialog::setSettings(const ViewSettings &settings)
{
    const QFont font = interfaceFont(settings.px(settings.classroom ? 18 : 14));
    m_title->setFont(font);
    m_list->setFont(font);
    m_list->setSpacing(qRound(settings.px(4)));
    growWith(*this, settings);
    setTextColour(*m_title, settings.theme->ink);
}

void ReportDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    refresh();
}

void ReportDialog::hideEvent(QHideEvent *event)
{
    QDialog::hideEvent(event);
    stop();
}

/// Nobody waits for what is looked for.
void ReportDialog::stop()
{
    m_errand.stop();
    m_looked.reset();
}

void ReportDialog::refresh()
{
    m_findings.clear();
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
    }
    m_title->setText(m_document.record() ? tr("looking …") : QString());
    if (m_errand.isBusy())
        stop();
    else if (m_document.record())
        look();
}

void ReportDialog::look()
{
    m_looked = m_document.record().trace;
    m_errand.start([backend = &m_document.backend(), record = m_document.record()](std::stop_token stop) {
        auto found = withinMemory([&]() -> Result<std::vector<Finding>> {
            return healthReport(*record.trace, record.gradients.get(), record.experiment->parameters,
                                inputNames(record.experiment->input));
        });
        if (!found)
            return std::vector<Finding>();
        auto remembered = withinMemory([&]() -> Result<std::optional<Finding>> {
            return firstOneRemembered(*backend, *record.experiment, *record.trace, stop);
        });
        if (remembered && *remembered) // where it needs too much memory, the other findings stand
            addInOrder(*found, std::move(**remembered));
        return std::move(*found);
    });
}

/// What was found, or another look where something has changed meanwhile.
void ReportDialog::finish(std::vector<Finding> found)
{
    if (!m_document.record() || !isVisible())
        return;
    if (m_looked != m_document.record().trace)
        return look();
    m_findings = std::move(found);
    list();
}

void ReportDialog::list()
{
    const QSignalBlocker quiet(m_list); // filling it goes nowhere
    for (const Finding &finding : m_findings)
        m_list->addItem(markOf(finding.severity) + QStringLiteral("  ")
                        + said(finding.sentence).replace(QStringLiteral(" %"), QStringLiteral("\u00A0%")));
    const auto problems = std::ranges::count(m_findings, Severity::problem, &Finding::severity);
    m_title->setText((problems == 0 ? tr("What stands out on this input; nothing stands in the way of learning.")
                                    : tr("What stands out on this input; ▲ stands in the way of learning."))
                     + ' ' + tr("● is worth a look, · says how things are.") + ' '
                     + tr("Choose one to go to its place on the stage."));
    layout()->activate(); // the words have their room at once, not a frame later
}

void ReportDialog::goTo(int row)
{
    if (row < 0 || row >= std::ssize(m_findings) || !m_document.record())
        return;
    const Trace &trace = *m_document.record().trace;
    const Finding &finding = m_findings[static_cast<std::size_t>(row)];
    m_playhead.moveTo(clamped(placeOf(finding, trace.spec.cell, m_playhead.state()), trace));
    emit reached(finding);
}

} // namespace gatescope

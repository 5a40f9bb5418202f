// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/worksheet/worksheet_dialog.h"

#include "ui/common/told_message.h"
#include "ui/common/translate.h"
#include "ui/quiz/class/class_memory.h"
#include "ui/quiz/class/names_field.h"
#include "ui/quiz/worksheet/worksheet_fields.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatescope {

namespace {

constexpr int previewDelay = 350; ///< milliseconds
constexpr int progressTick = 80;  ///< milliseconds

} // namespace

WorksheetDialog::WorksheetDialog(const QuestionShelf &shelf, const QuizWish &wish, ClassMemory *memory, QWidget *parent)
    : QDialog(parent), m_memory(memory),
      m_fields(new WorksheetFields(shelf, wish, memory ? memory->list() : std::string())), m_message(new QLabel),
      m_pages(new PagePreview), m_progress(new QProgressBar), m_save(new QPushButton(tr("&Save as PDF…"))),
      m_print(new QPushButton(tr("&Print…"))), m_cancel(new QPushButton(tr("&Close"))),
      m_drawing([this](ShownWorksheets shown) { takePreview(std::move(shown)); }),
      m_making([this](MadeWorksheets made) { takeMade(std::move(made)); })
{
    setWindowTitle(tr("Worksheet"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(previewDelay);
    m_tick.setInterval(progressTick);
    layOut();
    connectParts();
    preparePreview();
}

WorksheetDialog::~WorksheetDialog() = default;

void WorksheetDialog::layOut()
{
    m_message->setObjectName(QStringLiteral("worksheetMessage"));
    m_message->setWordWrap(true);
    m_message->hide();
    m_progress->setRange(0, allOfTheSheets);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();
    m_save->setProperty("primary", true);
    m_print->setToolTip(tr("Everybody's sheet, then the key and the solutions that are ticked"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    for (QPushButton *button : {m_save, m_print, m_cancel}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    auto *left = new QVBoxLayout;
    left->addWidget(m_fields);
    left->addWidget(m_message);
    left->addStretch(1);
    left->addWidget(m_progress);
    left->addLayout(buttons);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 24, 24, 16);
    row->setSpacing(24);
    row->addLayout(left, 1);
    row->addWidget(m_pages, 1);
}

void WorksheetDialog::connectParts()
{
    connect(m_fields, &WorksheetFields::changed, &m_pause, qOverload<>(&QTimer::start));
    connect(&m_pause, &QTimer::timeout, this, &WorksheetDialog::preparePreview);
    connect(&m_tick, &QTimer::timeout, this, &WorksheetDialog::showProgress);
    connect(m_save, &QPushButton::clicked, this, &WorksheetDialog::askWhereToSave);
    connect(m_print, &QPushButton::clicked, this, &WorksheetDialog::askWhereToPrint);
    connect(m_cancel, &QPushButton::clicked, this, &WorksheetDialog::reject);
}

void WorksheetDialog::preparePreview()
{
    m_isStale = m_drawing.isBusy() || m_making.isBusy();
    if (m_drawing.isBusy())
        m_drawing.stop();
    if (m_isStale)
        return;
    auto order = m_fields->order();
    if (!order) {
        setMakeable(false);
        return refuse(order.error());
    }
    m_drawing.start([order = std::move(*order)](std::stop_token stop) { return firstSheet(order, stop); });
}

void WorksheetDialog::refuse(const Error &error)
{
    m_isRefused = true;
    tellMessage(*m_message, said(error.sentence));
}

void WorksheetDialog::takePreview(ShownWorksheets shown)
{
    setMakeable(!shown.failure && !m_making.isBusy());
    if (shown.failure)
        refuse(*shown.failure);
    else if (!m_isStale && std::exchange(m_isRefused, false))
        tellMessage(*m_message, {});
    if (!m_isStale)
        m_pages->setPages(std::move(shown.pages));
    else
        preparePreview();
}

void WorksheetDialog::askWhereToSave()
{
    QString path
        = QFileDialog::getSaveFileName(this, windowTitle(), QStringLiteral("worksheet.pdf"), tr("PDF (*.pdf)"));
    if (path.isEmpty())
        return;
    const bool isAsked = path.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive);
    if (!isAsked)
        path += QStringLiteral(".pdf"); // of which nobody has asked yet
    QStringList there;
    for (const QString &file : worksheetFiles(path, m_fields->hasKey(), m_fields->hasSolutions()))
        if (QFileInfo::exists(file) && !(isAsked && file == path))
            there += QFileInfo(file).fileName();
    if (!there.isEmpty()
        && QMessageBox::question(this, windowTitle(), tr("Write over %1?").arg(there.join(QStringLiteral(", "))))
            != QMessageBox::Yes)
        return;
    saveAs(path);
}

void WorksheetDialog::askWhereToPrint()
{
    auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::A4));
    QPrintDialog dialog(printer.get(), this);
    dialog.setWindowTitle(tr("Print worksheets"));
    if (dialog.exec() == QDialog::Accepted)
        printOn(std::move(printer));
}

std::optional<WorksheetOrder> WorksheetDialog::orderToMake()
{
    if (m_making.isBusy())
        return std::nullopt;
    keepNames();
    auto order = m_fields->order();
    if (order)
        return std::move(*order);
    tellMessage(*m_message, said(order.error().sentence));
    return std::nullopt;
}

void WorksheetDialog::saveAs(const QString &path)
{
    auto order = orderToMake();
    if (!order)
        return;
    const QStringList paths = worksheetFiles(path, order->hasKey, order->hasSolutions);
    setBusy(true);
    m_making.start([order = std::move(*order), paths, done = m_done](std::stop_token stop) {
        return writeWorksheets(order, paths, *done, stop);
    });
}

void WorksheetDialog::printOn(std::unique_ptr<QPrinter> printer)
{
    auto order = orderToMake();
    if (!order)
        return;
    printer->setDocName(order->head.title);
    m_printer = std::move(printer);
    setBusy(true);
    m_making.start([order = std::move(*order), to = m_printer, done = m_done](std::stop_token stop) {
        return printWorksheets(order, *to, *done, stop);
    });
}

void WorksheetDialog::setMakeable(bool makeable)
{
    m_save->setEnabled(makeable);
    m_print->setEnabled(makeable);
}

void WorksheetDialog::setBusy(bool busy)
{
    *m_done = 0;
    m_fields->setEnabled(!busy);
    setMakeable(!busy);
    m_progress->setVisible(busy);
    m_progress->setValue(0);
    m_cancel->setText(busy ? tr("&Cancel") : tr("&Close"));
    busy ? m_tick.start() : m_tick.stop();
    if (busy) {
        m_isRefused = false;
        tellMessage(*m_message, tr("The sheets are being made."));
        m_cancel->setFocus(Qt::OtherFocusReason);
    }
}

void WorksheetDialog::showProgress()
{
    m_progress->setValue(*m_done);
}

void WorksheetDialog::takeMade(MadeWorksheets made)
{
    setBusy(false);
    tellMade(made);
    if (m_isStale)
        preparePreview();
}

void WorksheetDialog::tellMade(const MadeWorksheets &made)
{
    const std::shared_ptr<QPrinter> printer = std::exchange(m_printer, nullptr);
    if (made.failure)
        return tellMessage(*m_message, said(made.failure->sentence));
    if (made.isStopped)
        return tellMessage(*m_message,
                           printer ? tr("Stopped: nothing was printed.") : tr("Stopped: nothing was written."));
    QString words = !printer                  ? tr("Saved: %1.").arg(made.files.join(QStringLiteral(", ")))
        : printer->outputFileName().isEmpty() ? tr("Pages sent to %1: %2.").arg(printer->printerName()).arg(made.pages)
                                              : tr("Saved: %1.").arg(QFileInfo(printer->outputFileName()).fileName());
    for (const Error &one : made.notes)
        words += u' ' + said(one.sentence);
    tellMessage(*m_message, words);
}

/// Stops what is being made; otherwise closes.
void WorksheetDialog::reject()
{
    if (m_making.isBusy())
        m_making.stop();
    else
        QDialog::reject();
}

/// What is no list yet is not kept: the one before stays.
void WorksheetDialog::keepNames()
{
    if (!m_memory)
        return;
    if (const auto names = m_fields->names().names(); !m_fields->names().isBlank() && !names)
        return;
    if (const auto kept = m_memory->setList(m_fields->names().text()); !kept)
        tellMessage(*m_message, said(kept.error().sentence));
}

void WorksheetDialog::done(int result)
{
    keepNames();
    QDialog::done(result);
}

QPlainTextEdit &WorksheetDialog::names()
{
    return m_fields->names().edit();
}

QString WorksheetDialog::message() const
{
    return m_message->text();
}

} // namespace gatescope

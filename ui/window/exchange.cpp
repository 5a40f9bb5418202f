// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/exchange.h"

#include "core/experiment/files/experiment_text.h"
#include "ui/common/numbers.h"
#include "ui/common/translate.h"
#include "ui/window/demos.h"
#include "ui/window/experiment_files.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QUrl>
#include <QWidget>

namespace gatescope {

namespace {

QString fileIn(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return !urls.isEmpty() && urls.constFirst().isLocalFile() ? urls.constFirst().toLocalFile() : QString();
}

bool holdsExperiment(const QMimeData &data)
{
    return data.hasText() && holdsExperimentText(data.text().toStdString());
}

} // namespace

Exchange::Exchange(ExperimentFiles &files, QWidget &window) : QObject(&window), m_files(files)
{
    window.setAcceptDrops(true);
    window.installEventFilter(this);
}

void Exchange::copyAsText()
{
    const Result<std::string> text = writeExperimentText(m_files.asSeen(), demoNetworks());
    if (!text) {
        emit refused(said(text.error().sentence));
        return;
    }
    QGuiApplication::clipboard()->setText(QString::fromStdString(*text));
    emit told(
        tr("Copied as a text of %1 characters: paste it into a chat or a worksheet; Gatescope opens it with Ctrl+V.")
            .arg(wholeNumber(std::int64_t(text->size()))));
}

void Exchange::paste()
{
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    if (!data || !open(*data))
        emit refused(tr("Nothing on the clipboard can be opened: an experiment as text begins with “gatescope:1:”."));
}

/// False where there is nothing that can be opened; what cannot be read is told by the files.
bool Exchange::open(const QMimeData &data)
{
    if (const QString path = fileIn(data); !path.isEmpty())
        m_files.open(path);
    else if (holdsExperiment(data))
        m_files.openText(data.text());
    else
        return false;
    return true;
}

bool Exchange::eventFilter(QObject *, QEvent *event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return false;
    auto *drop = static_cast<QDropEvent *>(event); // a drag is one, too
    const bool isOurs = !fileIn(*drop->mimeData()).isEmpty() || holdsExperiment(*drop->mimeData());
    if (!isOurs)
        return false;
    drop->acceptProposedAction();
    if (event->type() == QEvent::Drop)
        open(*drop->mimeData());
    return true;
}

} // namespace gatescope

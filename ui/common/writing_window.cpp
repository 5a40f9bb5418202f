// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/writing_window.h"

#include "ui/common/calm_wheel.h"
#include "ui/common/told_message.h"
#include "ui/common/translate.h"

#include <QApplication>
#include <QCloseEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace gatescope {

namespace {

constexpr int previewPause = 300; ///< milliseconds
constexpr int longestRow = 60;

QString rowText(const WrittenThing &thing)
{
    if (!thing.canBeWritten)
        return WritingWindow::tr("cannot be read (%1)").arg(QString::fromStdString(thing.file.filename().string()));
    QString words = thing.title.simplified();
    if (words.isEmpty())
        words = WritingWindow::tr("without a text");
    if (words.size() > longestRow)
        words = words.left(longestRow) + QStringLiteral("…");
    return thing.trouble ? WritingWindow::tr("to be completed: %1").arg(words) : words;
}

} // namespace

WritingWindow::WritingWindow(const WritingWords &words, QWidget *parent)
    : QDialog(parent), m_words(words), m_list(new QListWidget), m_tabs(new QTabWidget), m_incomplete(new QLabel),
      m_message(new QLabel), m_new(new QPushButton(tr("&New"))), m_duplicate(new QPushButton(tr("&Duplicate"))),
      m_delete(new QPushButton(tr("De&lete…"))), m_save(new QPushButton(tr("&Save"))),
      m_close(new QPushButton(tr("&Close")))
{
    setWindowTitle(words.title);
    m_pause.setSingleShot(true);
    m_pause.setInterval(previewPause);
}

void WritingWindow::begin(QWidget *form, QWidget *preview, const QList<QPushButton *> &more)
{
    layOut(form, preview, more);
    connectParts();
    calmWheel(*form);
    for (QPushButton *button : findChildren<QPushButton *>()) {
        button->setAutoDefault(false); // Enter in a field or in the preview presses nothing
        button->setDefault(false);
    }
    resize(QSize(1180, 940).boundedTo(screen()->availableSize() - QSize(8, 40))); // with its frame
    fillList(things().empty() ? -1 : 0);
}

void WritingWindow::layOut(QWidget *form, QWidget *preview, const QList<QPushButton *> &more)
{
    m_form = form;
    QString plain = m_words.list;
    auto *words = new QLabel(m_words.list);
    words->setBuddy(m_list);
    m_list->setAccessibleName(plain.remove(u'&'));
    m_list->setMinimumWidth(220);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setWordWrap(true);
    auto *left = new QVBoxLayout;
    left->addWidget(words);
    left->addWidget(m_list, 1);
    auto *leftButtons = new QGridLayout;
    leftButtons->setSpacing(8);
    const QList<QPushButton *> listButtons = QList<QPushButton *>{m_new, m_duplicate, m_delete} + more;
    for (int i = 0; i < listButtons.size(); ++i)
        leftButtons->addWidget(listButtons[i], i / 2, i % 2);
    left->addLayout(leftButtons);

    auto *scroll = new QScrollArea;
    scroll->setWidget(form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    // Of itself it follows the Tab key alone, and not a label's key or a problem that is to be mended.
    connect(qApp, &QApplication::focusChanged, scroll, [scroll, form](QWidget *, QWidget *now) {
        if (now && form->isAncestorOf(now) && QApplication::mouseButtons() == Qt::NoButton)
            scroll->ensureWidgetVisible(now);
    });
    auto *page = new QWidget;
    auto *pageColumn = new QVBoxLayout(page);
    m_incomplete->setWordWrap(true);
    m_incomplete->setMargin(24);
    pageColumn->addWidget(m_incomplete);
    pageColumn->addWidget(preview, 1);
    m_tabs->addTab(scroll, tr("&Write"));
    m_tabs->addTab(page, tr("Pre&view"));
    m_message->setObjectName(QStringLiteral("ownMessage"));
    m_message->setWordWrap(true);
    m_message->hide();
    m_save->setProperty("primary", true);
    m_save->setToolTip(m_words.saveTip);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_message, 1);
    buttons->addStretch(0);
    buttons->addWidget(m_save);
    buttons->addWidget(m_close);
    auto *right = new QVBoxLayout;
    right->addWidget(m_tabs, 1);
    right->addLayout(buttons);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 20, 24, 20);
    row->setSpacing(16);
    row->addLayout(left, 1);
    row->addLayout(right, 3);
}

void WritingWindow::connectParts()
{
    connect(m_new, &QPushButton::clicked, this, [this] {
        if (mayLeave())
            beginNew();
    });
    connect(m_duplicate, &QPushButton::clicked, this, &WritingWindow::duplicate);
    connect(m_delete, &QPushButton::clicked, this, &WritingWindow::askAndDelete);
    connect(m_save, &QPushButton::clicked, this, &WritingWindow::save);
    connect(m_close, &QPushButton::clicked, this, &WritingWindow::reject);
    connect(m_list, &QListWidget::currentRowChanged, this, &WritingWindow::choose);
    connect(&m_pause, &QTimer::timeout, this, &WritingWindow::showPreview);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        m_pause.stop();
        showPreview();
    });
}

void WritingWindow::follow()
{
    tell({});
    showProblem({});
    m_pause.start();
}

void WritingWindow::showPreview()
{
    if (m_tabs->currentIndex() != 0)
        refreshPreview();
}

void WritingWindow::fillRows()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const WrittenThing &thing : things()) {
        auto *item = new QListWidgetItem(rowText(thing), m_list);
        if (thing.trouble)
            item->setToolTip(said(thing.trouble->sentence));
    }
}

void WritingWindow::fillList(int chosen)
{
    fillRows();
    setShown(chosen < m_list->count() ? chosen : -1);
    const int row = std::exchange(m_shown, -1);
    m_savedState = state(); // nothing to ask about
    row >= 0 ? choose(row) : beginNew();
}

void WritingWindow::setShown(int row)
{
    const QSignalBlocker quiet(m_list);
    m_shown = row;
    m_list->setCurrentRow(row);
}

/// Where it stands in the list now; −1: nowhere.
int WritingWindow::rowOf(const WrittenThing &thing) const
{
    const auto all = things();
    const auto at = std::ranges::find_if(
        all, [&](const WrittenThing &other) { return other.file == thing.file && other.text == thing.text; });
    return at == all.end() ? -1 : int(at - all.begin());
}

void WritingWindow::choose(int row)
{
    if (row < 0 || row == m_shown)
        return;
    const WrittenThing wanted = things()[std::size_t(row)];
    if (!mayLeave())
        return setShown(m_shown);
    setShown(std::max(0, rowOf(wanted))); // saving may have moved it
    const WrittenThing thing = things()[std::size_t(m_shown)];
    for (QWidget *part : std::initializer_list<QWidget *>{m_form, m_save, m_duplicate, m_delete})
        part->setEnabled(thing.canBeWritten);
    showNow(thing.canBeWritten ? m_shown : -1);
    if (thing.trouble && thing.canBeWritten)
        showProblem(thing.trouble);
    tell(thing.canBeWritten ? QString()
                            : tr("%1 Mend it in the file %2: here it would lose what cannot be read.")
                                  .arg(said(thing.trouble->sentence), QString::fromStdString(thing.file.string())));
}

void WritingWindow::showNow(int row)
{
    showInForm(row);
    m_savedState = state();
    showPreview();
}

void WritingWindow::beginNew()
{
    setShown(-1);
    for (QWidget *part : std::initializer_list<QWidget *>{m_form, m_save, m_duplicate, m_delete})
        part->setEnabled(true);
    showNow(-1);
    tell({});
    goToForm();
    focusForm();
}

void WritingWindow::goToForm()
{
    m_tabs->setCurrentIndex(0);
}

void WritingWindow::askAndDelete()
{
    // What is read meanwhile may fill the list anew while the box asks.
    const std::optional<WrittenThing> meant
        = m_shown < 0 ? std::nullopt : std::optional(things()[std::size_t(m_shown)]);
    QMessageBox box(QMessageBox::Question, m_words.deleteTitle,
                    m_shown < 0 ? tr("Throw away what is written here?") : m_words.deleteQuestion, QMessageBox::Cancel,
                    this);
    QAbstractButton *yes = box.addButton(tr("Delete"), QMessageBox::DestructiveRole);
    box.exec();
    if (box.clickedButton() != yes)
        return;
    if (!meant)
        return m_shown < 0 ? beginNew() : void();
    const int row = rowOf(*meant);
    if (row < 0)
        return tell(m_words.gone);
    if (const auto removed = removeThing(row); !removed)
        return tell(said(removed.error().sentence));
    readAgain();
    fillList(std::min(row, int(things().size()) - 1));
    tell(tr("Deleted."));
    emit ownChanged();
}

bool WritingWindow::mayLeave()
{
    if (!isChanged())
        return true;
    QMessageBox box(QMessageBox::Question, m_words.unsavedTitle, m_words.unsaved,
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box.setDefaultButton(QMessageBox::Save);
    const int answer = box.exec();
    if (answer == QMessageBox::Save)
        return save();
    return answer == QMessageBox::Discard;
}

void WritingWindow::reject()
{
    if (mayLeave())
        QDialog::reject();
}

void WritingWindow::closeEvent(QCloseEvent *event)
{
    if (!mayLeave())
        return event->ignore();
    m_savedState = state(); // asked already
    QDialog::closeEvent(event);
}

void WritingWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Save)) {
        if (m_save->isEnabled())
            save();
        return;
    }
    QDialog::keyPressEvent(event);
}

void WritingWindow::tell(const QString &message)
{
    tellMessage(*m_message, message);
}

void WritingWindow::tellIncomplete(const QString &why)
{
    tellMessage(*m_incomplete, why.isEmpty() ? QString() : tr("It can be shown once it is complete: %1").arg(why));
}

QString WritingWindow::message() const
{
    return m_message->text();
}

} // namespace gatescope

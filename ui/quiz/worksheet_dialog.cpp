// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/worksheet_dialog.h"

#include "core/learning/topics.h"
#include "ui/common/translate.h"
#include "ui/export/worksheet_pages.h"
#include "ui/common/told_message.h"
#include "ui/quiz/question_shelf.h"
#include "ui/quiz/quiz_round.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int previewDelay = 350; ///< milliseconds
constexpr int progressTick = 80;    ///< milliseconds
constexpr int perMille = 1000;
constexpr int largestWorksheetSeed = 999'999;

/// What an entry of the list stands for.
enum AboutEntry { aboutTopic = Qt::UserRole, aboutChapter, aboutOwn };

QSpinBox *spinBox(int low, int high, int value)
{
    auto *box = new QSpinBox;
    box->setRange(low, high);
    box->setValue(value);
    return box;
}

QString beside(const QString &path, const char *what)
{
    const QFileInfo info(path);
    return info.path() + '/' + info.completeBaseName() + QLatin1String(what) + QStringLiteral(".pdf");
}

} // namespace

struct WorksheetDialog::Order {
    std::vector<Question> written;
    WorksheetWish wish;
    WorksheetHead head;
    bool hasKey = false, hasSolutions = false;
    std::shared_ptr<const QuestionShelf> shelf; ///< a copy: the window may read its own again meanwhile

    NetworkOf networkOf() const
    {
        return [shelf = shelf](const Question &question) { return shelf->networkOf(question); };
    }
};

WorksheetDialog::WorksheetDialog(const QuestionShelf &shelf, const QuizWish &wish, QWidget *parent)
    : QDialog(parent), m_shelf(shelf), m_title(new QLineEdit(tr("Worksheet"))), m_about(new QComboBox),
      m_level(new QComboBox), m_count(spinBox(1, mostSheetQuestions, wish.choice.count)),
      m_students(spinBox(1, mostStudents, 30)), m_seed(spinBox(0, largestWorksheetSeed, int(wish.choice.seed))),
      m_names(new QPlainTextEdit), m_key(new QCheckBox(tr("&Key with every student's answers"))),
      m_solutions(new QCheckBox(tr("Sheets with worked so&lutions"))), m_message(new QLabel), m_pages(new PagePreview),
      m_progress(new QProgressBar), m_save(new QPushButton(tr("&Save as PDF…"))),
      m_cancel(new QPushButton(tr("&Close"))), m_fields(new QWidget),
      m_drawing([this](Pages pages) { takePreview(std::move(pages)); }),
      m_making([this](Made made) { takeMade(std::move(made)); })
{
    setWindowTitle(tr("Worksheet"));
    fillAbout(wish);
    m_level->addItem(tr("from easy to hard"));
    for (const Level level : {Level::easy, Level::medium, Level::hard})
        m_level->addItem(translated(nameOf(level)), int(level));
    if (wish.choice.level)
        m_level->setCurrentIndex(m_level->findData(int(*wish.choice.level)));
    m_key->setChecked(true);
    m_solutions->setChecked(true);
    m_pause.setSingleShot(true);
    m_pause.setInterval(previewDelay);
    m_tick.setInterval(progressTick);
    layOut();
    connectParts();
    preparePreview();
}

WorksheetDialog::~WorksheetDialog() = default;

void WorksheetDialog::fillAbout(const QuizWish &wish)
{
    m_about->addItem(tr("everything"));
    m_about->addItem(tr("my own questions"));
    m_about->setItemData(1, true, aboutOwn);
    for (const Chapter &chapter : chapters()) {
        const std::vector<std::string> lessons = m_shelf.lessonsOf(chapter);
        if (lessons.empty())
            continue;
        m_about->addItem(tr("chapter %1: %2").arg(chapter.number).arg(translated(chapter.title)));
        m_about->setItemData(m_about->count() - 1, chapter.number, aboutChapter);
        if (lessons == wish.choice.lessons)
            m_about->setCurrentIndex(m_about->count() - 1);
    }
    for (const Topic &topic : topics()) {
        m_about->addItem(translated(topic.title));
        m_about->setItemData(m_about->count() - 1, written(topic.name), aboutTopic);
        if (topic.name == wish.choice.topic)
            m_about->setCurrentIndex(m_about->count() - 1);
    }
    if (wish.onlyOwn)
        m_about->setCurrentIndex(1);
    m_about->setMaxVisibleItems(20);
}

void WorksheetDialog::layOut()
{
    auto *form = new QFormLayout(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(8);
    form->addRow(tr("&Title"), m_title);
    form->addRow(tr("&About"), m_about);
    form->addRow(tr("&How hard"), m_level);
    form->addRow(tr("&Questions"), m_count);
    form->addRow(tr("St&udents"), m_students);
    form->addRow(tr("&Names"), m_names);
    form->addRow(tr("See&d"), m_seed);
    form->addRow(QString(), m_key);
    form->addRow(QString(), m_solutions);
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_title, m_about, m_level, m_count, m_students, m_names, m_seed})
        if (auto *label = qobject_cast<QLabel *>(form->labelForField(field)))
            field->setAccessibleName(label->text().remove(u'&'));
    m_names->setTabChangesFocus(true);
    m_names->setPlaceholderText(tr("One on each line. Without names there is a line to write one on."));
    m_names->setMaximumHeight(140);
    m_seed->setToolTip(tr("The same number gives the same sheets, also on another computer"));
    m_message->setObjectName(QStringLiteral("worksheetMessage"));
    m_message->setWordWrap(true);
    m_message->hide();
    m_progress->setRange(0, perMille);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->hide();
    m_save->setProperty("primary", true);
    for (QPushButton *button : {m_save, m_cancel})
        button->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
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
    const auto changed = [this] { m_pause.start(); };
    connect(m_title, &QLineEdit::textEdited, this, changed);
    connect(m_names, &QPlainTextEdit::textChanged, this, [this] {
        m_students->setEnabled(m_names->toPlainText().trimmed().isEmpty());
        m_pause.start();
    });
    for (QSpinBox *box : {m_count, m_students, m_seed})
        connect(box, &QSpinBox::valueChanged, this, changed);
    for (QComboBox *box : {m_about, m_level})
        connect(box, &QComboBox::currentIndexChanged, this, changed);
    for (QCheckBox *box : {m_key, m_solutions})
        connect(box, &QCheckBox::toggled, this, changed);
    connect(&m_pause, &QTimer::timeout, this, &WorksheetDialog::preparePreview);
    connect(&m_tick, &QTimer::timeout, this, &WorksheetDialog::showProgress);
    connect(m_save, &QPushButton::clicked, this, &WorksheetDialog::ask);
    connect(m_cancel, &QPushButton::clicked, this, &WorksheetDialog::reject);
}

Result<WorksheetDialog::Order> WorksheetDialog::order() const
{
    Order order;
    order.shelf = std::make_shared<const QuestionShelf>(m_shelf);
    const bool isOwn = m_about->currentData(aboutOwn).toBool();
    order.written = isOwn ? m_shelf.ownAskable() : m_shelf.written();
    if (isOwn && order.written.empty())
        return error("You have no question of your own yet that is complete: write one under My questions.");
    QuizChoice &choice = order.wish.choice;
    choice.mayGenerate = !isOwn;
    choice.topic = m_about->currentData(aboutTopic).toString().toStdString();
    for (const Chapter &chapter : chapters())
        if (m_about->currentData(aboutChapter).toInt() == chapter.number)
            choice.lessons = m_shelf.lessonsOf(chapter);
    if (const QVariant level = m_level->currentData(); level.isValid())
        choice.level = Level(level.toInt());
    choice.seed = std::uint64_t(m_seed->value());
    choice.count = m_count->value();
    const QString names = m_names->toPlainText().trimmed();
    order.wish.students = numberedStudents(m_students->value(), tr("Student").toStdString());
    if (!names.isEmpty()) {
        const auto listed = studentsIn(names.toStdString());
        if (!listed)
            return inPlace(tr("Names").toStdString(), listed.error());
        order.wish.students = *listed;
    }
    order.head = {m_title->text().trimmed(), choice.seed, !names.isEmpty()};
    order.hasKey = m_key->isChecked();
    order.hasSolutions = m_solutions->isChecked();
    return order;
}

void WorksheetDialog::preparePreview()
{
    m_isStale = m_drawing.isBusy();
    if (m_isStale)
        m_drawing.stop();
    if (m_isStale || m_making.isBusy())
        return;
    auto order = this->order();
    if (!order) {
        m_save->setEnabled(false);
        return tellMessage(*m_message, said(order.error().sentence));
    }
    m_drawing.start([order = std::move(*order)](std::stop_token stop) { return previewed(order, stop); });
}

WorksheetDialog::Pages WorksheetDialog::previewed(const Order &order, const std::stop_token &stop)
{
    Pages pages;
    WorksheetWish wish = order.wish;
    if (!order.hasKey)
        wish.students.resize(1); // only the key has a line for each
    const auto made = makeWorksheets(order.written, wish, [&](int) { return !stop.stop_requested(); });
    if (!made) {
        pages.failure = made.error();
        return pages;
    }
    if (made->sheets.empty())
        return pages;
    const std::vector<Worksheet> first{made->sheets.front()};
    const QString student = QString::fromStdString(first.front().student);
    const auto add = [&](std::vector<PaperPage> drawn, const QString &of) {
        for (PaperPage &page : drawn)
            pages.all.push_back({std::move(page), of});
    };
    add(worksheetPages(first, order.head, order.networkOf()), tr("the sheet of %1").arg(student));
    if (order.hasKey && !stop.stop_requested())
        add(keyPages(made->sheets, order.head), tr("the key"));
    if (order.hasSolutions && !stop.stop_requested())
        add(solutionPages(first, order.head, order.networkOf()), tr("the solutions of %1").arg(student));
    return pages;
}

void WorksheetDialog::takePreview(Pages pages)
{
    m_save->setEnabled(!pages.failure && !m_making.isBusy());
    if (pages.failure)
        tellMessage(*m_message, said(pages.failure->sentence));
    else if (!m_isStale)
        tellMessage(*m_message, {});
    if (!m_isStale)
        m_pages->setPages(std::move(pages.all));
    else
        preparePreview();
}

void WorksheetDialog::ask()
{
    QString path
        = QFileDialog::getSaveFileName(this, windowTitle(), QStringLiteral("worksheet.pdf"), tr("PDF (*.pdf)"));
    if (path.isEmpty())
        return;
    QStringList there;
    if (!path.endsWith(QStringLiteral(".pdf"), Qt::CaseInsensitive)) {
        path += QStringLiteral(".pdf"); // of which nobody has asked yet
        if (QFileInfo::exists(path))
            there += QFileInfo(path).fileName();
    }
    for (const auto &[box, what] : {std::pair(m_key, "-key"), std::pair(m_solutions, "-solutions")})
        if (box->isChecked() && QFileInfo::exists(beside(path, what)))
            there += QFileInfo(beside(path, what)).fileName();
    if (!there.isEmpty()
        && QMessageBox::question(this, windowTitle(), tr("Write over %1?").arg(there.join(QStringLiteral(", "))))
            != QMessageBox::Yes)
        return;
    saveAs(path);
}

WorksheetDialog::Made WorksheetDialog::make(const Order &order, const QStringList &paths, std::atomic<int> &done,
                                            const std::stop_token &stop)
{
    Made result;
    const int students = int(order.wish.students.size());
    const auto sheets = makeWorksheets(order.written, order.wish, [&](int made) {
        done = perMille * 4 / 10 * made / students;
        return !stop.stop_requested();
    });
    if (!sheets) {
        result.failure = sheets.error();
        return result;
    }
    result.notes = sheets->notes;
    std::vector<std::vector<PaperPage>> all;
    if (!stop.stop_requested())
        all.push_back(worksheetPages(sheets->sheets, order.head, order.networkOf()));
    if (order.hasKey && !stop.stop_requested())
        all.push_back(keyPages(sheets->sheets, order.head));
    if (order.hasSolutions && !stop.stop_requested())
        all.push_back(solutionPages(sheets->sheets, order.head, order.networkOf()));
    int total = 0, drawnBefore = 0;
    for (const auto &pages : all)
        total += int(pages.size());
    std::vector<FileToWrite> files;
    for (std::size_t i = 0; i < all.size() && !stop.stop_requested(); ++i) {
        const auto bytes = pdfOf(all[i], order.head.title, [&](int drawn) {
            done = perMille * 4 / 10 + perMille * 6 / 10 * (drawnBefore + drawn) / std::max(1, total);
            return !stop.stop_requested();
        });
        if (!bytes) {
            result.failure = bytes.error();
            return result;
        }
        drawnBefore += int(all[i].size());
        files.push_back({paths[qsizetype(i)].toStdString(), bytes->toStdString()});
    }
    result.isStopped = stop.stop_requested();
    if (result.isStopped)
        return result;
    if (const auto written = writeFilesTogether(files); !written)
        result.failure = written.error();
    for (const FileToWrite &file : files)
        result.files += QString::fromStdString(file.path.filename().string());
    return result;
}

void WorksheetDialog::saveAs(const QString &path)
{
    if (m_making.isBusy())
        return;
    auto order = this->order();
    if (!order)
        return tellMessage(*m_message, said(order.error().sentence));
    QStringList paths{path};
    if (order->hasKey)
        paths += beside(path, "-key");
    if (order->hasSolutions)
        paths += beside(path, "-solutions");
    *m_done = 0;
    setBusy(true);
    m_making.start([order = std::move(*order), paths, done = m_done](std::stop_token stop) {
        return make(order, paths, *done, stop);
    });
}

void WorksheetDialog::setBusy(bool busy)
{
    m_fields->setEnabled(!busy);
    m_save->setEnabled(!busy);
    m_progress->setVisible(busy);
    m_progress->setValue(0);
    m_cancel->setText(busy ? tr("&Cancel") : tr("&Close"));
    busy ? m_tick.start() : m_tick.stop();
    if (busy) {
        tellMessage(*m_message, tr("The sheets are being made."));
        m_cancel->setFocus(Qt::OtherFocusReason);
    }
}

void WorksheetDialog::showProgress()
{
    m_progress->setValue(*m_done);
}

void WorksheetDialog::takeMade(Made made)
{
    setBusy(false);
    if (made.failure)
        return tellMessage(*m_message, said(made.failure->sentence));
    if (made.isStopped)
        return tellMessage(*m_message, tr("Stopped: nothing was written."));
    QString words = tr("Saved: %1.").arg(made.files.join(QStringLiteral(", ")));
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

QString WorksheetDialog::message() const
{
    return m_message->text();
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/pitfall_lab.h"

#include "core/learning/labs/error_reader.h"
#include "ui/common/fonts.h"
#include "ui/common/learning_texts.h"
#include "ui/common/translate.h"
#include "ui/learn/commitment_panel.h"
#include "ui/learn/labs/myth_evidence.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace gatescope {

PitfallLab::PitfallLab(QWidget *parent, const std::filesystem::path &resources)
    : Lab(parent), m_lessons(lessonsAsSpoken(resources).lessons), m_read(pitfallsAsSpoken(resources)),
      m_list(new QListWidget(this)), m_refused(new QLabel(this)), m_task(new QLabel), m_sight(new QLabel),
      m_reading(new QLabel), m_scroll(new QScrollArea(this)), m_line(new CommitmentPanel), m_mend(new CommitmentPanel),
      m_evidence(new MythEvidence), m_lesson(new QPushButton)
{
    layOut();
    m_list->setAccessibleName(tr("What the lines are for"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QStringList refused;
    for (const Error &each : m_read.refused)
        refused += said(each.sentence);
    m_refused->setText(refused.join(u'\n'));
    m_refused->setVisible(!refused.isEmpty());
    for (QLabel *label : {m_refused, m_task, m_sight, m_reading}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_sight->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (CommitmentPanel *panel : {m_line, m_mend})
        panel->setCode(true);
    for (const Pitfall &pitfall : m_read.pitfalls)
        m_list->addItem(said(pitfall.task));
    connect(m_list, &QListWidget::currentRowChanged, this, &PitfallLab::choose);
    connect(m_line, &CommitmentPanel::answered, this, [this](bool right) {
        m_isLineFound = right;
        askForMend();
    });
    connect(m_mend, &CommitmentPanel::answered, this, &PitfallLab::tell);
    connect(&m_measuring, &Measuring::measured, this, [this](const std::vector<Evidence> &evidence) {
        if (!evidence.empty())
            m_evidence->show(evidence.front());
    });
    connect(m_lesson, &QPushButton::clicked, this, [this] {
        if (const Pitfall *pitfall = chosen())
            emit lessonRequested({pitfall->line.lesson, pitfall->card});
    });
    m_list->setCurrentRow(0);
}

void PitfallLab::layOut()
{
    auto *left = new QVBoxLayout;
    left->setSpacing(10);
    left->addWidget(m_list, 1);
    left->addWidget(m_refused);
    auto *page = new QWidget;
    page->setObjectName(QStringLiteral("pitfall"));
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 12, 0);
    column->setSpacing(14);
    for (QWidget *each : std::initializer_list<QWidget *>{m_task, m_sight, m_line, m_mend, m_reading})
        column->addWidget(each);
    column->addWidget(m_evidence, 1);
    column->addWidget(m_lesson, 0, Qt::AlignLeft);
    column->addStretch(0);
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(48);
    row->addLayout(left);
    row->addWidget(m_scroll, 1);
}

void PitfallLab::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_list->setFont(interfaceFont(0.95 * pixels));
    m_list->setFixedWidth(int(20 * pixels));
    m_list->setSpacing(int(0.35 * pixels));
    m_refused->setFont(interfaceFont(0.85 * pixels));
    m_refused->setFixedWidth(m_list->width());
    m_task->setFont(interfaceFont(1.6 * pixels, QFont::DemiBold));
    m_reading->setFont(interfaceFont(pixels));
    const Pitfall *pitfall = chosen();
    m_sight->setFont(pitfall && !pitfall->error.empty() ? numberFont(0.9 * pixels) : interfaceFont(pixels));
    QPalette ground = m_scroll->palette();
    ground.setColor(QPalette::Window, theme.paper);
    m_scroll->setPalette(ground);
    m_scroll->widget()->setPalette(ground);
    for (CommitmentPanel *panel : {m_line, m_mend})
        panel->setLook(theme, pixels);
    for (QWidget *each : std::initializer_list<QWidget *>{m_task, m_sight, m_line, m_mend, m_reading})
        each->setMaximumWidth(int(52 * pixels));
    m_evidence->setMaximumWidth(int(60 * pixels));
    m_evidence->setLook(theme, pixels);
    m_lesson->setFont(interfaceFont(0.95 * pixels));
    update();
}

const Pitfall *PitfallLab::chosen() const
{
    const int row = m_list->currentRow();
    return row < 0 || row >= int(m_read.pitfalls.size()) ? nullptr : &m_read.pitfalls[std::size_t(row)];
}

QString PitfallLab::sight() const
{
    return m_sight->text();
}

QString PitfallLab::reading() const
{
    return m_reading->text();
}

void PitfallLab::choose()
{
    m_measuring.forget();
    m_evidence->clear();
    m_evidence->hide();
    m_lesson->hide();
    m_reading->clear();
    m_reading->hide();
    m_mend->ask(nullptr);
    const Pitfall *pitfall = chosen();
    m_line->ask(pitfall ? &pitfall->line : nullptr);
    if (!pitfall)
        return;
    m_task->setText(said(pitfall->task));
    m_sight->setText(pitfall->error.empty() ? said(pitfall->symptom) : QString::fromStdString(pitfall->error));
    m_sight->setAccessibleName(
        (pitfall->error.empty() ? tr("What one sees: %1") : tr("What is printed: %1")).arg(m_sight->text()));
    const double pixels = m_task->font().pixelSize() / 1.6;
    m_sight->setFont(pitfall->error.empty() ? interfaceFont(pixels) : numberFont(0.9 * pixels));
}

void PitfallLab::askForMend()
{
    m_mend->ask(&chosen()->mend);
    m_mend->focusAnswer();
    bringIntoView(m_mend);
}

/// What has just been laid out is where it will be only afterwards.
void PitfallLab::bringIntoView(QWidget *widget)
{
    QTimer::singleShot(0, this, [this, widget] { m_scroll->ensureWidgetVisible(widget, 0, 16); });
}

void PitfallLab::tell(bool right)
{
    const Pitfall &pitfall = *chosen();
    const Lesson &lesson = m_lessons[std::size_t(pitfall.lesson)];
    const QString task = said(pitfall.task);
    const bool isMended = right && m_isLineFound;
    QListWidgetItem &row = *m_list->currentItem();
    row.setText((isMended ? u"✓ "_qs : u"· "_qs) + task);
    row.setData(Qt::AccessibleTextRole, (isMended ? tr("Mended: %1") : tr("Looked at: %1")).arg(task));
    if (!pitfall.error.empty()) {
        LayerArguments present;
        present.framework = pitfall.framework;
        const auto read = readErrorMessage(pitfall.error, present);
        m_reading->setText(tr("What the message means: %1").arg(said(read ? read->says : unknownMessage())));
        m_reading->show();
    }
    m_lesson->setText(tr("Lesson %1: %2").arg(lesson.number).arg(QString::fromStdString(lesson.title)));
    m_lesson->show();
    if (!pitfall.evidence.evidence.empty()) {
        m_evidence->setVisible(true);
        if (Measuring::takesTime(pitfall.evidence))
            m_evidence->await();
        m_measuring.ask(pitfall.evidence, lesson);
    }
    if (m_mend->isAncestorOf(focusWidget())) // its options take no keys any more
        m_lesson->setFocus(Qt::TabFocusReason);
    bringIntoView(m_lesson);
}

void PitfallLab::chooseOption(int number)
{
    if (m_mend->question())
        m_mend->chooseOption(number);
    else
        m_line->chooseOption(number);
}

void PitfallLab::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->paper);
    painter.fillRect(m_scroll->x() - 24, 0, 1, height(), m_theme->line);
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/myth_lab.h"

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
#include <QVBoxLayout>

namespace gatescope {

MythLab::MythLab(QWidget *parent, const std::filesystem::path &resources)
    : Lab(parent), m_lessons(lessonsAsSpoken(resources).lessons), m_read(mythsAsSpoken(resources, m_lessons)),
      m_list(new QListWidget(this)), m_refused(new QLabel(this)), m_statement(new QLabel(this)),
      m_panel(new CommitmentPanel(this)), m_evidence(new MythEvidence(this)), m_lesson(new QPushButton(this))
{
    auto *left = new QVBoxLayout;
    left->setSpacing(10);
    left->addWidget(m_list, 1);
    left->addWidget(m_refused);
    auto *right = new QVBoxLayout;
    right->setSpacing(14);
    for (QWidget *each : std::initializer_list<QWidget *>{m_statement, m_panel})
        right->addWidget(each);
    right->addWidget(m_evidence, 1);
    right->addWidget(m_lesson, 0, Qt::AlignLeft);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(48);
    row->addLayout(left);
    row->addLayout(right, 1);

    m_list->setAccessibleName(tr("What is often said"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QStringList refused;
    for (const Error &each : m_read.refused)
        refused += said(each.sentence);
    m_refused->setText(refused.join(u'\n'));
    m_refused->setVisible(!refused.isEmpty());
    for (QLabel *label : {m_refused, m_statement}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    for (const Myth &myth : m_read.myths)
        m_list->addItem(said(myth.question.text));
    m_lesson->hide();
    connect(m_list, &QListWidget::currentRowChanged, this, &MythLab::choose);
    connect(m_panel, &CommitmentPanel::answered, this, &MythLab::tell);
    connect(&m_measuring, &Measuring::measured, this,
            [this](const std::vector<Evidence> &evidence) { m_evidence->show(evidence.front()); });
    connect(m_lesson, &QPushButton::clicked, this, [this] {
        if (const Myth *myth = chosen())
            emit lessonRequested({myth->question.lesson, myth->card});
    });
    m_list->setCurrentRow(0);
}

void MythLab::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_list->setFont(interfaceFont(0.95 * pixels));
    m_list->setFixedWidth(int(24 * pixels));
    m_list->setSpacing(int(0.35 * pixels));
    m_refused->setFont(interfaceFont(0.85 * pixels));
    m_refused->setFixedWidth(m_list->width());
    m_statement->setFont(interfaceFont(1.6 * pixels, QFont::DemiBold));
    m_panel->setLook(theme, pixels);
    for (QWidget *each : std::initializer_list<QWidget *>{m_statement, m_panel})
        each->setMaximumWidth(int(46 * pixels));
    m_evidence->setMaximumWidth(int(60 * pixels));
    m_evidence->setLook(theme, pixels);
    m_lesson->setFont(interfaceFont(0.95 * pixels));
    update();
}

const Myth *MythLab::chosen() const
{
    const int row = m_list->currentRow();
    return row < 0 || row >= int(m_read.myths.size()) ? nullptr : &m_read.myths[std::size_t(row)];
}

/// The statement is the headline; what is asked is what one thinks of it.
void MythLab::choose(int)
{
    m_measuring.forget();
    m_evidence->clear();
    m_lesson->hide();
    const Myth *myth = chosen();
    if (!myth) {
        m_panel->ask(nullptr);
        return;
    }
    m_statement->setText(tr("“%1”").arg(said(myth->question.text)));
    m_asked = myth->question;
    m_asked.text = sentence("What do you think?");
    m_panel->ask(&m_asked);
}

void MythLab::tell(bool right)
{
    const Myth &myth = *chosen();
    const Lesson &lesson = m_lessons[std::size_t(myth.lesson)];
    const QString statement = said(myth.question.text);
    QListWidgetItem &row = *m_list->currentItem();
    row.setText((right ? u"✓ "_qs : u"· "_qs) + statement);
    row.setData(Qt::AccessibleTextRole, (right ? tr("Seen through: %1") : tr("Looked at: %1")).arg(statement));
    m_lesson->setText(tr("Lesson %1: %2").arg(lesson.number).arg(QString::fromStdString(lesson.title)));
    m_lesson->show();
    if (Measuring::takesTime(myth.evidence))
        m_evidence->await();
    m_measuring.ask(myth.evidence, lesson);
    if (m_panel->isAncestorOf(focusWidget())) // its options take no keys any more
        m_lesson->setFocus(Qt::TabFocusReason);
}

void MythLab::chooseOption(int number)
{
    m_panel->chooseOption(number);
}

void MythLab::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->paper);
    painter.fillRect(m_statement->x() - 24, 0, 1, height(), m_theme->line);
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/worksheet/worksheet_fields.h"

#include "core/learning/questions/topics.h"
#include "ui/common/translate.h"
#include "ui/quiz/class/names_field.h"
#include "ui/quiz/round/quiz_round.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

#include <algorithm>

namespace gatescope {

namespace {

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

} // namespace

WorksheetFields::WorksheetFields(const QuestionShelf &shelf, const QuizWish &wish, const std::string &names,
                                 QWidget *parent)
    : QWidget(parent), m_shelf(shelf), m_title(new QLineEdit(tr("Worksheet"))), m_about(new QComboBox),
      m_level(new QComboBox), m_count(spinBox(1, mostSheetQuestions, wish.choice.count)),
      m_students(spinBox(1, mostStudents, 30)), m_seed(spinBox(0, largestWorksheetSeed, int(wish.choice.seed))),
      m_names(new NamesField(names)),
      m_differ(new QCheckBox(tr("Other written questions on each sheet, where there are enou&gh"))),
      m_key(new QCheckBox(tr("&Key with every student's answers"))),
      m_solutions(new QCheckBox(tr("Sheets with worked so&lutions")))
{
    fillAbout(wish);
    m_level->addItem(tr("from easy to hard"));
    for (const Level level : {Level::easy, Level::medium, Level::hard})
        m_level->addItem(translated(nameOf(level)), int(level));
    if (wish.choice.level)
        m_level->setCurrentIndex(m_level->findData(int(*wish.choice.level)));
    m_differ->setChecked(true);
    m_differ->setToolTip(tr("Of the same lesson, level and kind; without it everybody gets the same ones, with the "
                            "options in another order"));
    m_key->setChecked(true);
    m_solutions->setChecked(true);
    layOut();
    connectParts();
}

void WorksheetFields::fillAbout(const QuizWish &wish)
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

void WorksheetFields::layOut()
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(8);
    form->addRow(tr("&Title"), m_title);
    form->addRow(tr("&About"), m_about);
    form->addRow(tr("&How hard"), m_level);
    form->addRow(tr("&Questions"), m_count);
    form->addRow(tr("St&udents"), m_students);
    form->addRow(tr("&Names"), m_names);
    form->addRow(tr("See&d"), m_seed);
    form->addRow(QString(), m_differ);
    form->addRow(QString(), m_key);
    form->addRow(QString(), m_solutions);
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_title, m_about, m_level, m_count, m_students, m_names, m_seed})
        if (auto *label = qobject_cast<QLabel *>(form->labelForField(field)))
            field->setAccessibleName(label->text().remove(u'&'));
    m_names->edit().setAccessibleName(m_names->accessibleName());
    m_names->edit().setToolTip(tr("Without names there is a line to write one on"));
    m_names->setMaximumHeight(190);
    m_students->setEnabled(m_names->isBlank());
    m_seed->setToolTip(tr("The same number gives the same sheets, also on another computer"));
}

void WorksheetFields::connectParts()
{
    connect(m_title, &QLineEdit::textEdited, this, &WorksheetFields::changed);
    connect(m_names, &NamesField::changed, this, [this] {
        m_students->setEnabled(m_names->isBlank());
        emit changed();
    });
    for (QSpinBox *box : {m_count, m_students, m_seed})
        connect(box, &QSpinBox::valueChanged, this, &WorksheetFields::changed);
    for (QComboBox *box : {m_about, m_level})
        connect(box, &QComboBox::currentIndexChanged, this, &WorksheetFields::changed);
    for (QCheckBox *box : {m_differ, m_key, m_solutions})
        connect(box, &QCheckBox::toggled, this, &WorksheetFields::changed);
}

bool WorksheetFields::hasKey() const
{
    return m_key->isChecked();
}

bool WorksheetFields::hasSolutions() const
{
    return m_solutions->isChecked();
}

Result<WorksheetOrder> WorksheetFields::order() const
{
    WorksheetOrder order;
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
    order.wish.sameForAll = !m_differ->isChecked();
    const bool areNamed = !m_names->isBlank();
    order.wish.students = numberedStudents(m_students->value(), tr("Student").toStdString());
    if (areNamed) {
        const auto listed = m_names->names();
        if (!listed)
            return inPlace(tr("Names").toStdString(), listed.error());
        order.wish.students = *listed;
    }
    order.head = {m_title->text().trimmed(), choice.seed, areNamed};
    order.hasKey = m_key->isChecked();
    order.hasSolutions = m_solutions->isChecked();
    return order;
}

} // namespace gatescope

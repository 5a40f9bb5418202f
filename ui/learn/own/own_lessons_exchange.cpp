// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/own/own_lessons_window.h"

#include "core/base/file.h"
#include "core/learning/own/lesson_bundle.h"
#include "ui/common/translate.h"
#include "ui/learn/own/lesson_form.h"

#include <QFileDialog>
#include <QFileInfo>

#include <algorithm>

namespace gatescope {

namespace {

constexpr std::size_t largestLessonFile = 64u << 20;

} // namespace

void OwnLessonsWindow::exportTo(const QString &path)
{
    const auto bundle = lessonBundle(toJson(named()), m_folder, m_around);
    if (!bundle) {
        goToForm();
        m_form->showProblem(bundle.error());
        m_form->goToProblem();
        return tell(tr("Not exported yet: one field is to be mended."));
    }
    if (const auto written = writeFileAtomically(path.toStdString(), *bundle); !written)
        return tell(said(written.error().sentence));
    tell(tr("Exported as %1. Whoever gets the file takes it in here with “Import…”.").arg(QFileInfo(path).fileName()));
}

void OwnLessonsWindow::importFrom(const QString &path)
{
    if (!mayLeave())
        return;
    const QString name = QFileInfo(path).fileName();
    const auto text = readFile(path.toStdString(), largestLessonFile);
    if (!text)
        return tell(said(text.error().sentence));
    const auto taken = takeLesson(*text, m_folder, questionFolder(), m_around);
    if (!taken)
        return tell(said(inPlace(printable(name.toStdString()), taken.error()).sentence));
    followQuestions();
    readAgain();
    const auto at = std::ranges::find(m_own.all, taken->file, &OwnLesson::file);
    fillList(int(at - m_own.all.begin()));
    const QString title = QString::fromStdString(taken->title);
    tell(taken->wasThere ? tr("“%1” was there already.").arg(title)
             : taken->questions
             ? tr("“%1” was imported, and with it %2 of its questions.").arg(title).arg(taken->questions)
             : tr("“%1” was imported. Learn shows it from now on.").arg(title));
    emit ownChanged();
}

void OwnLessonsWindow::chooseExport()
{
    const QString name = QString::fromStdString(named().name) + QStringLiteral(".json");
    QString path = QFileDialog::getSaveFileName(this, tr("Export a lesson"), name, tr("Lessons (*.json)"));
    if (!path.isEmpty())
        exportTo(path);
}

void OwnLessonsWindow::chooseImport()
{
    const QString path
        = QFileDialog::getOpenFileName(this, tr("Import a lesson"), {}, tr("Lessons (*.json);;All files (*)"));
    if (!path.isEmpty())
        importFrom(path);
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/program_files.h"
#include "core/engine/reference_backend.h"
#include "tests/ui/common/boxes.h"
#include "ui/document/document.h"
#include "ui/document/learner.h"
#include "ui/document/playing/player.h"
#include "ui/quiz/asking/question_shelf.h"
#include "ui/quiz/own/lines_grid.h"
#include "ui/quiz/own/own_questions_window.h"
#include "ui/quiz/own/question_form.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>
#include <memory>

namespace gatescope {

/// Where questions of one's own are written in a test: a shelf, and the fields of the window over it.
class QuestionDesk : public QObject
{
protected:
    QTemporaryDir m_folder;
    Document m_document{std::make_unique<ReferenceBackend>()};
    Playhead m_playhead;
    Player m_player{m_document, m_playhead};
    Learner m_learner;
    QuestionShelf m_shelf{resourceFolder()};
    std::filesystem::path m_own;

    /// A shelf with nothing of one's own on it yet.
    void begin(const char *name)
    {
        m_own = std::filesystem::path(m_folder.filePath(QLatin1String(name)).toStdString());
        m_shelf = QuestionShelf(resourceFolder(), m_own);
    }
    template<typename Field>
    static Field &field(OwnQuestionsWindow &window, const char *name)
    {
        return *window.form().findChild<Field *>(QLatin1String(name));
    }
    static void chooseKind(OwnQuestionsWindow &window, QuestionKind kind)
    {
        auto &box = field<QComboBox>(window, "kind");
        box.setCurrentIndex(box.findData(int(kind)));
    }
    /// A question that is complete, typed field by field.
    static void typeSum(OwnQuestionsWindow &window)
    {
        chooseKind(window, QuestionKind::numeric);
        field<QPlainTextEdit>(window, "text").setPlainText("What is one and one?");
        QTest::keyClicks(&field<QLineEdit>(window, "answer"), "2");
        QTest::keyClicks(&field<QLineEdit>(window, "hint"), "Count.");
        field<QPlainTextEdit>(window, "solution").setPlainText("1 + 1 = 2");
        field<LinesGrid>(window, "misconceptions").setLines({{false, "11", "These are two digits."}});
        field<QComboBox>(window, "lesson").setCurrentIndex(0);
    }
    static QString problemAt(OwnQuestionsWindow &window, const char *name)
    {
        auto *label = window.form().findChild<QLabel *>(QStringLiteral("problemOf_") + QLatin1String(name));
        return label->isHidden() ? QString() : label->text();
    }
};

} // namespace gatescope

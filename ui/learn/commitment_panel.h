// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/questions/marking.h"
#include "ui/common/theme.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace gatescope {

class OptionCard;
class WordsLabel;

/// A question to which one commits before the card goes on: options to choose from, or a field to type into; then which
/// answer is right, and why the others are not.
class CommitmentPanel : public QWidget
{
    Q_OBJECT
public:
    explicit CommitmentPanel(QWidget *parent = nullptr);

    void setLook(const Theme &theme, double pixels);
    /// What one chooses from are lines of a program, which stay as they are written.
    void setCode(bool code) { m_isCode = code; }
    /// Asks another question, which outlives its being asked; null: none.
    void ask(const Question *question);
    const Question *question() const { return m_question; }

    bool isAnswered() const { return m_isAnswered; }
    /// By the key of the option, from 1; of what is no choice nothing.
    void chooseOption(int number);
    /// As it is typed; an unclear one is asked again.
    void answer(const QString &typed);
    /// Shows what was answered at an earlier visit, and what it was worth. It is not answered anew.
    void recall(const Answer &answer);
    /// Says the answer without waiting for one.
    void reveal();
    /// What was answered; none: nothing, or nothing that could be read.
    const std::optional<Answer> &given() const { return m_given; }
    /// Where the right answer is said, once it is out; null before.
    QWidget *rightAnswer() const;
    /// Where one answers with the keyboard.
    void focusAnswer();

    /// Question, options and what was said of them, for screen readers.
    QString inWords() const;

signals:
    void answered(bool right);

protected:
    void paintEvent(QPaintEvent *event) override;
    /// Enter answers, and does not go on to the next card as well; where nothing is typed it is the card's.
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void takeTyped();
    void showHint();
    void markLines();
    void showAnswer(const std::optional<Answer> &given, bool right, const Sentence &why);

    const Question *m_question = nullptr;
    bool m_isAnswered = false;
    std::optional<Answer> m_given;
    bool m_isCode = false;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    double m_pixels = 15;
    QVBoxLayout *m_column;
    QLabel *m_heading;
    WordsLabel *m_text, *m_verdict;
    QWidget *m_answers;
    QList<OptionCard *> m_options;
    QList<WordsLabel *> m_lines; ///< options of which one types the letters
    QList<bool> m_strong;        ///< those of the lines that apply
    QLineEdit *m_field = nullptr;
    QPushButton *m_check = nullptr, *m_hint = nullptr;
};

} // namespace gatescope

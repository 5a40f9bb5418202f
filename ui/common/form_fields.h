// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include <map>
#include <string>
#include <utility>
#include <vector>

class QFormLayout;
class QLabel;
class QPlainTextEdit;
class QWidget;

namespace gatescope {

/// The rows of a form: a label, a field, and under the field what is wrong with it.
class FormFields
{
public:
    explicit FormFields(QFormLayout &layout) : m_layout(layout) { }

    /// A row at the end; the field is called `name`, in which a "&" of the label plays no part.
    void add(const char *name, const QString &label, QWidget *field);
    /// A row of words alone.
    void addWords(QLabel *words);
    bool has(const std::string &name) const { return m_fields.contains(name); }
    void setVisible(const std::string &name, bool visible);

    /// Puts the sentence under the field, and nothing under the others; an empty one takes the last one away.
    void showProblem(const std::string &name, const QString &sentence);
    /// The same of several at once.
    void showProblems(const std::vector<std::pair<std::string, QString>> &problems);
    /// What the field is called above or beside it.
    QString nameOf(const std::string &name) const;
    /// Moves the keys into the first field that has a problem.
    void goToProblem();

private:
    struct Field {
        QLabel *label;
        QWidget *widget;
        QLabel *problem;
    };
    QFormLayout &m_layout;
    std::map<std::string, Field> m_fields;
    QWidget *m_problemField = nullptr;
};

/// A field for paragraphs that is so many lines high; the Tab key leaves it.
QPlainTextEdit *paragraphField(int lines);

/// Without the place of the field before it, which stands above the sentence already: "hint: say …" is "Say …".
QString withoutPlace(const QString &sentence);

} // namespace gatescope

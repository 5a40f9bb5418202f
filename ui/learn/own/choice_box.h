// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

namespace gatescope {

/// A list of a form to choose from. A key opens it before it chooses, so that nobody passes over a row that begins
/// something, as "a file…" does. Its rows are set as sentences are.
class ChoiceBox : public QComboBox
{
    Q_OBJECT
public:
    explicit ChoiceBox(QWidget *parent = nullptr);

    /// Chooses the row that stands for this; one more, with these words, where there is none.
    void chooseData(const QVariant &meant, const QString &otherwise);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
};

/// Words for a row, cut where they are long.
QString rowWords(const QString &words);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QMenu;

namespace gatescope {

class ChipRow;
class Document;
class Look;
class PillButton;
class TitleLabel;

/// The bar over everything: what is open, and what can be done with it.
class TopBar : public QWidget
{
    Q_OBJECT
public:
    TopBar(Document &document, const Look &look, QWidget *parent = nullptr);

    /// What another place has open: its name and a few words about it. Without a name: the document's.
    void setTitle(const QString &title, const QStringList &words);

    /// A button that does what the action does; it wears `text` and, after a pause, the action's key.
    PillButton *addButton(const QString &text, QAction *action);
    /// A button that opens a menu.
    PillButton *addButton(const QString &text, const QString &name, QMenu *menu);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void restyle();

    Document &m_document;
    const Look &m_look;
    QString m_placeTitle;
    QStringList m_placeWords;
    QWidget *m_logo;
    TitleLabel *m_title;
    ChipRow *m_chips;
    ChipRow *m_backend;
    QList<PillButton *> m_buttons;
    double m_scale = 1;
};

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/paper.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace gatescope {

/// A page of what will be saved.
struct PreviewedPage {
    PaperPage page;
    QString of; ///< what it belongs to: "the sheet of Ada"
};

/// Pages of paper, one at a time, to be turned by two buttons, by the wheel and, where it has the focus, by the arrow
/// keys, Page Up, Page Down, Home and End.
class PagePreview : public QWidget
{
    Q_OBJECT
public:
    explicit PagePreview(QWidget *parent = nullptr);

    /// Shows other pages, at the one that is looked at where there is one of its number.
    void setPages(std::vector<PreviewedPage> pages);
    void turnTo(int page);
    int page() const { return m_page; }
    int count() const { return int(m_pages.size()); }
    const QImage &image() const { return m_image; }
    /// "Page 2 of 7: the sheet of Ada"
    QString words() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    QRectF paper() const;
    void follow();

    std::vector<PreviewedPage> m_pages;
    int m_page = 0;
    QImage m_image;
    int m_wheel = 0; ///< what of a turn of the wheel turned no page yet
    QLabel *m_where;
    QPushButton *m_earlier, *m_next;
};

} // namespace gatescope

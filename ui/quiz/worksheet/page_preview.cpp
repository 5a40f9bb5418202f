// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/worksheet/page_preview.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int leastPaperWidth = 420; ///< pixels
constexpr double pageDetail = 1.5;   ///< pixels of the picture to one of the paper
constexpr int wheelNotch = 120;
constexpr double focusFrame = 2;

} // namespace

PagePreview::PagePreview(QWidget *parent)
    : QWidget(parent), m_where(new QLabel), m_earlier(new QPushButton(tr("&Earlier page"))),
      m_next(new QPushButton(tr("Ne&xt page")))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("The pages"));
    m_where->setObjectName(QStringLiteral("whichPage"));
    m_where->setAlignment(Qt::AlignCenter);
    m_where->setProperty("secondary", true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_earlier);
    row->addStretch(1);
    row->addWidget(m_next);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addSpacing(int(leastPaperWidth * paperSize.height() / paperSize.width()));
    column->addStretch(1);
    column->addWidget(m_where);
    column->addLayout(row);
    setMinimumWidth(leastPaperWidth);
    for (QPushButton *button : {m_earlier, m_next})
        button->setAutoDefault(false);
    connect(m_earlier, &QPushButton::clicked, this, [this] { turnTo(m_page - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { turnTo(m_page + 1); });
    follow();
}

void PagePreview::setPages(std::vector<PreviewedPage> pages)
{
    m_pages = std::move(pages);
    m_page = std::clamp(m_page, 0, std::max(0, count() - 1));
    follow();
}

void PagePreview::turnTo(int page)
{
    page = std::clamp(page, 0, std::max(0, count() - 1));
    if (page == m_page)
        return;
    m_page = page;
    follow();
}

QString PagePreview::words() const
{
    if (m_pages.empty())
        return {};
    return tr("Page %1 of %2: %3").arg(m_page + 1).arg(count()).arg(m_pages[std::size_t(m_page)].of);
}

void PagePreview::follow()
{
    m_image = m_pages.empty() ? QImage() : imageOf(m_pages[std::size_t(m_page)].page, pageDetail);
    m_where->setText(words());
    setAccessibleDescription(words());
    m_earlier->setEnabled(m_page > 0);
    m_next->setEnabled(m_page + 1 < count());
    update();
}

/// Where the page lies: as large as there is room over the words.
QRectF PagePreview::paper() const
{
    const QRectF room(focusFrame, focusFrame, width() - 2 * focusFrame, m_where->y() - 8 - 2 * focusFrame);
    const QSizeF size = paperSize.scaled(room.size(), Qt::KeepAspectRatio);
    return {QPointF(room.center().x() - size.width() / 2, room.top()), size};
}

void PagePreview::paintEvent(QPaintEvent *)
{
    if (m_image.isNull())
        return;
    QPainter painter(this);
    const double ratio = devicePixelRatioF();
    const QRectF where = paper();
    const QImage fitting
        = m_image.scaled((where.size() * ratio).toSize(), Qt::KeepAspectRatio, Qt::SmoothTransformation);
    painter.drawImage(where, fitting);
    const QColor frame = hasFocus() ? palette().color(QPalette::Highlight) : palette().color(QPalette::Mid);
    painter.setPen(QPen(frame, hasFocus() ? focusFrame : 1));
    painter.drawRect(where);
}

void PagePreview::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_PageUp:
        return turnTo(m_page - 1);
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_PageDown:
        return turnTo(m_page + 1);
    case Qt::Key_Home:
        return turnTo(0);
    case Qt::Key_End:
        return turnTo(count() - 1);
    default:
        QWidget::keyPressEvent(event);
    }
}

void PagePreview::wheelEvent(QWheelEvent *event)
{
    m_wheel += event->angleDelta().y();
    turnTo(m_page - m_wheel / wheelNotch);
    m_wheel %= wheelNotch;
    event->accept();
}

void PagePreview::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void PagePreview::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

} // namespace gatescope

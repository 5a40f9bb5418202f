// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/plot.h"

#include "ui/common/fonts.h"
#include "ui/plots/curve.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QTimer>

#include <algorithm>

#include <qcustomplot.h>

namespace gatescope {

namespace {

/// A slide is larger than the window was.
constexpr double pictureScale = 2;

} // namespace

Plot::Plot(const QString &title, int framesPerSecond, QWidget *parent)
    : QWidget(parent), m_title(title), m_canvas(new QCustomPlot(this)), m_timer(new QTimer(this))
{
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(title);
    m_canvas->setFocusPolicy(Qt::NoFocus);
    m_canvas->setInteractions(QCP::iRangeDrag | QCP::iRangeZoom);
    useNumbers(*m_canvas->xAxis);
    useNumbers(*m_canvas->yAxis);
    m_canvas->axisRect()->setRangeDrag(Qt::Horizontal);
    m_canvas->axisRect()->setRangeZoom(Qt::Horizontal);
    m_canvas->setNoAntialiasingOnDrag(true);
    m_canvas->installEventFilter(this);
    m_canvas->setMouseTracking(true);
    connect(m_canvas, &QCustomPlot::mouseWheel, this, [this] {
        m_isZoomed = true;
        touch();
    });
    m_timer->setSingleShot(true);
    m_timer->setInterval(1000 / framesPerSecond);
    connect(m_timer, &QTimer::timeout, this, &Plot::draw);
}

Plot::~Plot() = default;

void Plot::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_pixels = pixels;
    m_canvas->setBackground(theme.paper);
    placeCanvas();
    restyle();
    m_isDrawn = false;
    update();
    touch();
}

void Plot::setTitle(const QString &title)
{
    m_title = title;
    setAccessibleName(title);
    update();
}

void Plot::setSubtitles(const QStringList &subtitles)
{
    if (m_subtitles == subtitles)
        return;
    m_subtitles = subtitles;
    update(0, 0, width(), heading());
}

void Plot::copyData() const
{
    QApplication::clipboard()->setText(table().text());
}

void Plot::copyPicture()
{
    QApplication::clipboard()->setImage(picture(pictureScale));
}

QImage Plot::picture(double scale)
{
    QImage image(size() * scale, QImage::Format_RGB32);
    image.fill(m_theme->paper);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    drawHeading(painter, {});
    const QRect place = m_canvas->geometry();
    painter.drawPixmap(QRectF(place), m_canvas->toPixmap(place.width(), place.height(), scale),
                       QRectF(QPointF(), QSizeF(place.size()) * scale));
    return image;
}

void Plot::showAll()
{
    m_isZoomed = false;
    touch();
}

QList<Plot::Word> Plot::words() const
{
    QList<Word> words;
    for (int i = 0; i < m_canvas->itemCount(); ++i)
        if (const auto *label = qobject_cast<const QCPItemText *>(m_canvas->item(i)); label && label->visible())
            words.append({label->text(), {label->topLeft->pixelPosition(), label->bottomRight->pixelPosition()}});
    return words;
}

QSize Plot::wordsRoom() const
{
    return m_canvas->size();
}

void Plot::touch()
{
    if (isVisible() && !m_timer->isActive())
        m_timer->start();
}

void Plot::renew()
{
    m_isDrawn = false;
    touch();
}

void Plot::draw()
{
    if (!isVisible())
        return;
    if (!m_isZoomed)
        fitAxes();
    fill();
    m_canvas->replot(QCustomPlot::rpQueuedRefresh);
    m_isDrawn = true;
    setAccessibleDescription(inWords());
}

void Plot::restyle()
{
    styleAxis(*m_canvas->xAxis, true);
    styleAxis(*m_canvas->yAxis, false);
    m_canvas->xAxis->grid()->setVisible(false);
}

void Plot::styleAxis(QCPAxis &axis, bool hasLine) const
{
    axis.setBasePen(hasLine ? QPen(m_theme->ink3) : QPen(Qt::NoPen));
    axis.setTickPen(hasLine ? QPen(m_theme->ink3) : QPen(Qt::NoPen));
    axis.setSubTicks(false);
    axis.setTickLength(0, hasLine ? 4 : 0);
    axis.setTickLabelFont(interfaceFont(m_pixels));
    axis.setTickLabelColor(m_theme->ink2);
    axis.setTickLabelPadding(hasLine ? 5 : 8);
    axis.grid()->setPen(QPen(m_theme->line));
    axis.grid()->setZeroLinePen(Qt::NoPen);
}

int Plot::heading() const
{
    return qRound(m_pixels * 3.6);
}

void Plot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->paper);
    drawHeading(painter, m_readOut);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setPen(QPen(m_theme->of(Role::state).text, 2));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void Plot::drawHeading(QPainter &painter, const QString &readOut) const
{
    painter.setFont(interfaceFont(m_pixels * 1.25, QFont::DemiBold));
    painter.setPen(m_theme->ink);
    if (titleWidth() > 0)
        painter.drawText(QPointF(0, m_pixels * 1.3),
                         painter.fontMetrics().elidedText(m_title, Qt::ElideRight, titleWidth()));
    const bool reads = !readOut.isEmpty();
    painter.setFont(reads ? numberFont(m_pixels * 1.02) : interfaceFont(m_pixels * 1.08));
    painter.setPen(reads ? m_theme->ink : m_theme->ink2);
    const QFontMetrics metrics = painter.fontMetrics();
    const QString line = reads ? readOut : subtitleThatFits(metrics);
    painter.drawText(QPointF(0, m_pixels * 2.9), metrics.elidedText(line, Qt::ElideRight, subtitleWidth()));
}

QString Plot::subtitleThatFits(const QFontMetrics &metrics) const
{
    const auto fits = [&](const QString &text) { return metrics.horizontalAdvance(text) <= subtitleWidth(); };
    const auto found = std::ranges::find_if(m_subtitles, fits);
    return found != m_subtitles.end() ? *found : m_subtitles.value(m_subtitles.size() - 1);
}

void Plot::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_isDrawn)
        draw(); // before it is first painted; later what it showed last stands until the next frame
    touch();
}

void Plot::resizeEvent(QResizeEvent *)
{
    placeCanvas();
    touch();
}

/// Within the frame that says which chart the keys are for.
void Plot::placeCanvas()
{
    const int frame = 3;
    m_canvas->setGeometry(frame, heading(), std::max(1, width() - 2 * frame),
                          std::max(1, height() - heading() - frame));
}

void Plot::point(const QPoint &at)
{
    const bool isInside = m_canvas->axisRect()->rect().contains(at);
    const double x = m_canvas->xAxis->pixelToCoord(at.x());
    const QString words = isInside ? readOut(x, m_canvas->yAxis->pixelToCoord(at.y())) : QString();
    pointAt(words.isEmpty() ? std::nullopt : std::optional(x));
    if (words == m_readOut)
        return;
    m_readOut = words;
    update(0, 0, width(), heading());
    touch();
}

bool Plot::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseMove: {
        const auto *move = static_cast<QMouseEvent *>(event);
        if (move->buttons() & Qt::LeftButton)
            m_isZoomed = true;
        point(move->pos());
        break;
    }
    case QEvent::Leave:
        point({-1, -1});
        break;
    case QEvent::MouseButtonDblClick:
        showAll();
        return true;
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

void Plot::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copyData();
    else if (event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier) && event->key() == Qt::Key_E)
        copyPicture(); // as in Explore
    else
        QWidget::keyPressEvent(event);
}

void Plot::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu menu(this);
    connect(menu.addAction(tr("Copy data")), &QAction::triggered, this, &Plot::copyData);
    connect(menu.addAction(tr("Copy as a picture")), &QAction::triggered, this, &Plot::copyPicture);
    connect(menu.addAction(tr("Show all")), &QAction::triggered, this, &Plot::showAll);
    menu.exec(event->globalPos());
}

} // namespace gatescope

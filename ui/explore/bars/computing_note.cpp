// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/bars/computing_note.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/document/document.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <QtMath>

#include <algorithm>
#include <chrono>

namespace gatescope {

using namespace std::chrono_literals;

ComputingNote::ComputingNote(Document &document, QWidget &stage) : QWidget(&stage), m_document(document)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_timer.setSingleShot(true);
    stage.installEventFilter(this);
    connect(&m_timer, &QTimer::timeout, this, &ComputingNote::say);
    connect(&document, &Document::computationBegan, this, &ComputingNote::follow);
    connect(&document, &Document::recordChanged, this, &ComputingNote::beginAnew);
    connect(&document, &Document::computationFailed, this, &ComputingNote::follow);
    hide();
    follow();
}

void ComputingNote::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
    place();
}

/// A record has come: while somebody drags a value the next one is awaited already, and the picture follows.
void ComputingNote::beginAnew()
{
    m_timer.stop();
    m_since.invalidate();
    hide();
    follow();
}

void ComputingNote::follow()
{
    if (!m_document.isComputing()) {
        m_timer.stop();
        m_since.invalidate();
        hide();
    } else if (!m_since.isValid()) {
        m_since.start();
        m_timer.start(500ms);
    }
}

void ComputingNote::say()
{
    const Experiment &experiment = m_document.experiment();
    m_words = tr("Computing (steps: %1, units: %2): %3 s so far")
                  .arg(wholeNumber(experiment.input.longest()), wholeNumber(experiment.spec.hiddenSize))
                  .arg(m_since.elapsed() / 1000);
    setAccessibleName(m_words);
    place();
    show();
    raise();
    m_timer.start(1s);
}

QFont ComputingNote::face() const
{
    return interfaceFont(m_settings.px(m_settings.classroom ? 22 : m_settings.compact ? 12 : 14), QFont::Medium);
}

/// In the middle of the stage's upper edge, between the crumbs and what the picture is of; no wider than the stage. At
/// the lower edge it would lie on the input.
void ComputingNote::place()
{
    const QFontMetricsF metrics(face());
    const double room = metrics.height();
    const QSize size(std::min(qCeil(metrics.horizontalAdvance(m_words) + 1.6 * room), parentWidget()->width()),
                     qCeil(1.8 * room));
    setGeometry({(parentWidget()->width() - size.width()) / 2, qCeil(0.4 * room), size.width(), size.height()});
    update();
}

bool ComputingNote::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && !isHidden())
        place();
    return QWidget::eventFilter(watched, event);
}

void ComputingNote::paintEvent(QPaintEvent *)
{
    const Theme &theme = *m_settings.theme;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.ink3, 1));
    painter.setBrush(theme.panel);
    const QRectF pill = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    painter.setPen(theme.ink);
    painter.setFont(face());
    painter.drawText(rect(), Qt::AlignCenter, m_words);
}

} // namespace gatescope

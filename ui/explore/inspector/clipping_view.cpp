// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/clipping_view.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/marks.h"
#include "ui/explore/inspector/explanation_view.h"
#include "ui/explore/inspector/number_line.h"

#include <QDoubleSpinBox>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace gatescope {

double wholeLength(const NetworkSpec &spec, const Parameters &gradients)
{
    double squares = 0;
    for (const ConstParameterView &tensor : views(spec, gradients))
        squares += tensor.values.squaredNorm();
    return std::sqrt(squares);
}

/// Two bars on one linear scale, and the limit as a line through both.
class ClippingView::Bars : public QWidget
{
public:
    explicit Bars(ClippingView &view) : QWidget(&view), m_view(view) { fit(); }

    void fit() { setFixedHeight(int(m_view.m_settings.px(52))); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.scale(m_view.m_settings.scale, m_view.m_settings.scale);
        const double wide = width() / m_view.m_settings.scale;
        const Theme &theme = *m_view.m_settings.theme;
        const QFont words = interfaceFont(12), digits = numberFont(12);
        const double left = 56, right = wide - 72.0;
        const double limit = m_view.m_limit->value();
        const double most = std::max({m_view.before(), limit, 1e-30});
        const auto x = [&](double length) { return left + (right - left) * length / most; };
        const auto bar = [&](double top, const QString &name, double length, const QColor &colour) {
            drawText(painter, {0, top + 13}, name, words, theme.ink2);
            painter.fillRect(QRectF(left, top + 2, std::max(1.5, x(length) - left), 13), colour);
            drawText(painter, {wide, top + 13}, gradientNumber(length, 2), digits, theme.ink, Align::right);
        };
        const QColor hue = theme.of(Role::gradient).hue;
        bar(4, ClippingView::tr("before"), m_view.before(), blended(hue, 0.45, theme.panel));
        bar(28, ClippingView::tr("after"), m_view.after(), hue);
        painter.setPen(QPen(theme.ink, 1, Qt::DashLine));
        painter.drawLine(QPointF(x(limit), 1), QPointF(x(limit), 48));
    }

private:
    const ClippingView &m_view;
};

ClippingView::ClippingView(QWidget *parent)
    : QWidget(parent), m_words(new ExplanationView(this)), m_limit(new QDoubleSpinBox(this)), m_bars(new Bars(*this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_words);
    column->addWidget(m_limit, 0, Qt::AlignLeft);
    column->addWidget(m_bars);
    m_limit->setDecimals(4);
    m_limit->setRange(0.0001, 1000);
    m_limit->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_limit->setValue(1);
    m_limit->setPrefix(tr("clip at "));
    m_limit->setAccessibleName(tr("Largest length of the gradient"));
    connect(m_limit, &QDoubleSpinBox::valueChanged, this, &ClippingView::describe);
}

void ClippingView::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
    m_words->setSettings(settings);
    m_limit->setFont(numberFont(13 * inspectorScale(settings)));
    static_cast<Bars *>(m_bars)->fit();
    m_bars->update();
}

void ClippingView::show(const Record &record)
{
    if (m_measured == record.gradients)
        return; // the length of all takes a while where there are millions
    m_measured = record.gradients;
    m_before = m_measured ? wholeLength(record.experiment->spec, m_measured->parameters) : 0;
    describe();
}

double ClippingView::factor() const
{
    return clippingFactor({.norm = m_limit->value()}, m_before);
}

void ClippingView::describe()
{
    const QString words = factor() < 1
        ? tr("The gradient by all parameters together is longer than %1: clipping multiplies each number of it by %2.")
              .arg(inInspector(m_limit->value()), inInspector(factor()))
        : tr("The gradient by all parameters together is not longer than %1: clipping leaves it as it is.")
              .arg(inInspector(m_limit->value()));
    m_words->show({}, {}, {Heading{tr("Clipping")}, Remark{words}});
    m_bars->setAccessibleName(tr("before %1, after %2").arg(gradientNumber(m_before, 2), gradientNumber(after(), 2)));
    m_bars->update();
    layout()->activate();
}

} // namespace gatescope

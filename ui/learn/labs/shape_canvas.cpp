// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/shape_canvas.h"

#include "ui/common/fonts.h"
#include "ui/drawing/marks/marks.h"
#include "ui/learn/labs/tensor_drawing.h"

#include <QPainter>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int moveMilliseconds = 320;
constexpr double parametersShare = 0.42; ///< of the height
constexpr double widestTensor = 19;      ///< times the text's pixels

std::vector<TensorShape> ofKind(const std::vector<TensorShape> &shapes, bool parameters)
{
    std::vector<TensorShape> chosen;
    std::ranges::copy_if(shapes, std::back_inserter(chosen), [parameters](const TensorShape &tensor) {
        return (tensor.kind == TensorKind::parameter) == parameters;
    });
    return chosen;
}

std::optional<TensorShape> namedIn(const std::vector<TensorShape> &shapes, const std::string &name)
{
    const auto found = std::ranges::find(shapes, name, &TensorShape::name);
    return found == shapes.end() ? std::nullopt : std::optional(*found);
}

} // namespace

ShapeCanvas::ShapeCanvas(QWidget *parent) : QWidget(parent)
{
    m_move.setDuration(moveMilliseconds);
    m_move.setStartValue(0.0);
    m_move.setEndValue(1.0);
    m_move.setEasingCurve(QEasingCurve::InOutCubic);
    connect(&m_move, &QVariantAnimation::valueChanged, this, [this](const QVariant &share) {
        m_share = share.toDouble();
        update();
    });
}

void ShapeCanvas::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_pixels = pixels;
    update();
}

void ShapeCanvas::show(const LayerArguments &arguments, const std::optional<MarkedAxis> &mark)
{
    m_mark = mark;
    std::vector<TensorShape> shapes = shapesOf(arguments);
    if (shapes != m_shown) {
        m_before = m_shown.empty() ? shapes : m_shown;
        m_shown = std::move(shapes);
        m_move.stop();
        m_share = m_isReduced || !isVisible() ? 1 : 0;
        if (m_share == 0)
            m_move.start();
    }
    QStringList words;
    for (const TensorShape &tensor : m_shown)
        words += inWords(tensor);
    setAccessibleName(tr("The shapes"));
    setAccessibleDescription(words.join(u"; "_qs));
    update();
}

void ShapeCanvas::setShare(double share)
{
    m_move.stop();
    m_share = share;
    update();
}

void ShapeCanvas::drawRow(QPainter &painter, const QRectF &where, const std::vector<TensorShape> &tensors)
{
    const std::size_t marked
        = m_mark ? std::size_t(std::ranges::find(tensors, m_mark->tensor, &TensorShape::name) - tensors.begin()) : 0;
    double pixels = m_pixels, needed = 0;
    for (std::size_t i = 0; i < std::min<std::size_t>(tensors.size(), 4); ++i)
        needed += tensorWidth(tensors[i], pixels);
    pixels *= std::clamp(where.width() / std::max(needed, 1.0), 0.72, 1.0);
    std::size_t fits = 0;
    needed = 0;
    const double more = 6 * pixels; // where there are more than fit, this is said beside them
    for (; fits < tensors.size(); ++fits) {
        const double next = needed + tensorWidth(tensors[fits], pixels);
        if (next > where.width() - (fits + 1 < tensors.size() ? more : 0) && fits > 0)
            break;
        needed = next;
    }
    const bool isAll = fits == tensors.size();
    const std::size_t first = marked < tensors.size() && marked >= fits ? marked - fits + 1 : 0;
    const double room = where.width() - (isAll ? 0 : more);
    const double spread = std::max(1.0, room / std::max(needed, 1.0));
    double x = where.left();
    for (std::size_t i = first; i < first + fits; ++i) {
        const double width = std::min(tensorWidth(tensors[i], pixels) * spread, widestTensor * pixels);
        const bool isMarked = m_mark && m_mark->tensor == tensors[i].name;
        const TensorMark mark{isMarked ? m_mark->axis : std::nullopt,
                              isMarked ? QString::fromStdString(m_mark->given) : QString()};
        drawTensor(painter, QRectF(x, where.top(), width, where.height()),
                   {namedIn(m_before, tensors[i].name), tensors[i], m_share}, isMarked ? &mark : nullptr, *m_theme,
                   pixels);
        x += width;
    }
    if (!isAll)
        drawText(painter, {x + 0.5 * pixels, where.center().y()}, tr("and %1 more").arg(tensors.size() - fits),
                 interfaceFont(0.9 * pixels), m_theme->ink2);
}

void ShapeCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme->paper);
    const double heading = 1.9 * m_pixels, split = height() * (1 - parametersShare);
    const QFont font = interfaceFont(0.9 * m_pixels, QFont::DemiBold);
    drawText(painter, {0, 0.9 * m_pixels}, tr("Data"), font, m_theme->ink2);
    drawRow(painter, QRectF(0, heading, width(), split - heading - 6), ofKind(m_shown, false));
    painter.fillRect(QRectF(0, split, width(), 1), m_theme->line);
    drawText(painter, {0, split + 1.4 * m_pixels}, tr("Parameters"), font, m_theme->ink2);
    drawRow(painter, QRectF(0, split + 1.9 * m_pixels, width(), height() - split - 1.9 * m_pixels),
            ofKind(m_shown, true));
}

} // namespace gatescope

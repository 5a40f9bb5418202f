// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/presenter/presenter_board.h"

#include "core/trace/moment.h"
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/document/document.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/words/breadcrumb.h"
#include "ui/drawing/words/step_words.h"
#include "ui/drawing/words/unit_names.h"
#include "ui/explore/inspector/explanation.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace gatescope {

namespace {

constexpr double boardWidth = 1920; ///< of the screen whose measures the numbers below are

/// The largest size, up to `wanted`, at which words of this width at 100 pixels fit.
double fitting(double wanted, double widthAt100, double room)
{
    return std::min(wanted, 100 * room / std::max(widthAt100, 1.0));
}

QString bracketed(const QString &number)
{
    return number.startsWith(minus) ? '(' + number + ')' : number;
}

/// What the two weights of a GRU's blend make, with the numbers that the stage shows; empty elsewhere.
QString reckoningOf(const Scene &scene)
{
    const PlayheadState &at = scene.playhead;
    const auto part = describe(scene.spec().cell).stepParts[std::size_t(at.part)].completes;
    if (scene.spec().cell != CellKind::gru || at.pass != Pass::forward || part != Part::state)
        return {};
    const auto valueOf
        = [&](Part which) { return scene.trace().at(at.layer, at.direction)[which](at.step, at.sequence, at.unit); };
    const double z = valueOf(Part::update), n = valueOf(Part::candidate), made = valueOf(Part::state);
    const double old = stateBefore(scene.trace(), scene.moment())[at.unit];
    const double kept = scene.spec().update == UpdateMeaning::keeps ? z : 1 - z;
    const double reckoned = shownOnStage(kept) * shownOnStage(old) + shownOnStage(1 - kept) * shownOnStage(n);
    return QStringLiteral("%1 %2 × %3 + %4 × %5")
        .arg(equalsOnStage(reckoned, made), onStage(kept), bracketed(onStage(old)), onStage(1 - kept),
             bracketed(onStage(n)));
}

/// What the board calls the part. What "inputs" shows is the state that the step begins with.
QString titleOf(const Scene &scene, const Explanation &explanation)
{
    const bool isBegin = scene.playhead.pass == Pass::forward && scene.playhead.part == 0;
    if (!isBegin)
        return explanation.title;
    const QString unit = unitLabel(scene, scene.playhead.unit);
    return PresenterBoard::tr("Old state, unit %1").arg(unit);
}

/// As many bars as the step has parts; those that are done are ink, the current one wears its hue.
void drawProgress(QPainter &painter, const QPointF &right, double scale, const Scene &scene)
{
    const auto &parts = describe(scene.spec().cell).stepParts;
    const PlayheadState &at = scene.playhead;
    const double pitch = 52 * scale, gap = 8 * scale; // the last bar ends where the rule does
    painter.setPen(Qt::NoPen);
    for (int part = 0; part < std::ssize(parts); ++part) {
        const bool here = part == at.part;
        const Role role = at.pass == Pass::backward ? Role::gradient : roleOf(parts[std::size_t(part)]);
        painter.setBrush(here ? scene.theme.of(role).hue : isComputed(at, part) ? scene.theme.ink : scene.theme.line);
        const double height = (here ? 16 : 8) * scale;
        painter.drawRoundedRect(
            QRectF(right.x() + gap - (std::ssize(parts) - part) * pitch, right.y() - height / 2, pitch - gap, height),
            3 * scale, 3 * scale);
    }
}

} // namespace

BoardWords boardWords(const Explanation &explanation)
{
    BoardWords words;
    bool isPast = false;
    for (const ExplanationBlock &block : explanation.blocks) {
        if (std::holds_alternative<Rule>(block) || std::holds_alternative<Heading>(block))
            break;
        if (const auto *remark = std::get_if<Remark>(&block); remark && words.remark.isEmpty())
            words.remark = remark->text;
        // Forwards the last equation makes the value; backwards each is a way of its own, and the first is the part's.
        if (const auto *equation = std::get_if<Equation>(&block)) {
            isPast = words.isGradient;
            if (!isPast) {
                words.equation = equation->lines.join(' ');
                words.value.reset();
            }
        }
        if (const auto *numbers = std::get_if<Numbers>(&block); numbers && !isPast) {
            words.value = numbers->value;
            words.isGradient = numbers->isGradient;
        }
    }
    return words;
}

PresenterBoard::PresenterBoard(Document &document, Playhead &playhead, QWidget *parent)
    : QWidget(parent), m_document(document), m_playhead(playhead)
{
    setAttribute(Qt::WA_OpaquePaintEvent);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&document, &Document::recordChanged, this, &PresenterBoard::refresh);
    connect(&playhead, &Playhead::moved, this, &PresenterBoard::refresh);
}

void PresenterBoard::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
    refresh();
}

void PresenterBoard::refresh()
{
    const auto scene = isHidden() ? std::nullopt : currentScene(m_document, m_playhead, m_settings);
    if (!scene)
        return;
    const Explanation explanation = explain(*scene);
    m_title = titleOf(*scene, explanation);
    m_shown = boardWords(explanation);
    if (scene->playhead.progress < 1) {
        m_shown.value.reset(); // nothing is said before it is computed
    } else {
        m_shown.claim = boardClaim(*scene);
        m_shown.reckoning = reckoningOf(*scene);
    }
    setAccessibleName(plainText(explanation));
    update();
}

void PresenterBoard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = *m_settings.theme;
    painter.fillRect(rect(), theme.paper);
    const auto scene = currentScene(m_document, m_playhead, m_settings);
    if (!scene)
        return;
    const double s = width() / boardWidth, left = 96 * s, right = width() - left, room = right - left;
    const StepPart &part = describe(scene->spec().cell).stepParts[std::size_t(scene->playhead.part)];
    const Role role = scene->playhead.pass == Pass::backward ? Role::gradient : roleOf(part);

    // Where one is.
    const QFont bold = interfaceFont(32 * s, QFont::DemiBold), quiet = interfaceFont(32 * s);
    const QString title = QString::fromStdString(scene->record.experiment->title);
    const double titled = drawText(painter, {left, 56 * s}, title, bold, theme.ink);
    const HeaderLine reads = readingLine(*scene);
    double at = left + titled + 32 * s;
    at += drawText(painter, {at, 56 * s},
                   QCoreApplication::translate("gatescope", "%1, reads ").arg(stepWords(*scene)) + reads.before, quiet,
                   theme.ink2);
    // A letter of the data stands in the data's face, in which l, I and 1 differ.
    at += drawText(painter, {at, 56 * s}, QString(reads.letter).replace(u' ', u"␣"_qs),
                   numberFont(32 * s, QFont::DemiBold), theme.of(Role::input).text);
    drawText(painter, {at, 56 * s}, reads.after, quiet, theme.ink2);
    drawProgress(painter, {right, 44 * s}, s, *scene);

    // The equation.
    const double pixels = fitting(104 * s, mathWidth(m_shown.equation, 100), room);
    drawMath(painter, {left, 164 * s}, m_shown.equation, pixels, theme.ink, theme);

    // What it makes.
    const QFont name = interfaceFont(56 * s, QFont::DemiBold);
    const bool isBegin = scene->playhead.part == 0 && scene->playhead.pass == Pass::forward; // shows the old state
    double x = left + drawText(painter, {left, 268 * s}, m_title, name, theme.of(isBegin ? Role::state : role).text);
    if (m_shown.value) {
        const QString number = m_shown.isGradient ? gradientNumber(*m_shown.value) : onStage(*m_shown.value);
        x += 32 * s;
        x += drawText(painter, {x, 268 * s}, number, numberFont(88 * s, QFont::DemiBold), theme.ink);
    }
    const double gap = (m_shown.reckoning.isEmpty() ? 48 : 24) * s; // "0.94 = 0.16 × 0.72 + 0.84 × 0.98" is one thought
    drawBeside(painter, {x + gap, 0, right - x - gap, double(height())}, s, theme.of(role).text);
    painter.fillRect(QRectF(left, height() - 1, room, 1), theme.line);
}

void PresenterBoard::drawBeside(QPainter &painter, const QRectF &place, double scale, const QColor &hue) const
{
    const Theme &theme = *m_settings.theme;
    const QFont small = interfaceFont(30 * scale), numbers = numberFont(44 * scale);
    double left = place.left(), room = std::max(place.width(), 1.0);
    if (const double width = textWidth(m_shown.reckoning, numbers); width > 0 && width <= room) {
        left += drawText(painter, {left, 268 * scale}, m_shown.reckoning, numbers, theme.ink) + 48 * scale;
        room = place.right() - left;
    }

    // What the number does, as large as its name; or else a sentence of one line, or two.
    const double widthAt100 = textWidth(m_shown.claim.does, interfaceFont(100, QFont::DemiBold));
    const QFont large = interfaceFont(fitting(56 * scale, widthAt100, std::max(room, 1.0)), QFont::DemiBold);
    const QFont quiet = interfaceFont(36 * scale);
    const double claim = textWidth(m_shown.claim.does, large), gap = 16 * scale;
    if (claim > 0 && large.pixelSize() >= 40 * scale) {
        drawText(painter, {left, 268 * scale}, m_shown.claim.does, large, hue);
        if (claim + gap + textWidth(m_shown.claim.what, quiet) <= room)
            drawText(painter, {left + claim + gap, 268 * scale}, m_shown.claim.what, quiet, theme.ink2);
        return;
    }
    if (room <= 400 * scale)
        return;
    const double high = paragraphHeight(m_shown.remark, small, room);
    if (high <= 100 * scale)
        drawParagraph(painter, {left, 244 * scale - high / 2}, m_shown.remark, small, theme.ink2, room);
}

} // namespace gatescope

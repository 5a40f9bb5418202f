// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/nudge_view.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/common/translate.h"
#include "ui/explore/inspector/explanation_view.h"
#include "ui/explore/inspector/number_line.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace gatescope {

namespace {

constexpr double smallestGradient = 1e-12; ///< below it a relative difference says nothing

QString inWords(const ParameterPlace &place)
{
    const QString tensor = QString::fromStdString(place.tensor);
    return tensor.startsWith("bias") ? QStringLiteral("%1[%2]").arg(tensor).arg(place.row)
                                     : QStringLiteral("%1[%2, %3]").arg(tensor).arg(place.row).arg(place.column);
}

} // namespace

NudgeView::NudgeView(const Backend &backend, QWidget *parent)
    : QWidget(parent), m_nudging(backend), m_words(new ExplanationView(this)),
      m_check(new QPushButton(tr("Check by nudging"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_words);
    column->addWidget(m_check, 0, Qt::AlignLeft);
    connect(m_check, &QPushButton::clicked, this, &NudgeView::check);
    connect(&m_nudging, &Nudging::answered, this, &NudgeView::take);
}

void NudgeView::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
    m_words->setSettings(settings);
    m_check->setFont(interfaceFont(13 * inspectorScale(settings), QFont::Medium));
}

void NudgeView::show(const Record &record, const ParameterPlace &place)
{
    if (record.trace != m_record.trace || record.gradients != m_record.gradients || !(place == m_place)) {
        m_found.reset();
        m_isAwaited = false;
        m_nudging.stop();
    }
    m_record = record;
    m_place = place;
    describe();
}

void NudgeView::check()
{
    m_check->setEnabled(false);
    m_isAwaited = true;
    m_nudging.ask(m_record, m_place);
}

void NudgeView::take(const NudgeAnswer &answer)
{
    m_check->setEnabled(!m_nudging.isBusy());
    if (m_isAwaited)
        m_found = answer;
    m_isAwaited = false;
    describe();
    emit answered();
}

void NudgeView::describe()
{
    QList<ExplanationBlock> blocks{
        Heading{tr("Check by nudging")},
        Remark{tr("Move %1 by ±0.00001 and run everything again. A click on a weight chooses another one.")
                   .arg(inWords(m_place))}};
    if (m_found && m_found->check) {
        const NudgeCheck &check = *m_found->check;
        const auto line = [](const QString &name, const QString &number, bool strong = false) {
            return NumberLine{comment(name), Span{QStringLiteral("  ") + number, Role::gradient, strong}};
        };
        blocks << Values{
            {line(tr("nudged"), gradientNumber(check.nudged, 6)),
             line(tr("chain rule"), gradientNumber(check.chain, 6), true),
             NumberLine{
                 comment(tr("they differ by %1 of it").arg(gradientNumber(check.relativeError(smallestGradient))))}}};
    } else if (m_found) {
        blocks << Remark{said(m_found->check.error().sentence)};
    }
    m_words->show({}, {}, blocks);
    layout()->activate(); // the inspector fits its content at once, before a layout within it would speak up
}

} // namespace gatescope

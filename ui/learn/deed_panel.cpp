// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/deed_panel.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/marks.h"
#include "ui/learn/words_label.h"

#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

/// One cell for each step that is to be survived.
class DeedPanel::Meter : public QWidget
{
public:
    using QWidget::QWidget;

    int steps = 0, survived = 0;
    Role role = Role::state;
    const Theme *theme = &gatescope::theme(ThemeName::light);

    QSize sizeHint() const override { return {200, 20}; }
    QSize minimumSizeHint() const override { return {60, 20}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const double step = std::min(18.0, double(width()) / std::max(steps, 1));
        for (int i = 0; i < steps; ++i) {
            painter.setBrush(i < survived ? theme->wire(role) : theme->line);
            painter.drawRoundedRect(QRectF(i * step, 2, std::max(2.0, step - 4), 16), 3, 3);
        }
    }
};

DeedPanel::DeedPanel(QWidget *parent)
    : QWidget(parent), m_heading(new QLabel(this)), m_text(new WordsLabel(this)), m_said(new WordsLabel(this)),
      m_meter(new Meter(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 14, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_heading);
    column->addWidget(m_text);
    column->addWidget(m_said);
    column->addWidget(m_meter);
    hide();
}

void DeedPanel::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_meter->theme = &theme;
    m_heading->setFont(interfaceFont(0.87 * pixels, QFont::DemiBold));
    m_text->setLook(theme, interfaceFont(pixels));
    m_said->setLook(theme, interfaceFont(1.15 * pixels, QFont::DemiBold));
    update();
}

void DeedPanel::ask(const std::optional<Deed> &deed, const QString &words)
{
    setVisible(deed.has_value());
    if (!deed)
        return;
    m_heading->setText(tr("Now do it"));
    m_text->setWords(words);
    m_said->setWords({});
    m_meter->steps = stepsToSurvive(*deed);
    m_meter->role = std::holds_alternative<GradientSurvival>(*deed) ? Role::gradient : Role::state;
    m_meter->setVisible(m_meter->steps > 0);
}

void DeedPanel::show(const DeedJudgement &judgement)
{
    m_said->setWords(said(judgement.said));
    m_heading->setText(judgement.done ? tr("Done") : tr("Now do it"));
    m_meter->survived = judgement.survived;
    m_meter->update();
}

void DeedPanel::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, 0, width(), 1, m_theme->line);
}

QString DeedPanel::inWords() const
{
    return isHidden() ? QString() : m_heading->text() + u": "_qs + m_text->text() + ' ' + m_said->text();
}

} // namespace gatescope

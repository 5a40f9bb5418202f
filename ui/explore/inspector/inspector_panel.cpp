// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/inspector_panel.h"

#include "ui/document/document.h"
#include "ui/document/playing/pointing.h"
#include "ui/explore/controls/drag_follower.h"
#include "ui/explore/inspector/clipping_view.h"
#include "ui/explore/inspector/code_view.h"
#include "ui/explore/inspector/disclosure.h"
#include "ui/explore/inspector/explanation_view.h"
#include "ui/explore/inspector/nudge_view.h"
#include "ui/explore/inspector/products_view.h"

#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>

#include <cmath>

namespace gatescope {

InspectorPanel::InspectorPanel(Document &document, Playhead &playhead, Pointing &pointing, QWidget *parent)
    : QScrollArea(parent), m_document(document), m_playhead(playhead)
{
    setAccessibleName(tr("Inspector"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    makeContent();
    connect(m_words, &ExplanationView::pointedAt, &pointing, &Pointing::pointAt);
    connect(&pointing, &Pointing::litChanged, m_words, &ExplanationView::setLit);
    new DragFollower(
        document, [this] { refresh(); }, this);
    connect(&playhead, &Playhead::moved, this, [this](PlayheadState state) {
        state.progress = m_shownState.progress;
        if (showsNetwork(state) == showsNetwork(m_shownState))
            state.level = m_shownState.level;
        if (!(state == m_shownState)) // the words do not change while a part is on its way, or the camera
            refresh();
    });
    refresh();
}

void InspectorPanel::makeContent()
{
    auto *content = new QWidget;
    m_column = new QVBoxLayout(content);
    m_words = new ExplanationView;
    m_productsTitle = new ExplanationView;
    m_productsHead = new Disclosure(tr("Show all products"));
    m_products = new ProductsView;
    m_nudge = new NudgeView(m_document.backend());
    m_clipping = new ClippingView;
    m_shapes = new ExplanationView;
    m_codeHead = new Disclosure(tr("In code"));
    m_code = new CodeView;
    for (QWidget *part : QList<QWidget *>{m_words, m_productsTitle, m_products, m_productsHead, m_nudge, m_clipping,
                                          m_shapes, m_codeHead, m_code})
        m_column->addWidget(part);
    m_column->addStretch(1);
    setWidget(content);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    m_code->hide();
    connect(m_productsHead, &QAbstractButton::toggled, m_products, &ProductsView::setUnfolded);
    connect(m_productsHead, &QAbstractButton::toggled, this, [this](bool unfolded) {
        m_productsHead->setText(unfolded ? tr("Hide products") : tr("Show all products"));
        m_productsHead->setAccessibleName(m_productsHead->text());
    });
    connect(m_codeHead, &QAbstractButton::toggled, m_code, &QWidget::setVisible);
    connect(m_products, &ProductsView::weightChosen, this, &InspectorPanel::chooseWeight);
}

void InspectorPanel::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
    const int side = int(settings.px(settings.compact && !settings.classroom ? 16 : 24));
    const int end = int(settings.px(20));
    m_column->setContentsMargins(side, end, side, end);
    m_column->setSpacing(int(settings.px(settings.compact ? 8 : 12)));
    m_words->setSettings(settings);
    m_productsTitle->setSettings(settings);
    m_productsHead->setSettings(settings);
    m_products->setSettings(settings);
    m_nudge->setSettings(settings);
    m_clipping->setSettings(settings);
    m_shapes->setSettings(settings);
    m_codeHead->setSettings(settings);
    m_code->setSettings(settings);
    refresh();
    viewport()->update();
}

/// As wide as there is room beside the scroll bar, whether it is there or not, so that no line is broken
/// anew when it comes; as high as that needs.
void InspectorPanel::fitContent()
{
    const int wide = width() - verticalScrollBar()->sizeHint().width();
    widget()->resize(wide, std::max(m_column->heightForWidth(wide), viewport()->height()));
}

void InspectorPanel::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    fitContent();
}

bool InspectorPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest)
        fitContent();
    return QScrollArea::eventFilter(watched, event);
}

void InspectorPanel::refresh()
{
    const auto scene = currentScene(m_document, m_playhead, m_settings);
    widget()->setVisible(scene.has_value());
    if (!scene)
        return;
    const PlayheadState now = m_playhead.state();
    if (now.part != m_shownState.part || now.pass != m_shownState.pass)
        verticalScrollBar()->setValue(0); // another part is another page
    m_shownState = now;
    const bool isLayer = showsNetwork(now); // no cell is seen whose parts could be told
    m_explanation = isLayer ? explainLayer(*scene) : explain(*scene);
    const bool backward = scene->playhead.pass == Pass::backward;
    if (!backward && !scene->predicting && !isLayer)
        m_explanation.blocks << Remark{tr("What if? Drag a value of the cell up or down, or press ] and [.")};
    QString title = m_explanation.title;
    title.replace(title.lastIndexOf(u' '), 1, QChar::Nbsp); // a unit's number is not left alone on the next line
    m_words->show(title, m_explanation.place, m_explanation.blocks, m_explanation.names);
    m_words->setAccessibleName(plainText(m_explanation));
    for (QWidget *part : QList<QWidget *>{m_productsTitle, m_productsHead, m_products})
        part->setVisible(!m_explanation.sums.isEmpty());
    m_productsTitle->show({}, {}, {Rule{}, Heading{backward ? tr("Its weights") : tr("Where it came from")}});
    m_products->show(m_explanation.sums);
    m_nudge->setVisible(backward && !m_explanation.sums.isEmpty());
    if (m_nudge->isVisibleTo(this)) {
        m_nudge->show(scene->record, naturalWeight());
        m_products->setChosen(m_nudge->place());
    } else {
        m_products->setChosen(std::nullopt);
    }
    m_clipping->setVisible(backward && scene->record.gradients && !scene->predicting);
    if (m_clipping->isVisibleTo(this))
        m_clipping->show(scene->record);
    m_shapes->setVisible(!backward);
    m_shapes->show({}, {}, {Rule{}, m_explanation.shapes});
    m_code->show(m_explanation.code);
    fitContent();
}

/// The chosen weight while it belongs to what is shown, otherwise the one whose product is largest.
ParameterPlace InspectorPanel::naturalWeight() const
{
    ParameterPlace largest;
    double most = -1;
    for (const ProductSum &sum : m_explanation.sums) {
        if (m_chosenWeight
            && (m_chosenWeight->tensor == sum.row.tensor
                || (sum.biasPlace && sum.biasPlace->tensor == m_chosenWeight->tensor))
            && m_chosenWeight->row == sum.row.row)
            return *m_chosenWeight;
        for (int column = 0; column < sum.products.size(); ++column) {
            if (std::abs(sum.products[column].product()) <= most)
                continue;
            most = std::abs(sum.products[column].product());
            largest = {sum.row.tensor, sum.row.row, column};
        }
    }
    return largest;
}

void InspectorPanel::chooseWeight(const ParameterPlace &place)
{
    m_chosenWeight = place;
    refresh();
    if (m_nudge->isVisibleTo(this))
        m_nudge->check();
}

void InspectorPanel::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_settings.theme->panel);
    painter.setPen(QPen(m_settings.theme->line, 1));
    painter.drawLine(0, 0, 0, viewport()->height());
    QScrollArea::paintEvent(event);
}

} // namespace gatescope

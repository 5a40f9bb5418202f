// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/controls/view_settings.h"
#include "ui/explore/inspector/explanation.h"

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace gatescope {

class ClippingView;
class CodeView;
class Disclosure;
class ExplanationView;
class NudgeView;
class Pointing;
class ProductsView;

/// What happens at this moment to the followed unit: the equation with its numbers, and where each of
/// them came from.
class InspectorPanel : public QScrollArea
{
    Q_OBJECT
public:
    InspectorPanel(Document &document, Playhead &playhead, Pointing &pointing, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);

    /// What is shown now.
    const Explanation &explanation() const { return m_explanation; }
    NudgeView &nudge() { return *m_nudge; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void makeContent();
    void fitContent();
    void refresh();
    void chooseWeight(const ParameterPlace &place);
    ParameterPlace naturalWeight() const;

    Document &m_document;
    Playhead &m_playhead;
    ViewSettings m_settings;
    Explanation m_explanation;
    std::optional<ParameterPlace> m_chosenWeight;
    PlayheadState m_shownState;
    QVBoxLayout *m_column = nullptr;
    ExplanationView *m_words = nullptr;
    ExplanationView *m_productsTitle = nullptr;
    Disclosure *m_productsHead = nullptr;
    ProductsView *m_products = nullptr;
    ClippingView *m_clipping = nullptr; ///< in the backward pass
    NudgeView *m_nudge = nullptr;
    ExplanationView *m_shapes = nullptr;
    Disclosure *m_codeHead = nullptr;
    CodeView *m_code = nullptr;
};

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/inspector/explanation.h"
#include "ui/explore/inspector/painted_section.h"

namespace gatescope {

/// The dot products behind a sum: for each input the weight, what it met and their product, with the row
/// of the stored matrix. Folded, only what is needed to follow a one-hot input. A click chooses a weight.
class ProductsView : public PaintedSection
{
    Q_OBJECT
public:
    explicit ProductsView(QWidget *parent = nullptr);

    void show(const QList<ProductSum> &sums);
    void setUnfolded(bool unfolded);
    void setChosen(const std::optional<ParameterPlace> &place);

signals:
    void weightChosen(const gatescope::ParameterPlace &place);

protected:
    double lay(QPainter *painter, double width) const override { return layRows(painter, width, nullptr); }
    void mousePressEvent(QMouseEvent *event) override;

private:
    /// A row on which one can click.
    struct Row {
        double top, height;
        ParameterPlace place;
    };
    double layRows(QPainter *painter, double width, QList<Row> *rows) const;

    QList<ProductSum> m_sums;
    bool m_unfolded = false;
    std::optional<ParameterPlace> m_chosen;
};

} // namespace gatescope

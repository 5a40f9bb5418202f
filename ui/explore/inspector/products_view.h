// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/inspector/explanation.h"
#include "ui/explore/view_settings.h"

#include <QWidget>

namespace gatescope {

/// The dot products behind a sum: for each input the weight, what it met and their product, with the row
/// of the stored matrix. Folded, only what is needed to follow a one-hot input. A click chooses a weight.
class ProductsView : public QWidget
{
    Q_OBJECT
public:
    explicit ProductsView(QWidget *parent = nullptr);

    void show(const QList<ProductSum> &sums);
    void setUnfolded(bool unfolded);
    void setChosen(const std::optional<ParameterPlace> &place);
    void setSettings(const ViewSettings &settings);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {280, heightForWidth(280)}; }

signals:
    void weightChosen(const gatescope::ParameterPlace &place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    /// A row on which one can click.
    struct Row {
        double top, height;
        ParameterPlace place;
    };
    double lay(QPainter *painter, double width, QList<Row> *rows) const;

    ViewSettings m_settings;
    QList<ProductSum> m_sums;
    bool m_unfolded = false;
    std::optional<ParameterPlace> m_chosen;
};

} // namespace gatescope

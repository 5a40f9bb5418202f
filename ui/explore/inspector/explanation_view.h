// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/inspector/explanation.h"
#include "ui/explore/view_settings.h"

#include <QWidget>

namespace gatescope {

/// How large the inspector's text is, against its size at 1920 × 1080.
double inspectorScale(const ViewSettings &settings);

/// A painted part of the inspector that is as high as its content needs.
class ExplanationView : public QWidget
{
    Q_OBJECT
public:
    explicit ExplanationView(QWidget *parent = nullptr);

    void show(const QString &title, const QString &place, const QList<ExplanationBlock> &blocks);
    void setSettings(const ViewSettings &settings);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {280, heightForWidth(280)}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double lay(QPainter *painter, double width) const;

    ViewSettings m_settings;
    QString m_title, m_place;
    QList<ExplanationBlock> m_blocks;
};

} // namespace gatescope

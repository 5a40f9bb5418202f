// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/controls/view_settings.h"
#include "ui/explore/inspector/explanation.h"

#include <QWidget>

namespace gatescope {

/// A painted listing; lines that are too long go on indented below.
class CodePage : public QWidget
{
    Q_OBJECT
public:
    explicit CodePage(QWidget *parent = nullptr);

    void show(const CodeListing &listing);
    void setSettings(const ViewSettings &settings);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {280, heightForWidth(280)}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double lay(QPainter *painter, double width) const;
    QStringList wrapped(const QString &line, double width) const;

    ViewSettings m_settings;
    CodeListing m_listing;
};

} // namespace gatescope

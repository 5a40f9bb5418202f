// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/controls/view_settings.h"
#include "ui/explore/inspector/explanation.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;
class QTabBar;

namespace gatescope {

class CodePage;

/// The same computation in PyTorch, in Keras and as equations, the line of the current part marked.
class CodeView : public QWidget
{
    Q_OBJECT
public:
    explicit CodeView(QWidget *parent = nullptr);

    void show(const QList<CodeListing> &listings);
    void setSettings(const ViewSettings &settings);

private:
    void showCurrent();
    void copy();

    QList<CodeListing> m_listings;
    QTabBar *m_tabs;
    QPushButton *m_copy;
    CodePage *m_page;
};

} // namespace gatescope

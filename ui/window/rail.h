// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;

namespace gatescope {

class Look;

/// The places, one under the other.
class Rail : public QWidget
{
    Q_OBJECT
public:
    explicit Rail(const Look &look, QWidget *parent = nullptr);

    void setPlace(int place);

signals:
    /// The row in the table of places.
    void placeChosen(int place);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    const Look &m_look;
    QButtonGroup *m_places;
};

} // namespace gatescope

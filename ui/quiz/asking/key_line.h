// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QList>
#include <QWidget>

class QPainter;

namespace gatescope {

/// A key and what it does.
struct KeyWords {
    QString key, does;

    bool operator==(const KeyWords &) const = default;
};

/// A key's cap, its middle at the height `middle`, and beside it what the key does, in letters of `pixels`. Returns
/// where that ends.
double drawKeyCap(QPainter &painter, double x, double middle, const KeyWords &words, double pixels, const Theme &theme);
/// How wide that is.
double keyCapWidth(const KeyWords &words, double pixels);

/// The keys that count where one is, under all else. Where they do not fit they are smaller.
class KeyLine : public QWidget
{
    Q_OBJECT
public:
    explicit KeyLine(QList<KeyWords> keys, QWidget *parent = nullptr);

    void setLook(const Theme &theme, double pixels);
    /// Others count now.
    void setKeys(QList<KeyWords> keys);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<KeyWords> m_keys;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    double m_pixels = 16;
};

} // namespace gatescope

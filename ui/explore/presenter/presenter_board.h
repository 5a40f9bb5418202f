// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/controls/view_settings.h"
#include "ui/explore/presenter/board_claim.h"

#include <QWidget>

namespace gatescope {

struct Explanation;

/// What one moment says to the last row.
struct BoardWords {
    QString equation;            ///< of the playhead's part, one line of drawMath's markup; empty: the part has none
    std::optional<double> value; ///< what it makes of the followed unit; none: it is on its way, or there is none
    bool isGradient = false;
    QString remark;    ///< one sentence about it; may be empty
    BoardClaim claim;  ///< what the number does, where it is a gate's; may be empty
    QString reckoning; ///< of the blend, with the stage's numbers: "= 0.16 × 0.72 + 0.84 × 0.98"
};
/// The equation that makes a part's value, of a gradient the first one, with what it makes, and the first remark: of
/// what stands before an explanation's first rule or heading.
BoardWords boardWords(const Explanation &explanation);

/// Over the stage while a class looks on: which part of which step, its equation, and the number that it makes of the
/// followed unit, so large that a picture of an eighth of the screen still tells them.
class PresenterBoard : public QWidget
{
    Q_OBJECT
public:
    PresenterBoard(Document &document, Playhead &playhead, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);
    /// As it is now; the words of screen readers, too.
    const BoardWords &shown() const { return m_shown; }

    bool hasHeightForWidth() const override { return true; }
    /// It leaves the stage as much room as digits of 24 pixels need there at 1080p.
    int heightForWidth(int width) const override { return width * 296 / 1920; }
    QSize sizeHint() const override { return {960, 148}; }
    QSize minimumSizeHint() const override { return {480, 74}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    /// What is said of the number, right of it.
    void drawBeside(QPainter &painter, const QRectF &place, double scale, const QColor &hue) const;

    Document &m_document;
    Playhead &m_playhead;
    ViewSettings m_settings;
    BoardWords m_shown;
    QString m_title;
};

} // namespace gatescope

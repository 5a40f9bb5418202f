// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"
#include "ui/plots/plot_table.h"

#include <QImage>
#include <QWidget>

class QCustomPlot;
class QCPAxis;
class QTimer;

namespace gatescope {

/// A chart with its title and what is shown under it. Under the pointer that line reads the numbers out instead. The
/// wheel zooms, dragging moves, a double click shows all again; Ctrl+C and the context menu copy the numbers,
/// Ctrl+Shift+E the chart as a picture.
class Plot : public QWidget
{
    Q_OBJECT
public:
    Plot(const QString &title, int framesPerSecond, QWidget *parent);
    ~Plot() override;

    /// `pixels` is the size of the smallest text.
    void setLook(const Theme &theme, double pixels);
    void setTitle(const QString &title);
    QString title() const { return m_title; }
    /// From the longest to the shortest: the first that there is room for is shown, else the last, cut.
    void setSubtitles(const QStringList &subtitles);

    /// All numbers of the chart.
    virtual PlotTable table() const = 0;
    void copyData() const;
    void copyPicture();
    /// The chart with its title as it is seen, `scale` pixels to one of the window.
    QImage picture(double scale);
    void showAll();
    /// Words beside curves and lines, and where they stand within the room that they have.
    struct Word {
        QString text;
        QRectF place;
    };
    QList<Word> words() const;
    QSize wordsRoom() const;

    QSize minimumSizeHint() const override { return {180, 160}; }

protected:
    QCustomPlot &canvas() { return *m_canvas; }
    const QCustomPlot &canvas() const { return *m_canvas; }
    const Theme &theme() const { return *m_theme; }
    double pixels() const { return m_pixels; }

    /// Draws soon: not more often than so many times in a second, and not while it is hidden.
    void touch();
    /// Puts the data into the canvas.
    virtual void fill() = 0;
    virtual void restyle();
    /// What the chart says of this place, in the canvas' own coordinates; empty: nothing.
    virtual QString readOut(double x, double y) const = 0;
    /// The pointer is over this x, or no longer over any.
    virtual void pointAt(std::optional<double> x) { static_cast<void>(x); }
    /// The ranges of both axes when nothing is zoomed.
    virtual void fitAxes() = 0;
    bool isZoomed() const { return m_isZoomed; }
    /// What it shows is another thing: nothing of the one before is painted when it appears.
    void renew();
    /// How much of the title there is room for, and of the line under it; none: it is not shown.
    virtual int titleWidth() const { return width(); }
    virtual int subtitleWidth() const { return width(); }
    /// What a screen reader says of it.
    virtual QString inWords() const = 0;
    void styleAxis(QCPAxis &axis, bool hasLine) const;

    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void draw();
    void point(const QPoint &at);
    void drawHeading(QPainter &painter, const QString &readOut) const;
    QString subtitleThatFits(const QFontMetrics &metrics) const;
    int heading() const;
    void placeCanvas();

    QString m_title, m_readOut;
    QStringList m_subtitles;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
    double m_pixels = 12;
    bool m_isZoomed = false;
    bool m_isDrawn = false; ///< in the look that it has
    QCustomPlot *m_canvas;
    QTimer *m_timer;
};

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/stateful_drawing.h"

#include "ui/common/numbers.h"
#include "ui/learn/labs/step_cells.h"

#include <algorithm>

namespace gatescope {

namespace {

struct WayWords {
    const char *finds;  ///< %1: the largest share that a last state is off by
    const char *advice; ///< how the frameworks write it
};

/// At their StatefulWay.
constexpr WayWords wayWords[]{
    {QT_TRANSLATE_NOOP("gatescope",
                       "Row by row the sequences go on: every h_n is that of the sequence in one piece (off "
                       "by %1)."),
     QT_TRANSLATE_NOOP("gatescope",
                       "PyTorch: output, h = gru(x, h). Keras: stateful=True, without shuffling; sequence i "
                       "stands in row i of every batch.")},
    {QT_TRANSLATE_NOOP("gatescope",
                       "The rows changed places, the states did not: each sequence goes on with another's "
                       "state, and h_n is off by up to %1. Nothing says so."),
     QT_TRANSLATE_NOOP("gatescope",
                       "PyTorch: order the state too, h[:, order]. Keras: no shuffling between batches of a "
                       "stateful layer.")},
    {QT_TRANSLATE_NOOP("gatescope",
                       "Every state begins at zeros again: what the first batch told is forgotten, and h_n "
                       "is off by up to %1."),
     QT_TRANSLATE_NOOP("gatescope",
                       "PyTorch does this whenever no h is given, and Keras without stateful=True. It is "
                       "right where a batch's sequences begin.")},
    {QT_TRANSLATE_NOOP("gatescope",
                       "Other sequences begin, with the last states of those before them: h_n is off by up "
                       "to %1."),
     QT_TRANSLATE_NOOP("gatescope",
                       "PyTorch: give no h, or zeros. Keras: layer.reset_state() before new sequences, and "
                       "before each epoch.")},
};

} // namespace

QString findingOf(const StatefulPicture &picture)
{
    const StatefulReading &reading = picture.reading;
    QString words = Words::tr(wayWords[int(picture.way)].finds).arg(asShare(std::ranges::max(reading.wrong)));
    if (!reading.hasState || !picture.tellsGradients)
        return words;
    const double first = reading.gradient.leftCols(reading.steps()).norm();
    return words + ' '
        + (picture.isDetached
               ? Words::tr("The state is detached: no gradient goes back into the first batch.")
               : Words::tr("The state is not detached: the gradient goes on into the first "
                           "batch (%1 there, %2 in the second).")
                     .arg(gradientNumber(first), gradientNumber(reading.gradient.rightCols(reading.steps()).norm())));
}

QString advice(const StatefulPicture &picture)
{
    QString words = Words::tr(wayWords[int(picture.way)].advice);
    if (picture.reading.hasState && !picture.isDetached)
        words += ' '
            + Words::tr("Without h.detach() PyTorch's second backward() stops (“Trying to backward "
                        "through the graph a second time”), or walks through every batch so far.");
    return words;
}

QString inWords(const StatefulPicture &picture)
{
    const StatefulReading &reading = picture.reading;
    QStringList words{findingOf(picture)};
    for (int row = 0; row < reading.sequences(); ++row) {
        const QString from = reading.hasState ? sequenceName(row) : QStringLiteral("0");
        words += Words::tr("Row %1: first %2, then %3 with the state of %4, h_n off by %5.")
                     .arg(row)
                     .arg(sequenceName(row), sequenceName(reading.order[std::size_t(row)]), from,
                          asShare(reading.wrong[std::size_t(row)]));
    }
    if (picture.tellsGradients)
        words += advice(picture);
    return words.join(' ');
}

} // namespace gatescope

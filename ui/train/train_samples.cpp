// SPDX-License-Identifier: GPL-3.0-or-later
// What the place Train shows of the network at work: the newest one, the one that is looked back at, or both.
#include "ui/train/train_place.h"

#include "ui/document/training/training.h"
#include "ui/document/training/training_watch.h"
#include "ui/plots/gate_plot.h"
#include "ui/plots/loss_plot.h"
#include "ui/plots/norm_plot.h"
#include "ui/plots/path_plot.h"
#include "ui/plots/score_plot.h"
#include "ui/train/history_bar.h"
#include "ui/train/run_bar.h"
#include "ui/train/sample_panel.h"
#include "ui/train/story_dialog.h"

#include <QHBoxLayout>

namespace gatescope {

namespace {
constexpr int oneShare = 3, besideShare = 9; ///< of the width, where one network is shown and where two are
}

void TrainPlace::lookAt(std::optional<int> update)
{
    for (RunPlot *plot : runPlots())
        plot->lookAt(update);
    m_sample->setLookedAt(update);
    watch();
    m_bar->setShownUpdate(m_history->shown());
}

/// What is looked back at is the left one of two, or the only one.
void TrainPlace::watch()
{
    const std::optional<int> update = m_history->lookedAt();
    m_watch->lookAt(showsBefore() ? std::nullopt : update);
    if (showsBefore())
        m_watchBefore->lookAt(update.value_or(0));
    m_watchBefore->setActive(showsBefore() && isVisible());
}

void TrainPlace::showBefore(bool shown)
{
    if (shown == showsBefore())
        return;
    m_sample->showBefore(shown);
    auto *upperRow = findChild<QHBoxLayout *>(QStringLiteral("upperCharts"));
    upperRow->setStretchFactor(m_sample, shown ? besideShare : oneShare);
    watch();
}

bool TrainPlace::showsBefore() const
{
    return m_sample->showsBefore();
}

std::shared_ptr<const TrainingSample> TrainPlace::before() const
{
    return m_sample->before();
}

void TrainPlace::showSample()
{
    const auto sample = m_watch->sample();
    m_sample->setSample(sample);
    PathPlot::Paths paths{sample->paths, sample->ends, sample->shownPath, m_sample->marked(),
                          sample->axes.share[0] + sample->axes.share[1]};
    m_path->setTitle(tr("State, layer %1").arg(sample->trace->spec.layers - 1));
    m_path->setPaths(std::move(paths),
                     sample->ends.empty() ? tr("dots: where rows end")
                                          : tr("dots: where rows end, stronger for a larger truth"));
}

std::shared_ptr<const TrainingSample> TrainPlace::sample() const
{
    return m_watch->sample();
}

StoryDialog &TrainPlace::tellOfOneWeight()
{
    if (!m_story)
        m_story = new StoryDialog(m_training, *m_watch, this);
    m_story->setLook(*m_theme, m_scale);
    m_story->show();
    m_story->raise();
    m_story->activateWindow();
    return *m_story;
}

} // namespace gatescope

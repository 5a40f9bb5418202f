// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verbs/train_bench.h"

#include "app/render/drawn_window.h"
#include "app/verbs/input_clock.h"

#include "ui/document/training/training.h"
#include "ui/plots/plot.h"
#include "ui/train/history_bar.h"
#include "ui/train/train_place.h"
#include "ui/window/demos.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QEventLoop>
#include <QMouseEvent>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <thread>

namespace gatescope {

namespace {

constexpr int warmUp = 1000; ///< ms in which the window is opened and the training gets going

void sendMouse(QWidget &widget, QEvent::Type type, const QPointF &at, Qt::MouseButtons buttons)
{
    const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
    QMouseEvent event(type, at, widget.mapToGlobal(at), button, buttons, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

/// A place in a widget that wanders from left to right.
class Wandering
{
public:
    QPointF next(const QWidget &widget)
    {
        m_share = m_share > 0.9 ? 0.1 : m_share + 0.07;
        return {widget.width() * m_share, widget.height() / 2.0};
    }

private:
    double m_share = 0.1;
};

/// Everything that is done again and again.
std::vector<InputClock::Input> inputsOf(MainWindow &window)
{
    TrainPlace &train = window.train();
    const QList<QAbstractSpinBox *> fields = train.findChildren<QAbstractSpinBox *>();
    QList<QWidget *> charts; // where the pointer moves: what a plot draws on is its first child
    for (Plot *plot : train.findChildren<Plot *>())
        charts.append(plot->findChild<QWidget *>({}, Qt::FindDirectChildrenOnly));
    const auto field = std::make_shared<qsizetype>(0);
    const auto chart = std::make_shared<qsizetype>(0);
    const auto pointer = std::make_shared<Wandering>(), knob = std::make_shared<Wandering>();
    const auto inExplore = std::make_shared<bool>(false);
    const InputClock::Input focus{
        "form field", [fields, field] { fields[(*field)++ % fields.size()]->setFocus(Qt::TabFocusReason); }};
    const InputClock::Input hover{"pointer over a chart", [charts, chart, pointer] {
                                      QWidget &over = *charts[(*chart)++ % charts.size()];
                                      sendMouse(over, QEvent::MouseMove, pointer->next(over), Qt::NoButton);
                                  }};
    const InputClock::Input scrub{"history", [&train, knob] {
                                      const QPointF at = knob->next(train.history());
                                      sendMouse(train.history(), QEvent::MouseButtonPress, at, Qt::LeftButton);
                                      sendMouse(train.history(), QEvent::MouseButtonRelease, at, Qt::NoButton);
                                  }};
    const InputClock::Input back{"history, back to now", [&train] { train.history().lookAt({}); }};
    const InputClock::Input place{"another place", [&window, inExplore] {
                                      *inExplore = !*inExplore;
                                      window.goTo(*inExplore ? 0 : 1);
                                  }};
    // As a hand does it: much pointing, some dragging, seldom another place, which is left again at once.
    std::vector<InputClock::Input> inputs;
    for (int round = 0; round < 4; ++round)
        inputs.insert(inputs.end(), {hover, hover, focus, hover, scrub, hover, scrub, back});
    inputs.insert(inputs.end(), {place, place});
    return inputs;
}

void waitFor(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

TourPhase TrainBench::whole() const
{
    TourPhase all{"all", {}};
    for (const TourPhase &phase : inputs)
        all.frames.insert(all.frames.end(), phase.frames.begin(), phase.frames.end());
    return all;
}

Result<TrainBench> benchTraining(const TrainBenchPlan &plan)
{
    const Result<Experiment> demo = openingExperiment();
    if (!demo)
        return demo.error();
    DrawnWindow drawn(*demo, plan.size);
    MainWindow &window = drawn.window();
    Training &training = window.train().training();
    TrainBench bench;
    bench.threads = plan.threads > 0 ? plan.threads : int(std::max(1u, std::thread::hardware_concurrency()));
    TrainingPlan learned = Training::usualPlan();
    learned.options.length = plan.length;
    learned.network.hiddenSize = plan.hidden;
    learned.settings.training.threads = bench.threads;
    learned.updates = 10'000'000;
    training.setPlan(learned);
    if (const auto &problem = training.planned().problem())
        return *problem;
    training.setPace(0);
    training.setStopsWhenSolved(false);
    window.goTo(1);
    training.start();
    waitFor(warmUp);

    const std::vector<InputClock::Input> inputs = inputsOf(window);
    const int before = training.updates();
    const auto began = std::chrono::steady_clock::now();
    const std::vector<InputClock::Time> times = InputClock(window).run(inputs, plan.seconds);
    bench.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count();
    bench.updates = training.updates() - before;
    bench.updatesPerSecond = bench.updates / bench.seconds;
    if (training.failure())
        return *training.failure();
    training.reset();
    for (const InputClock::Time &time : times) {
        const std::string &name = inputs[time.input].name;
        auto phase = std::ranges::find(bench.inputs, name, &TourPhase::name);
        if (phase == bench.inputs.end())
            phase = bench.inputs.insert(bench.inputs.end(), TourPhase{name, {}});
        phase->frames.push_back({time.milliseconds, 0});
    }
    return bench;
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/words/answer_words.h"

#include "core/trace/moment.h"
#include "ui/common/numbers.h"

#include <QCoreApplication>
#include <QStringList>

namespace gatescope {

namespace {

constexpr int mostNumbers = 4;

bool tellsClasses(const Scene &scene)
{
    return scene.record.experiment->objective.kind == LossKind::crossEntropy;
}

} // namespace

bool namesAnswers(const Scene &scene)
{
    const auto *letters = std::get_if<CharacterInput>(&scene.record.experiment->input.source);
    return letters && std::ssize(letters->alphabet) == scene.spec().headOutputs;
}

QString className(const Scene &scene, int output)
{
    if (!namesAnswers(scene))
        return QString::number(output);
    const auto &letters = std::get<CharacterInput>(scene.record.experiment->input.source).alphabet;
    return QString::fromStdString(visibleLetter(letters[static_cast<std::size_t>(output)]));
}

int mostProbable(const Trace &trace, int step, int sequence)
{
    // softmax keeps the order of the head's outputs
    Eigen::Index largest = 0;
    trace.headOutput.at(step, sequence).maxCoeff(&largest);
    return static_cast<int>(largest);
}

int answeredOutput(const Scene &scene)
{
    return tellsClasses(scene) ? mostProbable(scene.trace(), scene.playhead.step, scene.playhead.sequence) : 0;
}

int wantedClass(const Scene &scene, int step)
{
    const Objective &objective = scene.record.experiment->objective;
    const auto sequence = static_cast<std::size_t>(scene.playhead.sequence);
    if (objective.kind != LossKind::crossEntropy || sequence >= objective.classes.size()
        || step >= std::ssize(objective.classes[sequence]))
        return -1;
    return objective.classes[sequence][static_cast<std::size_t>(step)];
}

QString answerInWords(const Scene &scene)
{
    if (scene.trace().headOutput.empty())
        return {};
    const PlayheadState &at = scene.playhead;
    if (tellsClasses(scene)) {
        const int said = answeredOutput(scene);
        return QCoreApplication::translate("gatescope", "%1 with probability %2")
            .arg(className(scene, said), inInspector(headProbabilities(scene.trace(), at.step, at.sequence)[said]));
    }
    QStringList numbers;
    for (const double value : scene.trace().headOutput.at(at.step, at.sequence))
        numbers += inInspector(value);
    const bool all = numbers.size() <= mostNumbers;
    return u"y = "_qs + numbers.mid(0, mostNumbers).join(u", "_qs) + (all ? QString() : u" …"_qs);
}

} // namespace gatescope

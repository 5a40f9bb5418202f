// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/own/own_lessons.h"
#include "ui/learn/own/choice_box.h"

#include <functional>

namespace gatescope {

/// The network that is open in Explore.
using OpenNetwork = std::function<Experiment()>;

/// The network that a lesson is about: a demo, one that lies beside the lessons, what stands in the lesson's own file,
/// the one that is open in Explore, or one of a file from elsewhere. The last two are copied beside the lessons.
class NetworkField : public ChoiceBox
{
    Q_OBJECT
public:
    /// `around` outlives it. Without `open` nothing is open.
    NetworkField(const LessonSurroundings &around, const std::filesystem::path &folder, OpenNetwork open,
                 QWidget *parent = nullptr);

    /// As the lesson's file has it; what stands there can be chosen again until another one is set.
    void setExperiment(const Json &experiment);
    const Json &experiment() const { return m_experiment; }
    Result<Experiment> network() const;

    Result<void> takeFile(const QString &file);
    Result<void> takeOpen();
    /// The files that were made by this beside the lessons, by their names.
    const std::vector<std::string> &taken() const { return m_taken; }
    void forgetTaken() { m_taken.clear(); }

signals:
    void edited();
    /// One could not be taken: the sentence begins with "experiment".
    void refused(const gatescope::Error &why);

private:
    void fill();
    void addNetwork(const QString &words, const Json &experiment);
    QString wordsForWritten() const;
    void choose(int row);
    void chooseFile();
    Result<void> take(const Result<std::string> &name);

    const LessonSurroundings &m_around;
    std::filesystem::path m_folder;
    OpenNetwork m_open;
    Json m_experiment, m_written; ///< chosen, and as it stood in the lesson's file
    std::vector<std::string> m_taken;
    std::vector<Json> m_offered; ///< as the rows name them
};

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/learning/questions/question.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace gatescope {

class JsonReader;

/// What a learner has answered and read: how each topic stands, what is to come again, how far each lesson has come. A
/// plain value; a guest's is never written. Time is counted in answers, so that a pause of a week changes nothing.
class Progress
{
public:
    struct TopicResult {
        int right = 0;
        int wrong = 0;
        Level level = Level::easy; ///< where the ladder stands
        int run = 0;               ///< right ones in a row on this level; negative: wrong ones
    };

    struct LessonResult {
        int card = 0;          ///< where one stopped, from 0
        std::set<int> done;    ///< cards on which everything asked was done
        bool finished = false; ///< its last card was left by going on

        bool operator==(const LessonResult &) const = default;
    };

    /// Notes an answer to a question. Three right in a row go one level up, two wrong in a row one down.
    void note(const Question &question, bool right);

    /// Answers so far.
    int answered() const { return m_answered; }
    /// Notes that a challenge has come to so many right answers in a row.
    void noteChallenge(int right) { m_longestChallenge = std::max(m_longestChallenge, right); }
    /// The most right answers in a row in a challenge.
    int longestChallenge() const { return m_longestChallenge; }
    TopicResult topic(std::string_view name) const;
    /// Whether a written question, or one of a generator's, was ever answered: in the quiz or on a card.
    bool hasAnswered(std::string_view origin) const;

    /// The questions that are to come again now, the one that has waited longest first: written ones by their id,
    /// generated ones by their generator, for they come with new numbers. A wrong one returns after three others, and
    /// each time that it is right then the way is twice as long; after four times it is done.
    std::vector<std::string> due() const;
    /// All that are to come again, now or later, by name.
    std::vector<std::string> returning() const;

    /// A card of a lesson is looked at: that is where one stopped.
    void reachCard(const std::string &lesson, int card);
    void finishCard(const std::string &lesson, int card);
    void finishLesson(const std::string &lesson);
    /// How far a lesson has come; its beginning when it was never opened.
    LessonResult lesson(std::string_view name) const;
    /// The name of the lesson that was looked at last; empty: none.
    const std::string &lastLesson() const { return m_lastLesson; }

    /// What the question of a card was answered; a later answer takes its place.
    void keepAnswer(const Question &question, const Answer &answer);
    /// The same; none where there is none, or none that the question as it is now can have.
    std::optional<Answer> answerTo(const Question &question) const;

    Json toJson() const;
    /// Refuses what is no progress, naming the field.
    static Result<Progress> fromJson(const Json &json);

private:
    static void readLessons(const JsonReader &json, Progress &progress);
    static void readCardAnswers(const JsonReader &json, Progress &progress);

    struct CardAnswer {
        QuestionKind kind = QuestionKind::choice;
        Answer answer;
    };
    struct Return {
        int wait = 0; ///< answers until it comes again
        int at = 0;   ///< the count of answers at which it does
        int right = 0;
    };

    int m_answered = 0;
    int m_longestChallenge = 0;
    std::map<std::string, TopicResult, std::less<>> m_topics;
    std::map<std::string, Return> m_returns;
    std::map<std::string, LessonResult, std::less<>> m_lessons;
    std::string m_lastLesson;
    std::set<std::string, std::less<>> m_answeredOnce; ///< originOf
    std::map<std::string, CardAnswer> m_cardAnswers;   ///< by the question's id
};

/// The progress under a profile's file; a new one where there is no such file.
Result<Progress> readProgress(const std::filesystem::path &file);
/// Whole or not at all.
Result<void> writeProgress(const std::filesystem::path &file, const Progress &progress);
/// Nothing of it stays.
Result<void> eraseProgress(const std::filesystem::path &file);

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/classroom/phone_page.h"

#include <QObject>

namespace gatescope {

class ClassPhones;
class Predictions;

/// A class predicts from its phones: they see the question and its options while the bar does, and what became of the
/// value once it is computed. What they answer are votes of the prediction.
class PhonePredictions : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    PhonePredictions(Predictions &predictions, ClassPhones &phones, QObject *parent = nullptr);

    /// Whether the class sees the question.
    void setSeen(bool seen);
    int answered() const { return m_answers.answered(); }

signals:
    void phoneAnswered();

private:
    void follow();
    void tell(int phone, const QString &problem = {});
    void take(int phone, int asking, const PhoneAnswer &answer);
    PhonePage page() const;

    Predictions &m_predictions;
    ClassPhones &m_phones;
    bool m_isSeen = false;
    int m_asking;
    PhoneAnswers m_answers;
    PhonePage m_page;
};

} // namespace gatescope

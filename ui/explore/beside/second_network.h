// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"

#include <QObject>
#include <QString>

#include <functional>
#include <vector>

namespace gatescope {

/// How a second network differs from the open one.
struct Otherness {
    const char *name;  ///< "reset", for tests
    const char *label; ///< for people, to be translated in the context "gatescope"
    /// None where it makes no sense, or is what is open already.
    std::function<std::optional<NetworkSpec>(const NetworkSpec &open)> spec;
};

/// The table: the other reset placement, the other meaning of the update gate, each other kind of cell.
const std::vector<Otherness> &othernesses();

/// A second network that reads the same as the open one, to be looked at beside it. Where the sizes of its weights are
/// the same it has the same numbers, so that a convention is all that differs; otherwise it is initialised. It follows
/// what happens to the open one's network and input.
class SecondNetwork : public QObject
{
    Q_OBJECT
public:
    explicit SecondNetwork(Document &first, QObject *parent = nullptr);

    bool isOpen() const { return m_isOpen; }
    Document &document() { return m_document; }
    /// What it is in a few words: "reset before the product", or the name of its file's experiment.
    QString words() const { return m_words; }

    /// Nothing is opened where it makes no sense for the open network.
    Result<void> open(const Otherness &otherness);
    /// Another file's network; it must read inputs like those of the open one.
    Result<void> open(const Experiment &other);
    void close();

signals:
    void changed(); ///< opened or closed
    void failed(const gatescope::Error &error);

private:
    void follow();
    Result<void> become(const Experiment &experiment, const QString &words);

    Document &m_first;
    Document m_document;
    std::function<Result<Experiment>()> m_make; ///< from what is open
    QString m_words;
    bool m_isOpen = false;
};

} // namespace gatescope

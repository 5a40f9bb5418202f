// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/itemised_gradient.h"
#include "ui/document/errand.h"
#include "ui/document/record.h"

namespace gatescope {

/// The losses of all steps itemised, of one layer, direction and sequence of a record.
struct ItemisingAnswer {
    std::shared_ptr<const Trace> trace; ///< what it was asked about
    Moment place;                       ///< its step is not asked
    Result<ItemisedGradient> items;
};

/// The losses of all steps itemised, whichever is watched, here and now; the record must be the backend's own.
Result<ItemisedGradient> itemised(const Backend &backend, const Record &record, const Moment &place,
                                  std::stop_token stop = {});

/// Itemises gradients on a thread of its own. One at a time; a newer question stops the one that runs.
class Itemising : public QObject
{
    Q_OBJECT
public:
    explicit Itemising(const Backend &backend, QObject *parent = nullptr);

    void ask(const Record &record, const Moment &place);
    bool isBusy() const { return m_errand.isBusy(); }

signals:
    void answered(const gatescope::ItemisingAnswer &answer);

private:
    struct Question {
        Record record;
        Moment place;
    };
    void start(const Question &question);
    void finish(const ItemisingAnswer &answer);

    const Backend &m_backend;
    std::optional<Question> m_next;
    Errand<ItemisingAnswer> m_errand; ///< last: it ends before the rest does
};

} // namespace gatescope

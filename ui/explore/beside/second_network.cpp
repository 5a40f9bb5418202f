// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/beside/second_network.h"

#include "core/engine/reference_backend.h"
#include "ui/document/edits/edits.h"

#include <QCoreApplication>

namespace gatescope {

namespace {

constexpr quint64 seed = 0;

std::optional<NetworkSpec> withCell(const NetworkSpec &open, CellKind cell)
{
    if (open.cell == cell || open.layerNorm || open.decoder)
        return std::nullopt;
    NetworkSpec spec = open;
    spec.cell = cell;
    return spec;
}

std::optional<NetworkSpec> otherReset(const NetworkSpec &open)
{
    if (open.cell != CellKind::gru)
        return std::nullopt;
    NetworkSpec spec = open;
    spec.reset = open.reset == ResetPlacement::after ? ResetPlacement::before : ResetPlacement::after;
    return spec;
}

std::optional<NetworkSpec> otherUpdate(const NetworkSpec &open)
{
    if (open.cell != CellKind::gru)
        return std::nullopt;
    NetworkSpec spec = open;
    spec.update = open.update == UpdateMeaning::keeps ? UpdateMeaning::overwrites : UpdateMeaning::keeps;
    return spec;
}

/// The other network on what the open one reads; the loss follows.
Result<Experiment> readingTheSame(const Experiment &other, const Experiment &open)
{
    Experiment next = other;
    next.input = open.input;
    next.objective = adaptedObjective(open.objective, other.spec, open.input);
    next.pins.clear();
    if (const auto fits = check(next); !fits)
        return error("The other network cannot read this input: %1", {fits.error()});
    return next;
}

} // namespace

const std::vector<Otherness> &othernesses()
{
    static const std::vector<Otherness> table{
        {"reset", QT_TRANSLATE_NOOP("gatescope", "the same weights, reset gate at the other place"), otherReset},
        {"update", QT_TRANSLATE_NOOP("gatescope", "the same weights, update gate the other way round"), otherUpdate},
        {"gru", QT_TRANSLATE_NOOP("gatescope", "a GRU of the same size, initialised"),
         [](const NetworkSpec &open) { return withCell(open, CellKind::gru); }},
        {"lstm", QT_TRANSLATE_NOOP("gatescope", "an LSTM of the same size, initialised"),
         [](const NetworkSpec &open) { return withCell(open, CellKind::lstm); }},
        {"rnn", QT_TRANSLATE_NOOP("gatescope", "an RNN of the same size, initialised"),
         [](const NetworkSpec &open) { return withCell(open, CellKind::rnn); }},
    };
    return table;
}

SecondNetwork::SecondNetwork(Document &first, QObject *parent)
    : QObject(parent), m_first(first), m_document(std::make_unique<ReferenceBackend>())
{
    connect(&first, &Document::experimentChanged, this, &SecondNetwork::follow);
    connect(&m_document, &Document::computationFailed, this, &SecondNetwork::failed);
}

Result<void> SecondNetwork::open(const Otherness &otherness)
{
    m_make = [this, otherness]() -> Result<Experiment> {
        const auto spec = otherness.spec(m_first.experiment().spec);
        if (!spec)
            return error("The open network has no such other side.");
        return withSpec(m_first.experiment(), *spec, seed);
    };
    const auto made = m_make();
    if (!made)
        return made.error();
    m_isOpen = false;
    return become(*made, QCoreApplication::translate("gatescope", otherness.label));
}

Result<void> SecondNetwork::open(const Experiment &other)
{
    m_make = [this, other] { return readingTheSame(other, m_first.experiment()); };
    const auto made = m_make();
    if (!made)
        return made.error();
    m_isOpen = false;
    return become(*made, QString::fromStdString(other.title));
}

void SecondNetwork::close()
{
    m_isOpen = false;
    emit changed();
}

void SecondNetwork::follow()
{
    if (!m_isOpen)
        return;
    const auto made = m_make();
    const Result<void> followed = made ? become(*made, m_words) : Result<void>(made.error());
    if (followed)
        return;
    close();
    emit failed(followed.error());
}

/// An edit keeps the picture until the new one is there.
Result<void> SecondNetwork::become(const Experiment &experiment, const QString &words)
{
    const Result<void> taken
        = m_isOpen ? m_document.edit(words, experiment, QStringLiteral("follow")) : m_document.open(experiment);
    m_isOpen = taken.ok();
    m_words = words;
    emit changed();
    return taken;
}

} // namespace gatescope

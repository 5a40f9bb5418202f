// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/unit/unit_terms.h"

#include "ui/drawing/marks/scales.h"
#include "ui/drawing/scene/state_scale.h"
#include "ui/drawing/unit/unit_layer.h"
#include "ui/drawing/words/unit_names.h"

#include <QCoreApplication>

#include <cmath>
#include <numeric>

namespace gatescope {

namespace {

double valueOf(const Scene &scene, Part part, int unit)
{
    const Moment moment = scene.moment();
    return scene.trace().at(moment.layer, moment.direction)[part](moment.step, moment.sequence, unit);
}

/// The rows of one block of the playhead's unit.
class RowReader
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    RowReader(const Scene &scene, int block)
        : m_scene(scene), m_block(describe(scene.spec().cell).blocks[block]), m_index(block),
          m_row(block * scene.spec().hiddenSize + scene.playhead.unit)
    {
        if (scene.record.gradients)
            m_gradients = rowGradients(scene, block);
    }

    void addInputs(std::vector<UnitTerm> &terms) const
    {
        const Vector x = layerInput(m_scene.trace(), m_scene.moment());
        Normalising norm;
        if (m_scene.spec().layerNorm)
            norm = normalising(inputSums(m_scene), layerOf(m_scene).normIn, m_row);
        const bool picks = m_scene.playhead.layer == 0 && x.size() > 1 && (x.array() != 0).count() == 1;
        for (int k = 0; k < x.size(); ++k) {
            if (!picks || x[k] != 0)
                terms.push_back(inputTerm(k, x[k], norm.factor));
        }
        addCentring(terms, norm, u"μ_{x}"_qs, "norm_ih", layerOf(m_scene).normIn);
    }

    void addStates(std::vector<UnitTerm> &terms) const
    {
        const Vector h = stateBefore(m_scene.trace(), m_scene.moment());
        Normalising norm;
        if (m_scene.spec().layerNorm)
            norm = normalising(stateSums(m_scene), layerOf(m_scene).normRec, m_row);
        const Vector mask = stateMask(m_scene, m_index);
        Vector r = Vector::Ones(h.size());
        const bool before = readsThroughReset(m_scene, m_index) && m_scene.spec().reset == ResetPlacement::before;
        if (before) {
            const Moment moment = m_scene.moment();
            r = m_scene.trace().at(moment.layer, moment.direction)[Part::reset].at(moment.step, moment.sequence);
        }
        for (int k = 0; k < h.size(); ++k)
            terms.push_back(stateTerm(k, r[k] * mask[k], h[k], norm.factor, before));
        addCentring(terms, norm, u"μ_{h}"_qs, "norm_hh", layerOf(m_scene).normRec);
    }

    enum class Bias { in, rec, both };
    void addBias(std::vector<UnitTerm> &terms, Bias which) const
    {
        if (!m_scene.spec().bias)
            return;
        const double in = layerOf(m_scene).bIn[m_row];
        const double rec = layerOf(m_scene).bRec[m_row];
        UnitTerm term = rowOf(UnitTerm::Kind::bias);
        term.weight = which == Bias::in ? in : which == Bias::rec ? rec : in + rec;
        term.symbol = which == Bias::in ? u"b_{i%1}"_qs : which == Bias::rec ? u"b_{h%1}"_qs : u"b_{%1}"_qs;
        term.symbol = term.symbol.arg(m_scene.spec().cell == CellKind::rnn ? u"h"_qs : letter());
        term.product = term.weight;
        if (which != Bias::rec)
            term.stored.push_back({{name("bias_ih").toStdString(), m_row, 0}, in});
        if (which != Bias::in)
            term.stored.push_back({{name("bias_hh").toStdString(), m_row, 0}, rec});
        QStringList names;
        for (const StoredNumber &stored : term.stored)
            names += placeWords(stored.place);
        term.weightName = names.join(u" + "_qs);
        term.weightTerm = {u"b_"_qs + letter(), m_scene.playhead.unit};
        term.weightGradient = which == Bias::rec ? m_gradients.byRecBias : m_gradients.byInBias;
        terms.push_back(term);
    }

private:
    QString letter() const { return QString::fromUtf8(m_block.letter.data()); }

    QString name(std::string_view kind) const
    {
        return QString::fromStdString(tensorName(kind, m_scene.playhead.layer, m_scene.playhead.direction));
    }

    UnitTerm rowOf(UnitTerm::Kind kind) const
    {
        UnitTerm term;
        term.kind = kind;
        term.weightRole = roleOf(m_block.part);
        return term;
    }

    UnitTerm inputTerm(int k, double x, double factor) const
    {
        UnitTerm term = rowOf(UnitTerm::Kind::input);
        const PlayheadState &here = m_scene.playhead;
        term.symbol = u"x_{%1}"_qs.arg(k);
        const Input &input = m_scene.record.experiment->input;
        const auto *letters = std::get_if<CharacterInput>(&input.source);
        if (letters && here.layer == 0 && k < int(letters->alphabet.size()) && !m_scene.spec().embeddingRows)
            term.letter = QString::fromStdString(letters->alphabet[k]);
        term.weight = layerOf(m_scene).W(m_row, k);
        term.value = x;
        term.product = factor * term.weight * x;
        term.weightName = name("weight_ih") + u"[%1, %2]"_qs.arg(m_row).arg(k);
        term.valueName = tr("input x, number %1").arg(k);
        term.valueRole = here.layer == 0 ? Role::input : Role::state;
        term.valueScale = niceScale(std::abs(x));
        if (here.layer > 0)
            term.valueScale
                = scaleOfValue(x,
                               stateScale(m_scene, here.layer - 1,
                                          k < m_scene.spec().hiddenSize ? Direction::forward : Direction::backward));
        term.weightTerm = {u"W_"_qs + letter(), here.unit};
        term.valueTerm = {u"x"_qs, k};
        term.stored = {{{name("weight_ih").toStdString(), m_row, k}, term.weight}};
        std::optional<PlayheadState> from;
        bool held = false;
        if (here.layer > 0) {
            const int H = m_scene.spec().hiddenSize;
            PlayheadState below = arrivingAt(here);
            below.layer = here.layer - 1;
            below.direction = k < H ? Direction::forward : Direction::backward;
            below.unit = k % H;
            below.part = partThatMakes(m_scene.spec().cell, Part::state);
            from = below;
            held = heldAt(m_scene.trace(), below.moment(), Part::state, below.unit).has_value();
            term.valueName
                = tr("x, unit %1 of layer %2")
                      .arg(unitLabel(m_scene, below.layer, below.direction, below.unit), QString::number(below.layer));
        }
        term.sources = {{term.valueName, x, -1, from, held}};
        // dL/dW = dL/d(W x)·x, and back to x goes W·dL/d(W x)
        term.weightGradient = m_gradients.byInput * x;
        term.valueGradient = m_gradients.byInput * term.weight;
        return term;
    }

    /// `share` is what is left of h by dropout and, with the reset before, by the reset gate.
    UnitTerm stateTerm(int k, double share, double h, double factor, bool reset) const
    {
        UnitTerm term = rowOf(UnitTerm::Kind::state);
        const PlayheadState &here = m_scene.playhead;
        term.symbol = reset ? u"[r]r[/]∘h_{%1}"_qs.arg(k) : u"h_{%1}"_qs.arg(k);
        term.weight = layerOf(m_scene).U(m_row, k);
        term.value = share * h;
        term.product = factor * term.weight * *term.value;
        term.weightName = name("weight_hh") + u"[%1, %2]"_qs.arg(m_row).arg(k);
        const QString label = unitLabel(m_scene, k);
        term.valueName = reset ? tr("r times h before, unit %1").arg(label) : tr("h before, unit %1").arg(label);
        term.valueScale = scaleOfValue(*term.value, stateScale(m_scene));
        term.stored = {{{name("weight_hh").toStdString(), m_row, k}, term.weight}};
        if (reset) {
            term.knownFrom = partThatMakes(CellKind::gru, Part::reset);
            PlayheadState gate = arrivingAt(here);
            gate.unit = k;
            gate.part = term.knownFrom;
            term.sources.push_back({tr("reset gate r, unit %1").arg(label), valueOf(m_scene, Part::reset, k), gate.part,
                                    gate, heldAt(m_scene.trace(), here.moment(), Part::reset, k).has_value()});
        }
        term.weightTerm = {u"U_"_qs + letter(), here.unit};
        term.valueTerm = {u"h"_qs, k};
        TermSource past{tr("h before, unit %1").arg(label), h, -1, {}, false};
        if (const auto before = previousStep(m_scene.trace(), m_scene.moment())) {
            PlayheadState there = arrivingAt(here);
            there.step = *before;
            there.unit = k;
            there.part = partThatMakes(m_scene.spec().cell, Part::state);
            past.from = there;
            past.held = heldAt(m_scene.trace(), there.moment(), Part::state, k).has_value();
        }
        term.sources.push_back(past);
        term.weightGradient = m_gradients.byState * *term.value;
        term.valueGradient = m_gradients.byState * term.weight * share;
        return term;
    }

    void addCentring(std::vector<UnitTerm> &terms, const Normalising &norm, const QString &symbol,
                     std::string_view kind, const Vector &gain) const
    {
        if (!m_scene.spec().layerNorm)
            return;
        UnitTerm term = rowOf(UnitTerm::Kind::centring);
        term.symbol = u"*−*"_qs + symbol;
        term.weight = norm.shift;
        term.product = norm.shift;
        term.stored = {{{name(kind).toStdString(), m_row, 0}, gain[m_row]}};
        term.weightName = tr("minus the mean, by gain %1 = %2 and spread")
                              .arg(name(kind) + u"[%1]"_qs.arg(m_row))
                              .arg(gain[m_row], 0, 'f', 4);
        terms.push_back(term);
    }

    const Scene &m_scene;
    const Block &m_block;
    int m_index;
    int m_row;
    RowGradients m_gradients;
};

double totalOf(const std::vector<UnitTerm> &terms)
{
    return std::accumulate(terms.begin(), terms.end(), 0.0,
                           [](double sum, const UnitTerm &term) { return sum + term.product; });
}

/// r × u: the row by which the past comes into the candidate.
UnitTerm gatedPast(const Scene &scene, double u)
{
    UnitTerm term;
    term.kind = UnitTerm::Kind::gated;
    term.symbol = u"[r]r[/]*×*u"_qs;
    term.weight = valueOf(scene, Part::reset, scene.playhead.unit);
    term.value = u;
    term.product = term.weight * u;
    term.weightIsGate = true;
    term.weightRole = Role::letsBy;
    term.valueScale = niceScale(std::abs(u));
    term.weightName = QCoreApplication::translate("gatescope", "reset gate r, unit %1").arg(scene.playhead.unit);
    term.valueName
        = QCoreApplication::translate("gatescope", "the past u, unit %1").arg(unitLabel(scene, scene.playhead.unit));
    term.knownFrom = partThatMakes(CellKind::gru, Part::candidate);
    term.weightTerm = {u"r"_qs, scene.playhead.unit};
    term.valueTerm = {u"u"_qs, scene.playhead.unit};
    PlayheadState reset = arrivingAt(scene.playhead);
    reset.part = partThatMakes(CellKind::gru, Part::reset);
    term.sources = {{term.weightName, term.weight, reset.part, reset,
                     heldAt(scene.trace(), scene.moment(), Part::reset, scene.playhead.unit).has_value()}};
    if (scene.record.gradients) {
        const double da
            = preactivationGradient(scene.trace(), scene.gradients(), scene.moment(), 2)[scene.playhead.unit];
        term.weightGradient = da * u;
        term.valueGradient = da * term.weight;
    }
    return term;
}

} // namespace

UnitSum unitSum(const Scene &scene, int block)
{
    const RowReader rows(scene, block);
    UnitSum sum;
    if (readsThroughReset(scene, block) && scene.spec().reset == ResetPlacement::after) {
        // u = U_n h + b_hn,  a = r∘u + W_n x + b_in
        rows.addStates(sum.inner);
        rows.addBias(sum.inner, RowReader::Bias::rec);
        sum.innerTotal = totalOf(sum.inner);
        sum.terms.push_back(gatedPast(scene, sum.innerTotal));
        rows.addInputs(sum.terms);
        rows.addBias(sum.terms, RowReader::Bias::in);
    } else {
        // a = W x + U h + b
        rows.addInputs(sum.terms);
        rows.addStates(sum.terms);
        rows.addBias(sum.terms, RowReader::Bias::both);
    }
    sum.total = totalOf(sum.terms);
    return sum;
}

} // namespace gatescope

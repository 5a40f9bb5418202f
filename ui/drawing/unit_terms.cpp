// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/unit_terms.h"

#include "core/model/layer_norm.h"

#include <QCoreApplication>

#include <cmath>
#include <numeric>

namespace gatescope {

namespace {

const Parameters &parametersOf(const Scene &scene)
{
    return scene.record.experiment->parameters;
}

const LayerParameters &layerOf(const Scene &scene)
{
    return parametersOf(scene).layers[scene.spec().layerIndex(scene.playhead.layer, scene.playhead.direction)];
}

bool readsThroughReset(const Scene &scene, int block)
{
    return scene.spec().cell == CellKind::gru && describe(CellKind::gru).blocks[block].part == Part::candidate;
}

double valueOf(const Scene &scene, Part part)
{
    const Moment moment = scene.moment();
    return scene.trace().at(moment.layer, moment.direction)[part](moment.step, moment.sequence, scene.playhead.unit);
}

/// What multiplies h where the rows of a block read it: 1, or the mask of recurrent dropout [H].
Vector stateMask(const Scene &scene, int block)
{
    const int H = scene.spec().hiddenSize;
    const std::vector<Matrix> &masks = scene.trace().batch->dropout.recurrent;
    if (masks.empty())
        return Vector::Ones(H);
    const Moment moment = scene.moment();
    const Matrix &mask = masks[scene.spec().layerIndex(moment.layer, moment.direction)];
    return mask.row(moment.sequence).segment(block * H, H).transpose();
}

/// What makes the sum of a row of products into what layer normalisation hands on: factor · sum + shift.
struct Normalising {
    double factor = 1;
    double shift = 0;
};

Normalising normalising(const Vector &sums, const Vector &gain, int row)
{
    // γ (v − mean(v)) / s, where any row but one at the mean tells 1/s: the farthest does so best.
    const Vector centred = sums.array() - sums.mean();
    Eigen::Index farthest = 0;
    if (centred.cwiseAbs().maxCoeff(&farthest) == 0)
        return {};
    const double factor = gain[row] * layerNorm(sums, Vector::Ones(sums.size()))[farthest] / centred[farthest];
    return {factor, -factor * sums.mean()};
}

/// W x of all rows.
Vector inputSums(const Scene &scene)
{
    return layerOf(scene).W * layerInput(scene.trace(), scene.moment());
}

/// U_k (m_k∘h) of all rows.
Vector stateSums(const Scene &scene)
{
    const int H = scene.spec().hiddenSize;
    const Vector h = stateBefore(scene.trace(), scene.moment());
    Vector sums(scene.spec().blockRows());
    for (int block = 0; block * H < sums.size(); ++block)
        sums.segment(block * H, H)
            = layerOf(scene).U.middleRows(block * H, H) * stateMask(scene, block).cwiseProduct(h);
    return sums;
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
        const QString inName = name("bias_ih") + u"[%1]"_qs.arg(m_row);
        const QString recName = name("bias_hh") + u"[%1]"_qs.arg(m_row);
        term.weightName = which == Bias::in ? inName : which == Bias::rec ? recName : inName + u" + "_qs + recName;
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
        term.weightTerm = {u"W_"_qs + letter(), here.unit};
        term.valueTerm = {u"x"_qs, k};
        if (here.layer > 0) {
            const int H = m_scene.spec().hiddenSize;
            PlayheadState below = here;
            below.layer = here.layer - 1;
            below.direction = k < H ? Direction::forward : Direction::backward;
            below.unit = k % H;
            below.part = partThatMakes(m_scene.spec().cell, Part::state);
            below.progress = 1;
            term.leadsTo = below;
            term.valueName = tr("x, unit %1 of layer %2").arg(below.unit).arg(below.layer);
        }
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
        term.valueName = reset ? tr("r times h before, unit %1").arg(k) : tr("h before, unit %1").arg(k);
        term.valueScale = niceScale(std::abs(*term.value));
        if (reset)
            term.knownFrom = partThatMakes(CellKind::gru, Part::reset);
        term.weightTerm = {u"U_"_qs + letter(), here.unit};
        term.valueTerm = {u"h"_qs, k};
        if (const auto before = previousStep(m_scene.trace(), m_scene.moment())) {
            PlayheadState there = here;
            there.step = *before;
            there.unit = k;
            there.part = partThatMakes(m_scene.spec().cell, Part::state);
            there.progress = 1;
            term.leadsTo = there;
        }
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
    term.weight = valueOf(scene, Part::reset);
    term.value = u;
    term.product = term.weight * u;
    term.weightIsGate = true;
    term.weightRole = Role::letsBy;
    term.valueScale = niceScale(std::abs(u));
    term.weightName = QCoreApplication::translate("gatescope", "reset gate r, unit %1").arg(scene.playhead.unit);
    term.valueName = QCoreApplication::translate("gatescope", "the past u, unit %1").arg(scene.playhead.unit);
    term.knownFrom = partThatMakes(CellKind::gru, Part::candidate);
    term.weightTerm = {u"r"_qs, scene.playhead.unit};
    term.valueTerm = {u"u"_qs, scene.playhead.unit};
    PlayheadState reset = scene.playhead;
    reset.part = partThatMakes(CellKind::gru, Part::reset);
    reset.progress = 1;
    term.leadsTo = reset;
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

RowGradients rowGradients(const Scene &scene, int block)
{
    const NetworkSpec &spec = scene.spec();
    const int H = spec.hiddenSize;
    // dL/da of all rows, or of this block's where no other matters
    Vector byIn = Vector::Zero(spec.blockRows());
    Vector byRec = byIn;
    const int blocks = static_cast<int>(describe(spec.cell).blocks.size());
    for (int other = spec.layerNorm ? 0 : block; other < (spec.layerNorm ? blocks : block + 1); ++other) {
        const Vector da = preactivationGradient(scene.trace(), scene.gradients(), scene.moment(), other);
        byIn.segment(other * H, H) = da;
        byRec.segment(other * H, H) = da;
        if (readsThroughReset(scene, other) && spec.reset == ResetPlacement::after) {
            // a = W x + b_in + r∘(U h + b_hn)
            const Moment moment = scene.moment();
            const Vector r
                = scene.trace().at(moment.layer, moment.direction)[Part::reset].at(moment.step, moment.sequence);
            byRec.segment(other * H, H) = r.cwiseProduct(da);
        }
    }
    const int row = block * H + scene.playhead.unit;
    RowGradients gradients{byIn[row], byRec[row], byIn[row], byRec[row]};
    if (spec.layerNorm) {
        gradients.byInput = layerNormBackward(inputSums(scene), layerOf(scene).normIn, byIn).dv[row];
        gradients.byState = layerNormBackward(stateSums(scene), layerOf(scene).normRec, byRec).dv[row];
    }
    return gradients;
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/followed_unit.h"

#include "ui/common/translate.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatescope {

namespace {

QString tagged(Role role, const QString &markup)
{
    static constexpr char letters[] = {'x', 'r', 'z', 'n', 'h', 'g'};
    return QStringLiteral("[%1]%2[/]").arg(QChar(letters[static_cast<int>(role)])).arg(markup);
}

bool hasTime(Part part)
{
    return part == Part::state || part == Part::cell;
}

/// The one column that is 1 while all others are 0.
std::optional<int> litColumn(const Vector &read)
{
    Eigen::Index lit = 0;
    if (read.size() < 2 || read.maxCoeff(&lit) != 1.0 || read.cwiseAbs().sum() != 1.0)
        return std::nullopt;
    return static_cast<int>(lit);
}

} // namespace

FollowedUnit::FollowedUnit(const Scene &scene) : m_scene(scene) { }

double FollowedUnit::value(Part part) const
{
    const Moment at = moment();
    return m_scene.trace().at(at.layer, at.direction)[part](at.step, at.sequence, unit());
}

std::optional<double> FollowedUnit::held(Part part) const
{
    return heldAt(m_scene.trace(), moment(), part, unit());
}

double FollowedUnit::gradient(Part part) const
{
    const Moment at = moment();
    return m_scene.gradients().at(spec(), at.layer, at.direction)[part](at.step, at.sequence, unit());
}

double FollowedUnit::before(Part part) const
{
    return stateBefore(m_scene.trace(), moment(), part)[unit()];
}

double FollowedUnit::gradientBefore(Part part) const
{
    return stateGradientBefore(m_scene.trace(), m_scene.gradients(), moment(), part)[unit()];
}

FollowedUnit::Sums FollowedUnit::sums(int block) const
{
    const BlockSums all = blockSums(m_scene.trace(), m_scene.record.experiment->parameters, moment(), block);
    return {all.Wx[unit()], all.Uh[unit()], all.bIn[unit()], all.bRec[unit()]};
}

int FollowedUnit::blockOf(Part part) const
{
    const auto &blocks = cell().blocks;
    return static_cast<int>(std::ranges::find(blocks, part, &Block::part) - blocks.begin());
}

double FollowedUnit::preactivationGradient(int block) const
{
    return gatescope::preactivationGradient(m_scene.trace(), m_scene.gradients(), moment(), block)[unit()];
}

QStringList FollowedUnit::inputNames() const
{
    QStringList names;
    const Moment at = moment();
    const Input &input = m_scene.record.experiment->input;
    const auto *characters = std::get_if<CharacterInput>(&input.source);
    const auto *numbers = std::get_if<NumberInput>(&input.source);
    for (int i = 0; i < spec().layerInputSize(at.layer); ++i) {
        const bool reverse = i >= spec().hiddenSize;
        const auto column = static_cast<std::size_t>(i);
        if (at.layer > 0 && spec().bidirectional)
            names += QStringLiteral("h%1 %2").arg(reverse ? "←" : "→").arg(i % spec().hiddenSize);
        else if (at.layer > 0)
            names += QStringLiteral("h %1").arg(i);
        else if (characters && spec().embeddingRows == 0 && column < characters->alphabet.size())
            names += QString::fromStdString(visibleLetter(characters->alphabet[column]));
        else if (numbers && column < numbers->features.size())
            names += QString::fromStdString(numbers->features[column]);
        else
            names += QStringLiteral("x %1").arg(i);
    }
    return names;
}

ProductSum FollowedUnit::products(int block, const QString &kind, const Vector &read, const QStringList &names) const
{
    const Moment at = moment();
    const int H = spec().hiddenSize;
    const bool isInput = kind == "ih";
    const LayerParameters &layer
        = m_scene.record.experiment->parameters.layers[spec().layerIndex(at.layer, at.direction)];
    const Matrix &weights = isInput ? layer.W : layer.U;
    const int row = block * H + unit();
    const std::string tensor = tensorName("weight_" + kind.toStdString(), at.layer, at.direction);

    ProductSum sum;
    sum.row = {tensor, row, 0};
    const QStringList known{QString::number(row), QString::fromStdString(tensor), written(cell().blocks[block].letter)};
    sum.where = H == 1
        ? QCoreApplication::translate("gatescope", "row %1 of %2 (the only %3 row)").arg(known[0], known[1], known[2])
        : QCoreApplication::translate("gatescope", "row %1 of %2 (%3 rows are %4–%5)")
              .arg(known[0], known[1], known[2], QString::number(block * H), QString::number(block * H + H - 1));
    for (int column = 0; column < read.size(); ++column)
        sum.products.append({names[column], weights(row, column), read[column]});
    const bool letters = std::holds_alternative<CharacterInput>(m_scene.record.experiment->input.source);
    if (isInput && letters && at.layer == 0 && spec().embeddingRows == 0) // numbers may be 0 and 1 too
        sum.lit = litColumn(read);
    if (spec().bias) {
        sum.biasPlace = {tensorName("bias_" + kind.toStdString(), at.layer, at.direction), row, 0};
        sum.bias = isInput ? layer.bIn[row] : layer.bRec[row];
    }
    sum.role = isInput ? Role::input : Role::state;
    return sum;
}

ProductSum FollowedUnit::inputProducts(int block) const
{
    ProductSum sum = products(block, "ih", layerInput(m_scene.trace(), moment()), inputNames());
    sum.symbol = subscripted("W", block) + "·" + tagged(Role::input, "x");
    return sum;
}

ProductSum FollowedUnit::stateProducts(int block) const
{
    Vector read = stateBefore(m_scene.trace(), moment());
    const bool throughReset = spec().cell == CellKind::gru && spec().reset == ResetPlacement::before
        && cell().blocks[block].part == Part::candidate;
    if (throughReset) {
        const Moment at = moment();
        const Vector r = m_scene.trace().at(at.layer, at.direction)[Part::reset].at(at.step, at.sequence);
        read = r.cwiseProduct(read);
    }
    QStringList names;
    for (int j = 0; j < spec().hiddenSize; ++j)
        names += (throughReset ? QStringLiteral("r·h %1") : QStringLiteral("h %1")).arg(j);
    ProductSum sum = products(block, "hh", read, names);
    sum.symbol = subscripted("U", block) + "·"
        + (throughReset ? "(" + tagged(Role::letsBy, "r") + "∘" + tagged(Role::state, "h") + ")"
                        : tagged(Role::state, "h"));
    return sum;
}

QString FollowedUnit::letter(Part part) const
{
    return part == Part::candidate ? m_scene.candidateLetter : written(describe(part).symbol);
}

QString FollowedUnit::symbol(Part part) const
{
    const QString index = hasTime(part) ? QStringLiteral("t, %1").arg(unit()) : QString::number(unit());
    return tagged(roleOf(part), QStringLiteral("%1_{%2}").arg(letter(part), index));
}

QString FollowedUnit::previousTime() const
{
    return moment().direction == Direction::forward ? QStringLiteral("t−1") : QStringLiteral("t+1");
}

QString FollowedUnit::symbolBefore(Part part) const
{
    return tagged(roleOf(part), QStringLiteral("%1_{%2, %3}").arg(letter(part), previousTime()).arg(unit()));
}

Term FollowedUnit::termBefore(Part part) const
{
    return {written(describe(part).symbol), unit()};
}

Term FollowedUnit::weights(const QString &letter, int block) const
{
    return {letter + '_' + written(cell().blocks[block].letter), unit()};
}

QString FollowedUnit::gradientSymbol(Part part) const
{
    const QString index = hasTime(part) ? QStringLiteral("t, %1").arg(unit()) : QString::number(unit());
    return tagged(Role::gradient, QStringLiteral("∂L/∂%1_{%2}").arg(letter(part), index));
}

QString FollowedUnit::gradientSymbolBefore(Part part) const
{
    return tagged(Role::gradient, QStringLiteral("∂L/∂%1_{%2, %3}").arg(letter(part), previousTime()).arg(unit()));
}

QString FollowedUnit::subscripted(const QString &letter, int block) const
{
    if (cell().blocks.size() == 1)
        return letter;
    const Block &described = cell().blocks[block];
    const QString index = described.part == Part::candidate ? m_scene.candidateLetter : written(described.letter);
    return QStringLiteral("%1_{%2}").arg(letter, index);
}

QString upright(const QString &markup)
{
    static const QString signs = QStringLiteral("0123456789=+−×()·∘");
    QString result;
    bool inScript = false;
    for (const QChar here : markup) {
        inScript = here == '{' || (inScript && here != '}');
        result += !inScript && signs.contains(here) ? '*' + QString(here) + '*' : QString(here);
    }
    return result.replace("**", "");
}

} // namespace gatescope

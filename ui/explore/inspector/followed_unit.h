// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/inspector/explanation.h"

namespace gatescope {

/// The followed unit at the playhead's moment: its numbers, and how they are written.
class FollowedUnit
{
public:
    explicit FollowedUnit(const Scene &scene);

    const Scene &scene() const { return m_scene; }
    const NetworkSpec &spec() const { return m_scene.spec(); }
    const CellDescription &cell() const { return describe(spec().cell); }
    int unit() const { return m_scene.playhead.unit; }
    Moment moment() const { return m_scene.moment(); }

    /// A recorded part, and the derivative of the loss by it.
    double value(Part part) const;
    /// What a what-if holds it at; none where the network makes it.
    std::optional<double> held(Part part) const;
    double gradient(Part part) const;
    /// h (or, for Part::cell, c) before this step.
    double before(Part part = Part::state) const;
    double gradientBefore(Part part = Part::state) const;

    /// What meets before a block's squashing function, for this unit.
    struct Sums {
        double Wx, Uh, bIn, bRec;
        double bias() const { return bIn + bRec; }
        /// W x + U h + both biases; not what a reset-after candidate reads.
        double total() const { return Wx + Uh + bIn + bRec; }
    };
    Sums sums(int block) const;
    int blockOf(Part part) const;
    double preactivationGradient(int block) const;

    /// Its dot products: with W and with U.
    ProductSum inputProducts(int block) const;
    ProductSum stateProducts(int block) const;

    /// Markup: "[z]z_{2}[/]", "[h]h_{t−1, 2}[/]", and of a vector "[h]h_{t−1}[/]".
    QString symbol(Part part) const;
    QString symbolBefore(Part part = Part::state) const;
    QString letter(Part part) const;
    /// The same as terms.
    Term term(Part part) const { return {symbolOfPart(part), unit()}; }
    Term termBefore(Part part = Part::state) const;
    /// Its row of a block's W or U.
    Term weights(const QString &letter, int block) const;
    /// "[g]∂L/∂z_{2}[/]"
    QString gradientSymbol(Part part) const;
    QString gradientSymbolBefore(Part part = Part::state) const;
    /// "t−1", or "t+1" in a layer that reads backwards.
    QString previousTime() const;
    /// "W_{z}", "U_{z}", "b_{z}"
    QString subscripted(const QString &letter, int block) const;

private:
    ProductSum products(int block, const QString &kind, const Vector &read, const QStringList &names) const;
    QStringList inputNames() const;

    Scene m_scene;
};

/// Upright where mathematics is upright: digits, brackets and signs of a markup outside its scripts.
QString upright(const QString &markup);

} // namespace gatescope

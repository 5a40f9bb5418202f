// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/marks/value_fill.h"

#include <QCache>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

/// How strongly the fullest values cover the paper. The grey of negative values is the darker of the two in every
/// theme: light and dark tell the sign to eyes that see a hue as grey.
struct Covers {
    double positive, negative;
};

Covers coversOf(ThemeName theme)
{
    switch (theme) {
    case ThemeName::light:
        return {0.82, 1.04};
    case ThemeName::dark:
        return {1.0, 0.82};
    case ThemeName::contrast:
        break;
    }
    return {1.07, 0.82};
}

} // namespace

Fill fillOf(double value, ValueStyle style, Role role, double scale, const Theme &theme, int decades)
{
    switch (style) {
    case ValueStyle::gate:
        return {theme.of(role).hue, 0.10 + 0.75 * std::clamp(value, 0.0, 1.0)};
    case ValueStyle::signedValue: {
        const Covers covers = coversOf(theme.name);
        return {value < 0 ? theme.negative : theme.of(role).hue,
                (value < 0 ? covers.negative : covers.positive) * signedStrength(value / scale)};
    }
    case ValueStyle::gradient:
        break;
    }
    return {value < 0 ? theme.negative : theme.of(Role::gradient).hue,
            0.06 + 0.86 * std::pow(decadeShare(value, decades), 1.3)};
}

double signedStrength(double valueOverScale)
{
    return 0.92 * std::pow(std::min(1.0, std::abs(valueOverScale)), 0.8);
}

double decadeShare(double gradient, int decades)
{
    return std::clamp(std::log10(std::abs(gradient) + 1e-300) / decades + 1, 0.0, 1.0);
}

double gradientWireWidth(double gradient, int decades)
{
    return 1.0 + 13.0 * decadeShare(gradient, decades);
}

QColor valueFill(double value, ValueStyle style, Role role, double scale, const Theme &theme, int decades)
{
    const Fill fill = fillOf(value, style, role, scale, theme, decades);
    return blended(fill.hue, fill.opacity, theme.paper);
}

namespace {

/// The fills of many values, looked up in steps of 1/512 of the scale.
class FillTable
{
public:
    FillTable(ValueStyle style, Role role, double scale, const Theme &theme)
        : m_scale(style == ValueStyle::gate ? 1 : scale)
    {
        for (std::size_t i = 0; i < m_fills.size(); ++i) {
            const double value = (static_cast<double>(i) / half - 1) * m_scale;
            m_fills[i] = valueFill(value, style, role, scale, theme).rgb();
        }
    }

    QRgb operator()(double value) const
    {
        const double share = std::clamp(value / m_scale, -1.0, 1.0);
        return m_fills[static_cast<std::size_t>(std::lround((share + 1) * half))];
    }

private:
    static constexpr int half = 512;
    std::array<QRgb, 2 * half + 1> m_fills;
    double m_scale;
};

/// What a table depends on.
struct FillKey {
    ValueStyle style;
    QRgb hue, negative, paper;
    double scale;

    bool operator==(const FillKey &) const = default;
};

size_t qHash(const FillKey &key, size_t seed = 0)
{
    return qHashMulti(seed, int(key.style), key.hue, key.negative, key.paper, key.scale);
}

/// The table, made once: a picture asks for the same few from frame to frame.
const FillTable &fillTable(ValueStyle style, Role role, double scale, const Theme &theme)
{
    constexpr int mostTables = 32;
    static thread_local QCache<FillKey, FillTable> known(mostTables);
    const FillKey key{style, theme.of(role).hue.rgb(), theme.negative.rgb(), theme.paper.rgb(), scale};
    if (const FillTable *found = known.object(key))
        return *found;
    auto *fresh = new FillTable(style, role, scale, theme);
    known.insert(key, fresh);
    return *fresh;
}

template<typename Fill>
QImage heatImage(const Matrix &values, const Fill &fill)
{
    QImage image(static_cast<int>(values.cols()), static_cast<int>(values.rows()), QImage::Format_RGB32);
    for (int row = 0; row < image.height(); ++row) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(row));
        for (int column = 0; column < image.width(); ++column)
            line[column] = fill(values(row, column));
    }
    return image;
}

} // namespace

QImage heatImage(const Matrix &values, ValueStyle style, Role role, double scale, const Theme &theme, int decades)
{
    if (values.size() > 1024 && style != ValueStyle::gradient)
        return heatImage(values, fillTable(style, role, scale, theme));
    return heatImage(values, [&](double value) { return valueFill(value, style, role, scale, theme, decades).rgb(); });
}

namespace {
constexpr double faintest = 0.10, fullest = 0.92; ///< opacities over paper

QColor colourAt(double share, const Theme &theme)
{
    return blended(theme.of(Role::gradient).hue, faintest + (fullest - faintest) * share, theme.paper);
}
}

DecadeScale::DecadeScale(const Matrix &lengths)
{
    double least = std::numeric_limits<double>::infinity(), most = 0;
    for (const double length : lengths.reshaped()) {
        if (!std::isfinite(length) || length <= 0)
            continue;
        least = std::min(least, length);
        most = std::max(most, length);
    }
    if (most == 0)
        return;
    m_lowest = static_cast<int>(std::floor(std::log10(least)));
    m_highest = std::max(m_lowest + 1, static_cast<int>(std::ceil(std::log10(most))));
}

double DecadeScale::share(double length) const
{
    if (!std::isfinite(length))
        return 1;
    if (length <= 0)
        return 0;
    return std::clamp((std::log10(length) - m_lowest) / (m_highest - m_lowest), 0.0, 1.0);
}

QColor DecadeScale::fill(double length, const Theme &theme) const
{
    return length == 0 ? theme.paper : colourAt(share(length), theme);
}

QImage DecadeScale::image(const Matrix &lengths, const Theme &theme) const
{
    std::array<QRgb, 256> colours; // a large matrix has millions of lengths
    for (std::size_t i = 0; i < colours.size(); ++i)
        colours[i] = colourAt(static_cast<double>(i) / (colours.size() - 1), theme).rgb();
    QImage image(static_cast<int>(lengths.cols()), static_cast<int>(lengths.rows()), QImage::Format_RGB32);
    for (int row = 0; row < image.height(); ++row) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(row));
        for (int column = 0; column < image.width(); ++column) {
            const double length = lengths(row, column);
            const auto index = static_cast<std::size_t>(std::lround(share(length) * (colours.size() - 1)));
            line[column] = length == 0 ? theme.paper.rgb() : colours[index];
        }
    }
    return image;
}

} // namespace gatescope

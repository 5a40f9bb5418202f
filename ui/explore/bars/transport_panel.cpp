// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/bars/transport_panel.h"

#include "ui/common/fonts.h"
#include "ui/document/document.h"
#include "ui/document/playing/player.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/words/step_words.h"
#include "ui/explore/bars/part_segments.h"
#include "ui/explore/bars/pass_switch.h"
#include "ui/explore/controls/icon_button.h"

#include <QComboBox>
#include <QHBoxLayout>

#include <utility>

#include <array>

namespace gatescope {

namespace {

/// "t = 2 of 0–10", or only "t = 2" where there is no room
class StepLabel : public QWidget
{
public:
    explicit StepLabel(QWidget *parent) : QWidget(parent)
    {
        setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
    }

    void show(int step, int last, const ViewSettings &settings)
    {
        m_theme = settings.theme;
        m_pixels = settings.px(settings.compact ? 13 : 15);
        m_strong = TransportPanel::tr("t = %1").arg(step);
        m_quiet = last == 0 ? TransportPanel::tr(", the only one") : TransportPanel::tr(" of 0–%1").arg(last);
        setAccessibleName(stepWords(step, last));
        setToolTip(accessibleName());
        // As wide as the last step needs, so that nothing moves from step to step.
        const double widest = std::max(strongWidth(TransportPanel::tr("t = %1").arg(last)), strongWidth(m_strong));
        setMinimumWidth(qCeil(widest) + 2);
        const int wanted = qCeil(widest + textWidth(m_quiet, interfaceFont(m_pixels))) + 2;
        if (wanted != std::exchange(m_wanted, wanted))
            updateGeometry();
        update();
    }
    QSize sizeHint() const override { return {m_wanted, qCeil(m_pixels * 1.6)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const double baseline = height() / 2.0 + m_pixels * 0.36;
        const double x = drawText(painter, {0, baseline}, m_strong, strongFont(), m_theme->ink);
        if (width() >= m_wanted)
            drawText(painter, {x, baseline}, m_quiet, interfaceFont(m_pixels), m_theme->ink2);
    }

private:
    QFont strongFont() const { return interfaceFont(m_pixels, QFont::DemiBold); }
    double strongWidth(const QString &text) const { return textWidth(text, strongFont()); }

    QString m_strong, m_quiet;
    double m_pixels = 15;
    int m_wanted = 0;
    const Theme *m_theme = &gatescope::theme(ThemeName::light);
};

struct Speed {
    double factor;
    const char *name;
};
constexpr std::array<Speed, 5> speeds{{{0.25, "¼×"}, {0.5, "½×"}, {1, "1×"}, {2, "2×"}, {4, "4×"}}};

} // namespace

TransportPanel::TransportPanel(Document &document, Playhead &playhead, Player &player, QWidget *parent)
    : QWidget(parent), m_document(document), m_playhead(playhead), m_player(player), m_segments(new PartSegments(this)),
      m_step(new StepLabel(this)), m_speed(new QComboBox(this)), m_pass(new PassSwitch(this))
{
    auto *row = new QHBoxLayout(this);
    makeButtons();
    makeSpeeds();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2);
    for (IconButton *button : m_buttons)
        buttons->addWidget(button);
    row->addLayout(buttons);
    row->addWidget(m_segments, 9); // the names of seven parts stand side by side
    row->addWidget(m_step);
    row->addStretch(1);
    row->addWidget(m_speed);
    row->addWidget(m_pass);

    connect(m_segments, &PartSegments::partChosen, this, &TransportPanel::goToPart);
    connect(m_pass, &PassSwitch::passChosen, &player, &Player::setPass);
    connect(&document, &Document::recordChanged, this, &TransportPanel::refresh);
    connect(&playhead, &Playhead::moved, this, &TransportPanel::refresh);
    connect(&player, &Player::playingChanged, this, &TransportPanel::showPlaying);
    setSettings(m_settings);
    showPlaying(player.isPlaying());
}

void TransportPanel::makeButtons()
{
    struct Row {
        Icon icon;
        QString name;
        QString key;
        void (Player::*does)();
    };
    const std::array<Row, 7> rows{{
        {Icon::toStart, tr("To the start"), tr("Home"), &Player::toStart},
        {Icon::stepBack, tr("One step back"), tr("Shift+Left"), &Player::stepBack},
        {Icon::partBack, tr("One part back"), tr("Left"), &Player::partBack},
        {Icon::play, tr("Play"), tr("P"), &Player::togglePlaying},
        {Icon::partOn, tr("One part on"), tr("Space or Right"), &Player::partOn},
        {Icon::stepOn, tr("One step on"), tr("Shift+Right"), &Player::stepOn},
        {Icon::toEnd, tr("To the end"), tr("End"), &Player::toEnd},
    }};
    for (const Row &row : rows) {
        const bool play = row.icon == Icon::play;
        auto *button = new IconButton(row.icon, play ? IconButton::Shape::round : IconButton::Shape::plain, this);
        button->setWords(row.name, row.key);
        connect(button, &QAbstractButton::clicked, &m_player, row.does);
        m_buttons.append(button);
    }
    m_stepBack = m_buttons[1];
    m_partBack = m_buttons[2];
    m_play = m_buttons[3];
    m_partOn = m_buttons[4];
    m_stepOn = m_buttons[5];
}

void TransportPanel::makeSpeeds()
{
    for (const Speed &speed : speeds)
        m_speed->addItem(tr(speed.name), speed.factor);
    m_speed->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("Speed of the moves"));
    const auto showSpeed = [this](double speed) { m_speed->setCurrentIndex(m_speed->findData(speed)); };
    showSpeed(m_player.speed());
    connect(&m_player, &Player::speedChanged, this, showSpeed);
    connect(m_speed, &QComboBox::activated, this,
            [this](int index) { m_player.setSpeed(m_speed->itemData(index).toDouble()); });
}

void TransportPanel::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
    const bool compact = settings.compact;
    const auto px = [&](double length) { return int(settings.px(length)); };
    setFixedHeight(px(compact ? 48 : 56));
    layout()->setContentsMargins(px(compact ? 8 : 24), 0, px(compact ? 8 : 24), 0);
    layout()->setSpacing(px(compact ? 7 : 24));
    for (IconButton *button : m_buttons) {
        const int side = px(button == m_play ? (compact ? 32 : 40) : (compact ? 24 : 36));
        button->setFixedSize(side, side);
        button->setTheme(*settings.theme);
    }
    m_speed->setFont(interfaceFont(settings.px(compact ? 12 : 13)));
    for (std::size_t i = 0; i < speeds.size(); ++i)
        m_speed->setItemText(int(i), compact ? tr(speeds[i].name) : tr("Speed %1").arg(tr(speeds[i].name)));
    m_speed->setFixedWidth(std::max(px(compact ? 76 : 116), m_speed->sizeHint().width()));
    refresh();
    update();
}

void TransportPanel::refresh()
{
    const PlayheadState &state = m_playhead.state();
    const bool backward = state.pass == Pass::backward;
    for (IconButton *button : m_buttons)
        button->setMirrored(backward);
    m_pass->show(state.pass, m_settings);
    const auto scene = currentScene(m_document, m_playhead, m_settings);
    // The network has no parts: there one goes by whole steps, for which one pair of buttons is enough.
    const bool parts = !showsNetwork(state);
    m_segments->setVisible(scene.has_value() && parts);
    if (parts != m_offersParts)
        offerParts(parts);
    m_step->setVisible(scene.has_value());
    if (!scene)
        return;
    m_segments->show(*scene, m_settings);
    static_cast<StepLabel *>(m_step)->show(scene->playhead.step, scene->trace().length(scene->playhead.sequence) - 1,
                                           m_settings);
}

void TransportPanel::offerParts(bool parts)
{
    m_offersParts = parts;
    m_stepBack->setVisible(parts);
    m_stepOn->setVisible(parts);
    m_partBack->setWords(parts ? tr("One part back") : tr("One step back"), tr("Left"));
    m_partOn->setWords(parts ? tr("One part on") : tr("One step on"), tr("Space or Right"));
}

void TransportPanel::showPlaying(bool playing)
{
    m_play->setIcon(playing ? Icon::pause : Icon::play);
    m_play->setWords(playing ? tr("Pause") : tr("Play"), tr("P"));
}

void TransportPanel::goToPart(int part)
{
    m_player.pause();
    PlayheadState there = m_playhead.state();
    there.part = part;
    there.progress = 1.0;
    m_playhead.moveTo(there);
}

void TransportPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_settings.theme->panel);
    painter.setPen(QPen(m_settings.theme->line, 1));
    painter.drawLine(0, 0, width(), 0);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace gatescope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/translate.h"
#include "ui/document/document.h"
#include "ui/document/edits/edits.h"
#include "ui/explore/timeline/timeline_choices.h"
#include "ui/explore/timeline/typed_input.h"

#include <QLabel>
#include <QLineEdit>

/// "Type your own" over the timeline.

namespace gatescope {

void TimelineChoices::showText(const Scene &scene)
{
    m_textSequence = scene.playhead.sequence;
    const bool tokens = std::holds_alternative<TokenInput>(scene.record.experiment->input.source);
    m_text->setToolTip(tokens ? tr("Type row numbers of the embedding with spaces between, then press Enter")
                              : tr("Type a text for the network to read, then press Enter"));
    const auto text = typedText(scene.record.experiment->input, scene.playhead.sequence);
    m_text->setVisible(text.has_value());
    m_textLabel->setVisible(text.has_value() && !m_settings.compact);
    if (!text || (m_text->hasFocus() && m_text->isModified()))
        return;
    m_isTextRefused = false;
    if (m_text->text() != *text) {
        m_text->setText(*text);
        m_text->setCursorPosition(0); // of a long one the beginning is seen
    }
}

bool TimelineChoices::isTextRefused() const
{
    return m_isTextRefused && m_text->hasFocus();
}

Result<Experiment> TimelineChoices::withTypedText() const
{
    const Experiment &experiment = m_document.experiment();
    const int sequence = m_playhead.state().sequence;
    if (!std::holds_alternative<TokenInput>(experiment.input.source))
        return withText(experiment, sequence, m_text->text());
    Result<std::vector<int>> rows = rowNumbersOf(m_text->text());
    if (!rows)
        return rows.error();
    return withTokens(experiment, sequence, std::move(*rows));
}

void TimelineChoices::applyText()
{
    const Result<Experiment> next = withTypedText();
    const Result<void> done = next ? m_document.edit(tr("Type a text"), *next) : Result<void>(next.error());
    m_refused->setVisible(!done);
    m_isTextRefused = !done;
    if (!done) {
        m_refused->setText(said(done.error().sentence));
        m_refused->setAccessibleName(m_refused->text());
        return;
    }
    m_text->setModified(false);
    if (isTruthUnknown(m_document.experiment().objective, m_playhead.state().sequence)) {
        m_refused->setText(tr("What is right for a text of your own is not known: nothing is judged, and no gradient "
                              "comes from it."));
        m_refused->show();
    }
}

} // namespace gatescope

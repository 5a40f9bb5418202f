// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/builder/presets.h"
#include "ui/explore/controls/view_settings.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace gatescope {

class ExplanationView;

/// What the network is: its kind, sizes and conventions. Shapes and counts follow each key stroke; the
/// network changes when a field is left, undoably. What PyTorch would refuse is refused in its words.
class NetworkForm : public QWidget
{
    Q_OBJECT
public:
    explicit NetworkForm(Document &document, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);

    /// The network as the fields have it.
    NetworkSpec draft() const;
    /// Why the draft cannot be; empty when it can.
    QString refusal() const;

signals:
    void refused(const QString &sentence);
    /// A demo is another experiment, not an edit of this one.
    void demoChosen(const gatescope::Experiment &demo);
    void told(const QString &sentence); ///< what a change brought with it

private:
    void makeFields();
    void connectFields();
    void showSpec();
    void tellOfNewWeights(const Experiment &before);
    void showDraft();
    void apply();
    void applyPreset(int index);
    void freshWeights();
    void convert(const NetworkSpec &to, const QString &name);
    /// Makes the next experiment, which may need more memory than there is, and edits the document.
    void take(const QString &name, const std::function<Result<Experiment>()> &next, const QString &mergeKey = {});

    Document &m_document;
    ViewSettings m_settings;
    QList<Preset> m_presetList;
    QFormLayout *m_fields;
    QComboBox *m_presets, *m_cell, *m_reset, *m_update;
    QSpinBox *m_input, *m_hidden, *m_layers, *m_head, *m_seed;
    QCheckBox *m_bidirectional, *m_bias;
    QLabel *m_refusal, *m_resetEffect, *m_updateEffect;
    QPushButton *m_fresh, *m_turnUpdate, *m_moveReset;
    ExplanationView *m_counts;
};

} // namespace gatescope

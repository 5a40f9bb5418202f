// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/files_together.h"
#include "core/experiment/experiment.h"
#include "ui/document/errand.h"

#include <QObject>
#include <QString>

class QWidget;

namespace gatescope {

class Document;

/// The open network for other programs: its numbers as safetensors, or all of the experiment as a project of PyTorch.
class NetworkExport : public QObject
{
    Q_OBJECT
public:
    /// Both outlive this, which is the window's.
    NetworkExport(const Document &document, QWidget &window);

    /// Asks where to.
    void chooseAndExport();
    /// A name that ends in .safetensors is a file; any other one is a folder for a project, which is computed on
    /// another thread first.
    void exportTo(const QString &path);
    bool isBusy() const { return m_errand.isBusy(); }

signals:
    void told(const QString &sentence);
    void refused(const QString &sentence);

private:
    struct Written {
        QString path;
        bool isTurned; ///< whether PyTorch's convention is another one than the network's
        Result<void> result;
    };
    void tell(const Written &written);

    const Document &m_document;
    QWidget &m_window;
    Errand<Written> m_errand; ///< last: it ends before the rest does
};

} // namespace gatescope

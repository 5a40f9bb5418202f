// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/reference_backend.h"
#include "tests/ui/explore/experiments.h"
#include "ui/document/document.h"
#include "ui/document/playing/player.h"
#include "ui/explore/explore_place.h"

#include <QCoreApplication>

namespace gatescope::testing {

/// An experiment open in the place, as the window would have it; nothing moves by itself.
struct Open {
    Document document{std::make_unique<ReferenceBackend>()};
    Playhead playhead;
    Player player{document, playhead};
    ExplorePlace place{document, playhead, player};

    explicit Open(const Experiment &experiment, QSize size = {1844, 1028})
    {
        player.setReducedMotion(true);
        if (!document.open(experiment))
            qFatal("The experiment of the test does not fit together.");
        document.waitForRecord();
        place.resize(size);
        place.show();
        paint();
    }
    /// Lets layouts settle and paints everything once.
    void paint()
    {
        QCoreApplication::processEvents();
        place.grab();
    }
    template<typename Type>
    Type *child(const QString &accessibleName)
    {
        for (Type *widget : place.findChildren<Type *>()) {
            if (widget->accessibleName() == accessibleName)
                return widget;
        }
        return nullptr;
    }
    /// The button with these words; null when there is none.
    template<typename Type>
    Type *withText(const QString &text)
    {
        for (Type *widget : place.findChildren<Type *>()) {
            if (widget->text() == text)
                return widget;
        }
        return nullptr;
    }
};

} // namespace gatescope::testing

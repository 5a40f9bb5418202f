# SPDX-License-Identifier: GPL-3.0-or-later
# The Debian package, which app/package makes: the program, what it reads, and its place in the desktop's menu.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME gatescope)
set(CPACK_PACKAGE_VENDOR Gatescope)
set(CPACK_PACKAGE_CONTACT "Gatescope")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "microscope for gated recurrent networks")
set(CPACK_PACKAGE_DESCRIPTION
"Build a GRU, an LSTM or a plain RNN, feed it a text or numbers, and walk
through it gate by gate, forwards and backwards with the gradient. With
lessons, a quiz, worksheets, and networks that learn while one looks on.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What no binary is linked to: the fonts, and the plugins by which Qt opens a window.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "fonts-inter, fonts-stix, fonts-jetbrains-mono, qt6-qpa-plugins")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "ffmpeg, qt6-translations-l10n, qt6-wayland")
include(CPack)

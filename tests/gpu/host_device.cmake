# SPDX-License-Identifier: GPL-3.0-or-later
# This computer in the place of a device: sources in this folder.
set(host_device host_device.cpp host_grid.cpp host_recurrence.cpp)

#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes invented_weather.csv beside itself: 600 days of a place that does not exist.

Air pressure wanders about its mean, clouds follow low pressure, and the temperature is that of the season, drawn
towards warmth by yesterday's sun and by the temperature of the day before. So all columns help to forecast the last.
"""
import math
import pathlib
import random

choose = random.Random(11)
pressure, temperature, clouds = 1013.0, 8.0, 0.5
rows = ["hours_of_light,pressure_hpa,clouds,temperature_c"]
for day in range(600):
    season = math.sin(2 * math.pi * (day - 80) / 365)
    light = 12 + 4 * season
    drift = 5 * (0.5 - clouds)
    temperature += 0.35 * (11 + 9 * season + drift - temperature) + choose.gauss(0, 0.9)
    pressure += -0.15 * (pressure - 1013) + choose.gauss(0, 4)
    clouds = min(1.0, max(0.0, 0.5 - (pressure - 1013) / 25 + choose.gauss(0, 0.12)))
    rows.append(f"{light:.2f},{pressure:.1f},{clouds:.2f},{temperature:.1f}")
path = pathlib.Path(__file__).parent / "invented_weather.csv"
path.write_text("\n".join(rows) + "\n", encoding="utf-8")

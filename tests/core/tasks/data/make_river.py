#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes river.csv beside itself: three years at a gauge that does not exist, as an office would export them.

Rain falls in spells and swells the river on the following days; between rains it falls back towards its low-water mark.
The file has what such exports have: a column of dates, a station that never changes, a column of remarks, days on which
the sensor was silent, and a decimal comma. Rerun it to see that nothing changes: the numbers follow from the seed.
"""

import datetime
import math
import pathlib
import random


def main():
    random.seed(20240229)
    day = datetime.date(2021, 1, 1)
    wet, soil, level = False, 10.0, 140.0
    rows = []
    for index in range(1096):
        season = math.cos(2 * math.pi * (index - 20) / 365.25)
        wet = random.random() < (0.75 if wet else 0.18 + 0.08 * season)
        rain = random.expovariate(1 / 7.0) if wet else 0.0
        temperature = 9.5 - 8.5 * season + random.gauss(0, 2.2)
        rows.append((day, level, rain, temperature))
        # What has fallen runs off over the following days.
        soil = 0.75 * soil + rain
        level = 60 + 0.86 * (level - 60) + 0.9 * soil + random.gauss(0, 1.2)
        day += datetime.timedelta(days=1)

    silent = set()
    while len(silent) < 35:
        first = random.randrange(len(rows))
        silent.update(range(first, min(len(rows), first + random.randrange(1, 5))))
    text = lambda number, digits: f"{number:.{digits}f}".replace(".", ",")
    with open(pathlib.Path(__file__).with_name("river.csv"), "w", encoding="utf-8", newline="\n") as file:
        file.write("date;station;rain_mm;temperature_c;remark;level_cm\n")
        for index, (date, height, rain, temperature) in enumerate(rows):
            level_text = "" if index in silent else text(height, 0) if index % 7 else text(height, 1)
            rain_text = "n/a" if index % 211 == 17 else text(rain, 1)
            remark = "ice" if temperature < -3 else ""
            file.write(f"{date:%d.%m.%Y};4711;{rain_text};{text(temperature, 1)};{remark};{level_text}\n")


if __name__ == "__main__":
    main()

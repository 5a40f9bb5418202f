#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes sentences.txt, for the task `words`, and sentiment.csv, for the task `sentiment`, beside itself.

sentences.txt has simple sentences whose verbs agree with a noun that stands far before them, and whose pronouns follow
the one they speak of. sentiment.csv has sentences with "not", "but" and "then": the last word that praises or blames
decides, turned over by a "not" or "never" right before it. Most come in pairs of the same words with opposite labels.
"""
import itertools
import pathlib
import random

here = pathlib.Path(__file__).parent


def sentences():
    choose = random.Random(7)
    animals = {"dog": "dogs", "cat": "cats", "horse": "horses", "bird": "birds", "goat": "goats"}
    things = {"tree": "trees", "wall": "walls", "house": "houses", "boat": "boats", "hill": "hills"}
    places = ["near", "behind", "beside"]
    verbs = {"sleeps": "sleep", "runs": "run", "waits": "wait", "eats": "eat", "sings": "sing"}
    people = [("anna", "she", "her"), ("ben", "he", "his"), ("clara", "she", "her"), ("david", "he", "his")]
    belongings = ["hat", "book", "lamp", "coat", "key"]

    def noun(pair, plural):
        return pair[1] if plural else pair[0]

    def across():
        """the dogs near the tree sleep"""
        plural, other = choose.random() < 0.5, choose.random() < 0.5
        return (f"the {noun(choose.choice(list(animals.items())), plural)} {choose.choice(places)} "
                f"the {noun(choose.choice(list(things.items())), other)} "
                f"{noun(choose.choice(list(verbs.items())), plural)}")

    def far():
        """the dog near the trees behind the walls sleeps"""
        plural = choose.random() < 0.5
        first, second = choose.sample(list(things.items()), 2)
        one, two = choose.sample(places, 2)
        return (f"the {noun(choose.choice(list(animals.items())), plural)} {one} "
                f"the {noun(first, choose.random() < 0.5)} {two} the {noun(second, choose.random() < 0.5)} "
                f"{noun(choose.choice(list(verbs.items())), plural)}")

    def relative():
        """the cat that sees the dogs is old"""
        plural, other = choose.random() < 0.5, choose.random() < 0.5
        one, two = choose.sample(list(animals.items()), 2)
        return (f"the {noun(one, plural)} that {'see' if plural else 'sees'} the {noun(two, other)} "
                f"{'are' if plural else 'is'} {choose.choice(['old', 'young', 'tired', 'quiet'])}")

    def pronoun():
        """anna opens the door because she wants her hat"""
        name, she, her = choose.choice(people)
        action = choose.choice(["opens the door", "comes home", "walks to the house", "looks behind the wall"])
        return f"{name} {action} because {she} wants {her} {choose.choice(belongings)}"

    def both():
        """when ben sleeps the dogs near the house wait for him"""
        name, she, _ = choose.choice(people)
        plural = choose.random() < 0.5
        him = "her" if she == "she" else "him"
        return (f"when {name} sleeps the {noun(choose.choice(list(animals.items())), plural)} {choose.choice(places)} "
                f"the {choose.choice(list(things.items()))[0]} {'wait' if plural else 'waits'} for {him}")

    found = []
    while len(found) < 360:
        sentence = choose.choice([across, far, relative, pronoun, both])()
        if sentence not in found:
            found.append(sentence)
    return found


good = ["good", "fun", "clever", "warm", "lovely", "great"]
bad = ["bad", "dull", "silly", "cold", "ugly", "poor"]
things = ["film", "book", "song", "meal", "room", "game"]


def reviews():
    """Rows (sentence, label, template). The last fifth of the templates is what the task holds out."""
    rows = []

    written = set()

    def pairs(name, positive, negative, choices):
        wanted, every = choices
        for choice in every:
            two = (positive.format(**choice), negative.format(**choice))
            if wanted > 0 and written.isdisjoint(two):
                written.update(two)
                rows.extend([(two[0], "positive", name), (two[1], "negative", name)])
                wanted -= 1

    def choices(seed, count, **lists):
        every = [dict(zip(lists, values)) for values in itertools.product(*lists.values())]
        every = [one for one in every if len(set(one.values())) == len(one)]
        random.Random(seed).shuffle(every)
        return count, every

    pairs("plain", "the {t} was {g}", "the {t} was {x}", choices(1, 12, t=things, g=good, x=bad))
    pairs("not", "the {t} was not {x}", "the {t} was not {g}", choices(2, 12, t=things, g=good, x=bad))
    pairs("not but, praise", "the {t} was not {a} but {b}", "the {t} was {b} but not {a}",
          choices(3, 10, t=things, a=good, b=good))
    pairs("not but, blame", "the {t} was {b} but not {a}", "the {t} was not {a} but {b}",
          choices(4, 10, t=things, a=bad, b=bad))
    pairs("but", "the {t} was {x} but {g}", "the {t} was {g} but {x}", choices(5, 10, t=things, g=good, x=bad))
    pairs("first then", "first it was {x} and then {g}", "first it was {g} and then {x}", choices(6, 10, g=good, x=bad))
    pairs("it is", "it is not {x} it is {g}", "it is not {g} it is {x}", choices(7, 10, g=good, x=bad))
    pairs("thought", "i thought the {t} was {x} but it was {g}", "i thought the {t} was {g} but it was {x}",
          choices(8, 10, t=things, g=good, x=bad))
    pairs("called", "they called it {x} and i call it {g}", "they called it {g} and i call it {x}",
          choices(9, 10, g=good, x=bad))
    pairs("never", "the {t} is never {x}", "the {t} is never {g}", choices(10, 10, t=things, g=good, x=bad))
    pairs("looked", "it looked {x} but the {t} was not {x2}", "it looked {g} but the {t} was not {g2}",
          choices(11, 8, t=things, g=good, x=bad, g2=good, x2=bad))
    pairs("was and is", "the {t} was {x} and now it is {g}", "the {t} was {g} and now it is {x}",
          choices(12, 8, t=things, g=good, x=bad))
    # Held out.
    pairs("thought not", "i thought it was not {a} but it was {b}", "i thought it was {b} but it was not {a}",
          choices(13, 10, a=good, b=good))
    pairs("first but now", "first the {t} was {x} but now it is {g}", "first the {t} was {g} but now it is {x}",
          choices(14, 10, t=things, g=good, x=bad))
    pairs("called but", "they called the {t} {x} but it is {g}", "they called the {t} {g} but it is {x}",
          choices(15, 10, t=things, g=good, x=bad))
    return rows


if __name__ == "__main__":
    (here / "sentences.txt").write_text("".join(sentence + ".\n" for sentence in sentences()), encoding="utf-8")
    lines = ["sentence,label,template"] + [f'{text},{label},"{name}"' for text, label, name in reviews()]
    (here / "sentiment.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")

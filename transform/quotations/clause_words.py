"""The words by which clauses are told apart, from clause_words.toml, read once.  Holds no rules."""

from transform.vocabulary import load


def _listed(name: str) -> frozenset[str]:
    return frozenset(load("clause_words")[name].split())


ADVERBS = _listed("adverbs")
AFTER_PARTICIPLES = _listed("after_participles")
AFTER_TO = _listed("after_to")
AUXILIARIES = _listed("auxiliaries")
BE = _listed("be")
BEFORE_PARTICIPLES = _listed("before_participles")
CLEAR = _listed("clear")
CONTRACTED = _listed("contracted")
DETERMINERS = _listed("determiners")
FINITE = _listed("finite")
FINITE_NEXT = _listed("finite_next")
INTRANSITIVE = _listed("intransitive")
MODALS = _listed("modals")
NOUNS_TOO = _listed("nouns_too")
OBJECTS = _listed("objects")
OPENERS = _listed("openers")
PARTICIPLES = _listed("participles")
PASSED_OVER = _listed("passed_over")
PLURAL_NOUNS = _listed("plural_nouns")
PLURALS = _listed("plurals")
PREPOSITIONS = _listed("prepositions")
SINGULAR = _listed("singular")
STARTERS = _listed("starters")
SUBJECT_PRONOUNS = _listed("subject_pronouns")
TURNS = _listed("turns")
VERBS = _listed("verbs")


def _third_persons() -> frozenset[str]:
    made = set()
    for base in VERBS:
        if base.endswith(("s", "x", "ch", "sh", "o")):
            made.add(base + "es")
        elif base.endswith("y") and base[-2] not in "aeiou":
            made.add(base[:-1] + "ies")
        else:
            made.add(base + "s")
    return frozenset(made)


# `writes`, `misses`, `tries`: of the verbs listed, those that are no plural nouns.
THIRD_PERSONS = _third_persons()
# Base forms that are hardly nouns: those whose third person is no plural noun either.
VERBS_ONLY = frozenset(base for base in VERBS if base + "s" not in PLURAL_NOUNS and base + "es" not in PLURAL_NOUNS)
# Forms that are a finite verb in one place and something else in another.
TWO_FACED = PARTICIPLES | PLURAL_NOUNS | THIRD_PERSONS | VERBS
# A word that is none of these, and does not end in -ed, is no verb.
MAY_BE_VERBS = FINITE | TWO_FACED

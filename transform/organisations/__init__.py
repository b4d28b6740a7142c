"""Bodies a release names: the services inspected and their owners.

Names come as the release writes them; what the vocabulary knows besides stands in `organisations()`.
"""

from transform.organisations.bodies import Body, bodies
from transform.organisations.gazetteer import organisations
from transform.organisations.namings import Naming, namings

__all__ = ["Body", "Naming", "bodies", "namings", "organisations"]
